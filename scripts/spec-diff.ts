// `pnpm spec:diff`: what a change of a spec is to those who use its package.
import { root } from "./bin.ts";
import { runSpecDiff } from "./spec-diff/command.ts";

process.exitCode = await runSpecDiff(process.argv.slice(2), root, process, process.env);
