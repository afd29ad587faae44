import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export interface Script {
  readonly process: ChildProcess;
  /** The next line on stdout. */
  line(): Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null; readonly stderr: string }>;
}

/** Runs a module of the test's own in a Node process; `SRC` in it is the URL of the sources. */
export function runScript(text: string, folder?: string): Script {
  const source = text.replaceAll("SRC", new URL("../src", import.meta.url).href);
  return run(["--input-type=module", "--eval", source], folder);
}

/** Runs the command `vendor-mock`. */
export function runCli(argv: readonly string[], folder: string): Script {
  return run([fileURLToPath(new URL("../src/cli.ts", import.meta.url)), ...argv], folder);
}

function run(argv: readonly string[], folder?: string): Script {
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "pipe"], cwd: folder });
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
