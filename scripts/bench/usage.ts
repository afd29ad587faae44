import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** What a command took, the processes that it started included. */
export interface Usage {
  /** Seconds of CPU: user and system, of all threads. */
  readonly cpu: number;
  /** Most memory that any of its processes held at once, in MB. */
  readonly memory: number;
}

/** Node cannot ask what a child took, so every process says it itself as it ends. */
const TELL = `
const { isMainThread } = require("node:worker_threads");
if (isMainThread) process.on("exit", () => {
  const file = require("node:path").join(process.env.BENCH_USAGE, process.pid + ".json");
  require("node:fs").writeFileSync(file, JSON.stringify(process.resourceUsage()));
});`;

/** Runs a Node program to its end. Its folder for temporary files is empty, so that no cache of an earlier run helps it. */
export async function usageOf(
  args: readonly string[],
  cwd: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Usage> {
  const folder = mkdtempSync(join(tmpdir(), "bench-usage-"));
  const told = join(folder, "told");
  const temporary = join(folder, "tmp");
  const preload = join(folder, "tell.cjs");
  try {
    mkdirSync(told);
    mkdirSync(temporary);
    writeFileSync(preload, TELL);
    const { NODE_COMPILE_CACHE: _, FORCE_COLOR: __, ...kept } = process.env;
    const quiet = { NO_COLOR: "1", CI: "1", DO_NOT_TRACK: "1" };
    const env = { ...kept, ...quiet, TMPDIR: temporary, TEMP: temporary, TMP: temporary, ...more };
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...env, NODE_OPTIONS: `--require ${JSON.stringify(preload)}`, BENCH_USAGE: told },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const closed = once(child, "close") as Promise<[number | null]>;
    const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
    if (code !== 0) throw new Error(lastOf(`${out}${err}`) || `it ended with ${String(code)}`);
    return sumOf(readdirSync(told).map((file) => readFileSync(join(told, file), "utf8")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sumOf(told: readonly string[]): Usage {
  const all = told.map((each) => JSON.parse(each) as NodeJS.ResourceUsage);
  if (all.length === 0) throw new Error("it did not say what it took");
  const micros = all.reduce((sum, { userCPUTime, systemCPUTime }) => sum + userCPUTime + systemCPUTime, 0);
  return { cpu: micros / 1e6, memory: Math.max(...all.map(({ maxRSS }) => maxRSS)) / 1024 };
}

/** What a program says last tells best why it failed. */
function lastOf(said: string): string {
  const lines = said.split("\n").filter((line) => line.trim() !== "" && !/^\s+at |^Node\.js v/.test(line));
  return lines.slice(-3).join(" ").trim().slice(0, 300);
}
