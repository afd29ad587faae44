import { copyFileSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { binIn, root } from "../bin.ts";
import { cachedInstall } from "../run/cached.ts";
import { PEERS, type Peer } from "./peers.ts";

const CACHE = "bench";

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
      const home = await cachedInstall(CACHE, peer);
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
  const file = join(root, "node_modules/.cache", CACHE, `github-${GITHUB["@octokit/openapi"]}.json`);
  if (existsSync(file)) return file;
  const home = await cachedInstall(CACHE, { name: "github", packages: GITHUB });
  copyFileSync(join(home, "node_modules/@octokit/openapi/generated/api.github.com.json"), file);
  rmSync(home, { recursive: true });
  return file;
}
