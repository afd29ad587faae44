import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

/** What a command writes to stdout. If it fails, an error with all that it wrote. */
export async function output(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  // These are batch files on Windows, which only a shell starts.
  const shell = process.platform === "win32" && ["npm", "npx", "pnpm"].includes(command);
  const child = spawn(command, args, { cwd, env, shell, stdio: ["ignore", "pipe", "pipe"] });
  const closed = once(child, "close") as Promise<[number | null]>;
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${String(code)}\n${out}${err}`);
  return out.trim();
}
