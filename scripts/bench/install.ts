import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { binIn, root } from "../bin.ts";
import { outerEnvironment } from "../smoke/outer.ts";
import { output } from "../smoke/process.ts";
import { PEERS, type Peer } from "./peers.ts";

/**
 * Peers weigh hundreds of megabytes, so they are no dependencies of this repository: the first run puts each into a folder of
 * its own below node_modules, later ones need no network.
 */
const CACHE = join(root, "node_modules/.cache/bench");

export interface Installed {
  readonly peer: Peer;
  readonly home: string;
  /** The JavaScript file of its command. */
  readonly bin: string;
}

export interface Missing {
  readonly peer: Peer;
  readonly why: string;
}

/** Every peer, or why it is not there. */
export async function installPeers(): Promise<readonly (Installed | Missing)[]> {
  const found: (Installed | Missing)[] = [];
  for (const peer of PEERS) {
    try {
      const home = await installed(peer.name, peer.packages);
      found.push({ peer, home, bin: binIn(home, ...peer.command) });
    } catch (error) {
      found.push({ peer, why: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) });
    }
  }
  return found;
}

export function isInstalled(peer: Installed | Missing): peer is Installed {
  return "home" in peer;
}

const GITHUB = { "@octokit/openapi": "23.0.2" };

/** GitHub's spec, 13 MB of JSON. The package has others beside it, thirty times as much, which are not kept. */
export async function githubSpec(): Promise<string> {
  const file = join(CACHE, `github-${GITHUB["@octokit/openapi"]}.json`);
  if (existsSync(file)) return file;
  const home = await installed("github", GITHUB);
  copyFileSync(join(home, "node_modules/@octokit/openapi/generated/api.github.com.json"), file);
  rmSync(home, { recursive: true });
  return file;
}

async function installed(name: string, packages: Readonly<Record<string, string>>): Promise<string> {
  const home = join(CACHE, name);
  const manifest = JSON.stringify({ name: `bench-${name}`, private: true, type: "module", dependencies: packages });
  const file = join(home, "package.json");
  // Written last, so that it stands only beside what it names.
  const done = join(home, "installed.json");
  if (existsSync(done) && readFileSync(done, "utf8") === manifest) return home;
  process.stderr.write(
    `Installing ${Object.entries(packages)
      .map((each) => each.join(" "))
      .join(", ")} …\n`,
  );
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  writeFileSync(file, manifest);
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  await output("npm", ["install", ...flags], home, outerEnvironment());
  writeFileSync(done, manifest);
  return home;
}
