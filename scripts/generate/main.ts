import { chosenServices, runGenerate } from "./command.ts";
import { type Options, readOptions } from "./options.ts";
import { watchSpecs } from "./watch.ts";

/** The command from its arguments on, in the folder that holds specs and packages. */
export async function main(argv: readonly string[], root: string): Promise<void> {
  const options = readOptions(argv);
  if (typeof options === "string" || !options.watch) process.exitCode = runGenerate(argv, root, process, process.env);
  else await watchUntilInterrupted(options, root);
}

async function watchUntilInterrupted(options: Options, root: string): Promise<void> {
  const services = chosenServices(options, root);
  if (typeof services === "string") {
    process.stderr.write(services);
    process.exitCode = 1;
    return;
  }
  const end = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end.abort());
  await watchSpecs(services, root, process, end.signal);
}
