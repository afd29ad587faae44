// `pnpm compatibility`: which release of a product the packages were written from, held to docs/compatibility.md.
import { root } from "./bin.ts";
import { runCompatibility } from "./compatibility/command.ts";

process.exitCode = runCompatibility(process.argv.slice(2), root, process);
