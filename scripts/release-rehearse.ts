// `pnpm release:rehearse`: a release up to a registry of its own, and what users do with what lies there.
import { root } from "./bin.ts";
import { runRehearsal } from "./release/command.ts";
import { rehearse } from "./release/rehearsal.ts";

await using rehearsal = rehearse(root);
process.exitCode = await runRehearsal(process.argv.slice(2), root, rehearsal, process);
