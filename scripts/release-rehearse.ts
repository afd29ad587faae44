// `pnpm release:rehearse`: a release up to a registry of its own, and what users do with what lies there.
import { root } from "./bin.ts";
import { runRehearsal } from "./release/command.ts";
import { rehearse } from "./release/rehearsal.ts";

await using rehearsal = rehearse(root);
// The registry and the mocks are processes of their own.
async function endEarly(): Promise<void> {
  await rehearsal[Symbol.asyncDispose]();
  process.exit(130);
}
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void endEarly());
process.exitCode = await runRehearsal(process.argv.slice(2), root, rehearsal, process);
