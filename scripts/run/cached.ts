import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../bin.ts";
import { outerEnvironment } from "./outer.ts";
import { output } from "./output.ts";

export interface Wanted {
  /** Of its folder. */
  readonly name: string;
  readonly packages: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
  /** Whether their install scripts run: no, unless said. */
  readonly scripts?: boolean;
}

/**
 * Programs that weigh hundreds of megabytes and that few runs need are no dependencies of this repository: the first run puts each
 * into a folder of its own below node_modules, later ones need no network. Gives that folder.
 */
export async function cachedInstall(
  cache: string,
  { name, packages, overrides = {}, scripts = false }: Wanted,
): Promise<string> {
  const home = join(root, "node_modules/.cache", cache, name);
  const manifest = { name: `${cache}-${name}`, private: true, type: "module", dependencies: packages, overrides };
  const text = JSON.stringify(manifest);
  // Written last, so that it stands only beside what it names.
  const done = join(home, "installed.json");
  if (existsSync(done) && readFileSync(done, "utf8") === text) return home;
  const named = Object.entries(packages).map((each) => each.join(" "));
  process.stderr.write(`Installing ${named.join(", ")} …\n`);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "package.json"), text);
  const flags = [...(scripts ? [] : ["--ignore-scripts"]), "--no-audit", "--no-fund", "--loglevel=error"];
  await output("npm", ["install", ...flags], home, outerEnvironment());
  writeFileSync(done, text);
  return home;
}
