// `pnpm api:check`: what the packages export, held to what was reviewed.
import { root } from "./bin.ts";
import { runApi } from "./api/command.ts";

process.exitCode = await runApi(process.argv.slice(2), root, process);
