import { readFileSync } from "node:fs";
import { join } from "node:path";
import { objectAt, textAt } from "../generate/load/json.ts";
import { cachedInstall } from "../run/cached.ts";
import { Unavailable } from "./rows/row.ts";

const MANIFEST = join(import.meta.dirname, "tools/package.json");

/** Verdaccio asks for a tag of another package that not every registry has. */
const OVERRIDES = { "node-fetch@cjs": "2.7.0" };

/** What the rehearsal runs packages with, by the names in `tools/package.json`. */
export function toolsOf(kind: string): string[] {
  return Object.keys(dependencies()).filter((name) => name.startsWith(`${kind}-`));
}

function dependencies(): Readonly<Record<string, unknown>> {
  return objectAt(JSON.parse(readFileSync(MANIFEST, "utf8")), "dependencies");
}

/** The version of what `tools/package.json` names, where a project of its own installs it. */
export function versionOf(name: string): string {
  const version = textAt(dependencies(), name);
  if (version === undefined) throw new Error(`scripts/release/tools/package.json names no ${name}`);
  return version;
}

export interface Tool {
  /** What it is installed into. */
  readonly home: string;
  /** Its package. */
  readonly folder: string;
}

/** Installs a tool where it is not there yet. What cannot be installed is not to be had. */
export async function tool(name: string, install: typeof cachedInstall = cachedInstall): Promise<Tool> {
  const wanted = versionOf(name);
  const [, real = name, version = wanted] = /^npm:(.+)@(.+)$/.exec(wanted) ?? [];
  try {
    const packages = { [real]: version };
    // Node, Bun and Deno put the binary of the platform in place by a script.
    const home = await install("release", { name, packages, overrides: OVERRIDES, scripts: true });
    return { home, folder: join(home, "node_modules", real) };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Unavailable(`${real} ${version} cannot be installed: ${reason(said)}`, { cause: error });
  }
}

/** A tool's command, as it is started. */
export async function executable(name: string, bin: string): Promise<string> {
  return join((await tool(name)).home, "node_modules/.bin", bin);
}

/** What npm says the matter is, without its advice. */
function reason(said: string): string {
  const lines = said.split("\n").filter((line) => /^npm (error|ERR!)/.test(line));
  return (lines.find((line) => !/code|errno|syscall/.test(line)) ?? said.split("\n")[0] ?? "").replace(/^npm \S+ /, "");
}
