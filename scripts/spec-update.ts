// `pnpm spec:update`: what follows an edit of a spec.
import { root } from "./bin.ts";
import { runSpecUpdate } from "./spec-update/command.ts";
import { tools } from "./spec-update/tools.ts";

process.exitCode = await runSpecUpdate(process.argv.slice(2), { root, tools, environment: process.env }, process);
