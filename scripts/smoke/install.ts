import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../bin.ts";
import { outerEnvironment } from "../run/outer.ts";
import type { Tarball } from "./pack.ts";
import { output } from "../run/output.ts";

/** What the examples need: all packages but the mock, which wants a newer Node than they do and half of Prism with it. */
export async function install(folder: string, tarballs: readonly Tarball[]): Promise<void> {
  const needed = tarballs.filter(({ name }) => !name.endsWith("/mock-server"));
  const dependencies = Object.fromEntries(needed.map(({ name, file }) => [name, `file:${file}`]));
  const manifest = { name: "consumer", private: true, type: "module", dependencies, devDependencies: nodeTypes() };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest, null, 2));
  await output("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], folder, outerEnvironment());
}

function nodeTypes(): Record<string, string> {
  const file = join(root, "node_modules/@types/node/package.json");
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { readonly version: string };
  return { "@types/node": version };
}
