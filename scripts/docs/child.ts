// Runs examples one after the other against mocks, and tells what each block printed. Its parent sends the work and reads the results.
import { runPrograms, type Work } from "./run.ts";

process.once("message", (work: Work) => void runPrograms(work, (result) => process.send?.(result)));
