import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export interface Server {
  /** Of its module, and what it is started with on a port. */
  readonly args: (port: number) => readonly string[];
  readonly env?: (port: number) => NodeJS.ProcessEnv;
  /** Answers once it is up. */
  readonly ping: string;
  /** Its folder, and the file that gets what it says. */
  readonly cwd: string;
  readonly log: string;
}

export interface RunningServer extends AsyncDisposable {
  /** With a slash at its end. */
  readonly url: string;
}

const PATIENCE = 60_000;

/** Starts a server of somebody else's for this machine alone. It ends when it is disposed of. */
export async function startServer(what: string, { args, env, ping, cwd, log }: Server): Promise<RunningServer> {
  const port = await freePort();
  const child = spawn(process.execPath, args(port), {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env?.(port) },
  });
  const file = createWriteStream(log);
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  const url = `http://127.0.0.1:${port}/`;
  await answering(what, `${url}${ping}`, child, log);
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

async function answering(what: string, url: string, child: ChildProcess, log: string): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (child.exitCode === null && Date.now() < end) {
    if (await isUp(url)) return;
    await sleep(100);
  }
  child.kill();
  throw new Error(`${what} did not start:\n${readFileSync(log, "utf8")}`);
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
