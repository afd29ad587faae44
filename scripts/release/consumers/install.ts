import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { PublicPackage } from "../../api/packages.ts";
import { objectAt, textAt } from "../../generate/load/json.ts";
import { outerEnvironment } from "../../run/outer.ts";
import { output } from "../../run/output.ts";
import type { Built } from "../build.ts";
import type { Registry } from "../registry.ts";

/** A program of somebody who has all packages from the registry, and nothing of this repository. */
export interface Consumer {
  readonly folder: string;
}

export type Manager = "npm" | "pnpm";

/** Makes a folder with the examples as its sources, and installs what they need. */
export async function install(
  manager: Manager,
  lab: string,
  { folder: repository, packages }: Built,
  { url }: Registry,
): Promise<Consumer> {
  const folder = join(lab, `${manager}-consumer`);
  cpSync(join(repository, "examples/src"), join(folder, "src"), { recursive: true });
  writeFileSync(join(folder, "src/every-entry.ts"), everyEntry(repository, packages));
  const dependencies = Object.fromEntries(packages.map(({ name, version }) => [name, version]));
  const manifest = {
    name: "consumer",
    private: true,
    type: "module",
    dependencies: { ...dependencies, ...peersOf(repository, packages) },
    devDependencies: { "@types/node": catalogOf(repository, "@types/node") },
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest, null, 2));
  writeFileSync(join(folder, ".npmrc"), scopesAt(url, packages));
  if (manager === "npm") {
    await output("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], folder, outerEnvironment());
  } else {
    // What has just been published is meant to be used at once, and no package has to run a script here.
    const settings = { minimumReleaseAge: 0, strictDepBuilds: false, pmOnFail: "ignore" };
    writeFileSync(join(folder, "pnpm-workspace.yaml"), JSON.stringify(settings));
    await output("pnpm", ["install", "--no-frozen-lockfile"], folder);
  }
  return { folder };
}

/** Settings of npm that have what was published come from a registry of our own, and the rest from where it always comes from. */
export function scopesAt(url: string, packages: readonly PublicPackage[]): string {
  const scopes = new Set(packages.map(({ name }) => name.split("/")[0] ?? ""));
  return [...scopes].map((scope) => `${scope}:registry=${url}\n`).join("");
}

/** What the packages leave to their users to install, in the versions that they are tested with. */
function peersOf(repository: string, packages: readonly PublicPackage[]): Record<string, string> {
  const peers = packages.flatMap(({ folder }) =>
    Object.keys(objectAt(manifestOf(repository, folder), "peerDependencies")),
  );
  return Object.fromEntries(peers.map((peer) => [peer, catalogOf(repository, peer)]));
}

/** A program that loads every module of every package. */
function everyEntry(repository: string, packages: readonly PublicPackage[]): string {
  const entries = packages.flatMap(({ name, folder }) =>
    entriesOf(manifestOf(repository, folder)).map((entry) => join(name, entry)),
  );
  const imports = entries.map(
    (entry, index) => `import * as entry${index} from ${JSON.stringify(entry.replaceAll("\\", "/"))};\n`,
  );
  return `${imports.join("")}\nfor (const entry of [${entries.map((_, index) => `entry${index}`).join(", ")}]) {
  if (Object.keys(entry).length === 0) throw new Error("an entry exports nothing");
}
`;
}

/** The subpaths that are modules. */
function entriesOf(manifest: unknown): string[] {
  const exported = objectAt(manifest, "exports");
  return Object.keys(exported).filter((entry) => textAt(objectAt(exported, entry), "types") !== undefined);
}

function manifestOf(repository: string, folder: string): unknown {
  return JSON.parse(readFileSync(join(repository, "packages", folder, "package.json"), "utf8"));
}

export function catalogOf(repository: string, name: string): string {
  const workspace: unknown = parse(readFileSync(join(repository, "pnpm-workspace.yaml"), "utf8"));
  const version = textAt(objectAt(workspace, "catalog"), name);
  if (version === undefined) throw new Error(`the catalog of pnpm-workspace.yaml names no version of ${name}`);
  return version;
}
