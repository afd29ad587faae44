import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { usageOf } from "../../bench/usage.ts";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "bench-test-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

const BUSY = "for (const end = process.cpuUsage().user + 50_000; process.cpuUsage().user < end; );";

test("a program's CPU and peak memory are known when it has ended", async () => {
  const { cpu, memory } = await usageOf(["-e", `${BUSY} Buffer.alloc(100_000_000, 1)`], folder());
  expect(cpu).toBeGreaterThan(0.05);
  expect(memory).toBeGreaterThan(100);
});

test("what its own processes take counts, and so do those that end early", async () => {
  const child = `require("child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(`${BUSY} process.exit()`)}])`;
  expect((await usageOf(["-e", child], folder())).cpu).toBeGreaterThan(0.05);
});

test("a program that fails is told with what it said last", async () => {
  const said = usageOf(["-e", `console.error("no such spec"); process.exit(3)`], folder());
  await expect(said).rejects.toThrow("no such spec");
  await expect(usageOf(["-e", "process.exit(3)"], folder())).rejects.toThrow("it ended with 3");
});

test("every run finds an empty folder for temporary files", async () => {
  const leave = `const { mkdtempSync, readdirSync } = require("fs"); const { tmpdir } = require("os");
    if (readdirSync(tmpdir()).length > 0) throw new Error("left over"); mkdtempSync(tmpdir() + "/left-")`;
  await usageOf(["-e", leave], folder());
  await usageOf(["-e", leave], folder());
});
