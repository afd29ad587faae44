import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { root } from "../../bin.ts";

const run = promisify(execFile);
const soak = (...args: readonly string[]): Promise<{ stdout: string }> =>
  run(process.execPath, [join(root, "scripts/soak.ts"), ...args]);

it("holds for a few thousand calls of all clients", { timeout: 90_000 }, async () => {
  const { stdout } = await soak("--calls", "3000", "--seed", "20260101");
  expect(stdout).toContain("Seed 20260101");
  expect(stdout).toMatch(/^\S+: \d+ calls in/m);
  expect(stdout).toContain("Everything held");
});

it("explains itself where its arguments make no sense", async () => {
  await expect(soak("--calls", "many")).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining("--seed") as string,
  });
});
