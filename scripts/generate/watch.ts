import { once } from "node:events";
import { join } from "node:path";

import type { Output } from "./output.ts";
import { generateService, problemsOf, write } from "./service.ts";
import { watchFolder } from "./watch-folder.ts";

/** Milliseconds without a further change after which a file counts as saved: editors write in several steps. */
const QUIET = 40;

/**
 * Generates the services once, and each again whenever something in its folder below `specs` has changed, until the signal ends
 * it. What is wrong with a spec is told, and the next change is waited for.
 */
export async function watchSpecs(
  services: readonly string[],
  root: string,
  { stdout, stderr }: Output,
  signal: AbortSignal,
): Promise<void> {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const emit = (name: string): void => {
    const start = performance.now();
    try {
      const generated = generateService(name, root);
      stderr.write(problemsOf([generated]));
      if (generated.model === undefined) stderr.write(`${name}: nothing was written\n`);
      else stdout.write(write(generated, root));
    } catch (error) {
      stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
    stdout.write(`${name}: ${((performance.now() - start) / 1000).toFixed(2)} s\n`);
  };
  const emitChanged = (): void => {
    const names = [...changed];
    changed.clear();
    for (const name of names) emit(name);
  };

  // Before the first run, so that no change in its course is missed.
  const watched = services.map((name) =>
    watchFolder(join(root, "specs", name), () => {
      changed.add(name);
      clearTimeout(timer);
      timer = setTimeout(emitChanged, QUIET);
    }),
  );
  for (const name of services) emit(name);
  stdout.write(`Watching the specs of ${services.join(", ")}; Ctrl-C ends it\n`);
  if (!signal.aborted) await once(signal, "abort");
  clearTimeout(timer);
  for (const each of watched) each.close();
}
