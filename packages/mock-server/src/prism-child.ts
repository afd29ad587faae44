import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";

const START_LIMIT = 60_000; // a document of a thousand operations takes 20 s on a busy machine
const STOP_LIMIT = 2_000;
const TAIL = 2_000;
const FILE = "openapi.json";

/**
 * However the parent ends, SIGKILL included, the channel to it closes: then the child ends as well and takes its folder with it. So this
 * package installs no signal handler that could get in the way of its user's own.
 */
function endWithParent(folder: string): string {
  return `data:text/javascript,${encodeURIComponent(`
    import { rmSync } from "node:fs";
    const end = () => {
      rmSync(${JSON.stringify(folder)}, { recursive: true, force: true });
      process.exit(0);
    };
    process.on("disconnect", end);
    process.channel?.unref();
    if (!process.connected) end();
  `)}`;
}

/** One run of Prism's command line. */
export interface PrismChild {
  readonly pid: number;
  readonly address: URL;
  /** Fulfilled when the process has ended, with how it ended. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** Starts Prism's command line and waits until it listens; rejects with what it wrote when it does not come to that. */
export async function startPrismChild(documentText: string, errors: boolean): Promise<PrismChild> {
  // Prism reads a file and watches it; it does not survive that the file goes away early.
  const folder = await mkdtemp(join(tmpdir(), "mock-server-"));
  const cleanUp = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await writeFile(join(folder, FILE), documentText);
    const child = await run(folder, errors);
    const ended = child.ended.then(async (how) => {
      await cleanUp();
      return how;
    });
    return { ...child, ended, stop: () => child.stop().then(cleanUp) };
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

async function run(folder: string, errors: boolean): Promise<PrismChild> {
  const cli = createRequire(import.meta.url).resolve("@stoplight/prism-cli/dist/index.js");
  // Only from level info down does Prism tell the port that it got.
  const flags = ["--host", "127.0.0.1", "--port", "0", "--verboseLevel", "info", "--multiprocess", "false"];
  const child = fork(cli, ["mock", ...flags, "--cors", "false", "--errors", String(errors), join(folder, FILE)], {
    execArgv: ["--import", endWithParent(folder)],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, FORCE_COLOR: "0" },
    // A process group of its own: Ctrl-C in a terminal reaches the parent alone, which then stops the child in order.
    detached: true,
  });
  const output = tail(child.stdout);
  const complaints = tail(child.stderr);
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`could not run: ${error.message}`));
    child.once("close", (code, signal) => {
      const how = signal === null ? `ended with code ${String(code)}` : `was ended by ${signal}`;
      resolve(`${how}${cause(complaints.text || (signal === null ? output.text : ""))}`);
    });
  });
  const stop = (): Promise<void> => stopChild(child);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`did not listen within ${START_LIMIT} ms`), START_LIMIT);
  });
  try {
    const outcome = await Promise.race([listening(child.stdout), ended, late]);
    if (!(outcome instanceof URL)) throw new Error(`Prism's process ${outcome}`);
    return { pid: child.pid ?? 0, address: outcome, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function listening(stdout: Readable | null): Promise<URL> {
  return await new Promise((resolve) => {
    let text = "";
    const read = (chunk: string): void => {
      text += chunk;
      const address = /listening on (http:\/\/\S+:\d+)/.exec(text)?.[1];
      if (address === undefined) return;
      stdout?.off("data", read);
      resolve(new URL(address));
    };
    stdout?.on("data", read);
  });
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  const force = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT);
  child.kill("SIGTERM");
  await exit;
  clearTimeout(force);
}

/** The end of what the process wrote. Reading is a duty as well: a full pipe would stop the process. */
function tail(stream: Readable | null): { readonly text: string } {
  const kept = { text: "" };
  stream?.setEncoding("utf8");
  stream?.on("data", (chunk: string) => {
    kept.text = (kept.text + chunk).slice(-TAIL);
  });
  return kept;
}

/** The line that names the error, out of a stack trace or a log. */
function cause(text: string): string {
  const lines = text.split("\n").flatMap((line) => line.trim() || []);
  const line = lines.find((candidate) => /^\w*Error\b.*:/.test(candidate)) ?? lines.at(-1);
  return line === undefined ? "" : `: ${line}`;
}
