import { chosenServices, runGenerate } from "./generate/command.ts";
import { type Options, readOptions } from "./generate/options.ts";
import { watchSpecs } from "./generate/watch.ts";
import { root } from "./bin.ts";

const argv = process.argv.slice(2);
const options = readOptions(argv);
if (typeof options === "string" || !options.watch) process.exitCode = runGenerate(argv, root, process);
else await watchUntilInterrupted(options);

async function watchUntilInterrupted(options: Options): Promise<void> {
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
