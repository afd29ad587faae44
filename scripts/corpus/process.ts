import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

export interface Ended {
  readonly output: string;
  readonly seconds: number;
  /** Why it did not end well; undefined if it did. */
  readonly problem: string | undefined;
}

/** Runs a Node program in a process of its own, which is ended with all that it has started when its time is over. */
export async function runNode(args: readonly string[], cwd: string, seconds: number): Promise<Ended> {
  const start = performance.now();
  const grouped = process.platform !== "win32";
  const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"], detached: grouped });
  let late = false;
  const end = (): void => {
    if (child.pid === undefined) return;
    if (grouped) process.kill(-child.pid, "SIGKILL");
    else child.kill("SIGKILL");
  };
  const timer = setTimeout(() => {
    late = true;
    end();
  }, seconds * 1000);
  const closed = once(child, "close") as Promise<[code: number | null, signal: string | null]>;
  const [out, err, [code, signal]] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  clearTimeout(timer);
  return {
    output: `${out}${err}`.trim(),
    seconds: (performance.now() - start) / 1000,
    problem: late
      ? `it was not done after ${seconds} s`
      : code === 0
        ? undefined
        : `it ended with ${code === null ? String(signal) : String(code)}`,
  };
}
