import { spawn } from "node:child_process";
import { join } from "node:path";

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs an example as people do, with nothing in its environment but what is given. */
export function run(
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  {
    input = "",
    stopAt,
  }: { readonly input?: string; /** Interrupted when it has said so on stderr. */ readonly stopAt?: string } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, `../${script}.ts`), ...args], {
      env: environment,
    });
    let [stdout, stderr] = ["", ""];
    let stopping = false;
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
      if (stopAt === undefined || stopping || !stderr.includes(stopAt)) return;
      stopping = true;
      child.kill("SIGINT");
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input);
  });
}
