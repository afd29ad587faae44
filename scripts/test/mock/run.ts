import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { root } from "../../bin.ts";

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
}

export interface Run {
  readonly process: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly ended: Promise<Ended>;
}

/** Runs a script of this folder's parent, as the root's package.json does. */
export function run(script: string, ...args: string[]): Run {
  const { FORCE_COLOR: _, ...env } = process.env;
  const child = spawn(process.execPath, [join("scripts", script), ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env,
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  return {
    process: child,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    ended: new Promise((resolve) => child.once("close", (code, signal) => resolve({ code, signal }))),
  };
}

/** Ids of the processes that a process has started. */
export function childrenOf(parent: number | undefined): number[] {
  return processes().flatMap(([pid, ppid]) => (ppid === parent ? [pid] : []));
}

export function isAlive(pid: number): boolean {
  return processes().some(([each]) => each === pid);
}

type ProcessIds = readonly [pid: number, parent: number];

function processes(): ProcessIds[] {
  if (existsSync("/proc/self/stat"))
    return readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? statOf(name) : []));
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  return lines.map((line): ProcessIds => {
    const [pid = 0, ppid = 0] = line.trim().split(/\s+/).map(Number);
    return [pid, ppid];
  });
}

/** Nothing for a process that has gone meanwhile, or that only waits to be forgotten (Z). */
function statOf(pid: string): ProcessIds[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" "); // the name before it may hold anything
    return state === "Z" ? [] : [[Number(pid), Number(parent)]];
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) return [];
    throw error;
  }
}
