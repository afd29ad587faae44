// `pnpm generate` for another folder with specs in it: generate-in.ts FOLDER [argument…]
import { runGenerate } from "../generate/command.ts";

const [folder = ".", ...args] = process.argv.slice(2);
process.exitCode = runGenerate(args, folder, process);
