import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { binIn } from "../bin.ts";
import { objectAt, textAt } from "../generate/load/json.ts";
import { output } from "../run/output.ts";
import type { Built } from "./build.ts";
import type { Tarball } from "./pack.ts";
import { tool } from "./tools.ts";

/** A registry of npm packages that nobody else sees, empty at first. */
export interface Registry extends AsyncDisposable {
  /** With a slash at its end. */
  readonly url: string;
}

/** Knows no other registry: what is not published here is not found here. */
const CONFIG = {
  auth: {},
  uplinks: {},
  packages: { "**": { access: "$all", publish: "$anonymous" } },
  log: { type: "stdout", format: "pretty", level: "warn" },
};

const PATIENCE = 60_000;

export async function startRegistry(folder: string): Promise<Registry> {
  const bin = binIn((await tool("verdaccio")).home, "verdaccio", "verdaccio");
  mkdirSync(folder, { recursive: true });
  const config = join(folder, "config.yaml");
  // JSON is YAML.
  writeFileSync(config, JSON.stringify({ ...CONFIG, storage: join(folder, "storage") }));
  const port = await freePort();
  const log = join(folder, "log.txt");
  const child = spawn(process.execPath, [bin, "--config", config, "--listen", `127.0.0.1:${port}`], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const file = createWriteStream(log);
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  const url = `http://127.0.0.1:${port}/`;
  await answering(`${url}-/ping`, child, log);
  return {
    url,
    async [Symbol.asyncDispose](): Promise<void> {
      const closed = child.exitCode === null ? once(child, "close") : undefined;
      child.kill();
      await closed;
      file.end();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function answering(url: string, child: ChildProcess, log: string): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (child.exitCode === null && Date.now() < end) {
    if (await isUp(url)) return;
    await sleep(100);
  }
  child.kill();
  throw new Error(`the registry did not start:\n${readFileSync(log, "utf8")}`);
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch (error) {
    // Nobody listens yet.
    if (error instanceof TypeError) return false;
    throw error;
  }
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
