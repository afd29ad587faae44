import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { binIn } from "../bin.ts";
import { objectAt, textAt } from "../generate/load/json.ts";
import { output } from "../run/output.ts";
import { type RunningServer, startServer } from "../run/server.ts";
import type { Built } from "./build.ts";
import type { Tarball } from "./pack.ts";
import { tool } from "./tools.ts";

/** A registry of npm packages that nobody else sees, empty at first. */
export type Registry = RunningServer;

/** Knows no other registry: what is not published here is not found here. */
const CONFIG = {
  auth: {},
  uplinks: {},
  packages: { "**": { access: "$all", publish: "$anonymous" } },
  log: { type: "stdout", format: "pretty", level: "warn" },
};

export async function startRegistry(folder: string): Promise<Registry> {
  const bin = binIn((await tool("verdaccio")).home, "verdaccio", "verdaccio");
  mkdirSync(folder, { recursive: true });
  const config = join(folder, "config.yaml");
  // JSON is YAML.
  writeFileSync(config, JSON.stringify({ ...CONFIG, storage: join(folder, "storage") }));
  return startServer("the registry", {
    args: (port) => [bin, "--config", config, "--listen", `127.0.0.1:${port}`],
    ping: "-/ping",
    cwd: folder,
    log: join(folder, "log.txt"),
  });
}

/** Publishes by the repository's own script, and gives what the registry hands out then. */
export async function publish({ folder, packages }: Built, { url }: Registry, lab: string): Promise<Tarball[]> {
  const config = join(lab, "publish.npmrc");
  writeFileSync(config, `registry=${url}\n${url.slice("http:".length)}:_authToken=nobody\n`);
  await output("pnpm", ["run", "release"], folder, {
    ...withoutIdentity(process.env),
    npm_config_registry: url,
    NPM_CONFIG_USERCONFIG: config,
  });
  mkdirSync(join(lab, "published"), { recursive: true });
  return Promise.all(packages.map(({ name, version }) => fetchTarball(url, name, version, join(lab, "published"))));
}

/**
 * In a workflow, npm would sign with the identity of the run, and fail where the run has none. A token for the real registry must not
 * come along either.
 */
export function withoutIdentity(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(
    ([name]) => !/^(GITHUB_|ACTIONS_|CI$|NPM_TOKEN|NODE_AUTH)/.test(name),
  );
  return Object.fromEntries(kept);
}

async function fetchTarball(url: string, name: string, version: string, folder: string): Promise<Tarball> {
  const answer = await fetch(`${url}${name}`);
  if (!answer.ok) throw new Error(`${name} is not in the registry: ${answer.status}`);
  const published = objectAt(objectAt(await answer.json(), "versions"), version);
  const address = textAt(objectAt(published, "dist"), "tarball");
  if (address === undefined) throw new Error(`${name} ${version} is not in the registry`);
  const file = join(folder, `${name.replaceAll("/", "-").replace("@", "")}-${version}.tgz`);
  writeFileSync(file, Buffer.from(await (await fetch(address)).arrayBuffer()));
  return { name, file };
}
