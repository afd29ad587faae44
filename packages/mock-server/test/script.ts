import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";

export interface Script {
  readonly process: ChildProcess;
  /** The next line on stdout. */
  line(): Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null; readonly stderr: string }>;
}

/** Runs a module of the test's own in a Node process; `SRC` in it is the URL of the sources. */
export function runScript(text: string): Script {
  const source = text.replaceAll("SRC", new URL("../src", import.meta.url).href);
  const child = spawn(process.execPath, ["--input-type=module", "--eval", source], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  return {
    process: child,
    line: async () => String((await lines.next()).value),
    ended: new Promise((resolve) => child.once("close", (code, signal) => resolve({ code, signal, stderr }))),
  };
}
