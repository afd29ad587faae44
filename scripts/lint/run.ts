import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { root } from "../bin.ts";
import type { Tool } from "./tools.ts";

export interface Outcome {
  readonly tool: Tool;
  readonly ok: boolean;
  readonly seconds: number;
  readonly output: string;
}

export async function run(tool: Tool): Promise<Outcome> {
  const start = performance.now();
  const child = spawn(process.execPath, [tool.script, ...tool.args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  });
  const closed = once(child, "close") as Promise<[number | null]>;
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { tool, ok: code === 0, seconds: (performance.now() - start) / 1000, output: `${out}${err}`.trim() };
}
