import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { measure } from "../bench-runtime/bundle/measure.ts";
import type { Package } from "../bench-runtime/packages.ts";

/** What is weighed of a package: the heaviest call there is, the same with the heaviest sign-in, the client with all of it. */
export const WEIGHED = ["one call", "one call with sign-in", "the whole client"] as const;

const FOLDER = "reports/bundles";

/** Where the bundle of a name lies, from its package's folder. */
export function bundleFile(name: string): string {
  return `${FOLDER}/${name.replaceAll(" ", "-")}.js`;
}

/** Bundles what a program would ship, minified, into the package's reports. */
export async function writeBundles(root: string, from: Package): Promise<void> {
  const { bundles } = await measure(from, from.name, from.operations);
  const home = join(root, "packages", from.name);
  mkdirSync(join(home, FOLDER), { recursive: true });
  for (const [index, name] of WEIGHED.entries()) {
    writeFileSync(join(home, bundleFile(name)), bundles[index]?.bundle.text ?? "");
  }
}
