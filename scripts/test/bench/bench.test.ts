import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { ConsumerReport } from "../../bench/consumer/measure.ts";
import { run } from "../mock/run.ts";

test("a quick run generates, measures and writes what it prints", { timeout: 120_000 }, async () => {
  const out = mkdtempSync(join(tmpdir(), "bench-test-"));
  onTestFinished(() => rmSync(out, { recursive: true }));
  const bench = run("bench.ts", "--quick", "--out", out);
  expect(await bench.ended).toEqual({ code: 0, signal: null });
  expect(bench.stderr()).toBe("");
  expect(bench.stdout()).toBe(readFileSync(join(out, "bench.md"), "utf8"));
  const { generation, watch, consumer } = JSON.parse(readFileSync(join(out, "bench.json"), "utf8")) as {
    readonly watch: readonly { readonly saves: number }[];
    readonly consumer: ConsumerReport;
    readonly generation: readonly {
      readonly spec: string;
      readonly rows: readonly { readonly generator: string; readonly files?: number }[];
    }[];
  };
  expect(generation.map(({ spec }) => spec)).toEqual(["made-up-0030", "ours"]);
  expect(watch.every(({ saves }) => saves === 1)).toBe(true);
  expect(consumer.left).toEqual([]);
  expect(consumer.rows.map(({ spec, client }) => [spec, client])).toEqual([["made-up-0030", "vendor-sdks"]]);
  for (const { rows } of generation) {
    const ours = rows.find(({ generator }) => generator === "vendor-sdks");
    expect(ours).not.toHaveProperty("failed");
    expect(Number(ours?.files)).toBeGreaterThan(10);
  }
});

test("an argument that it does not know ends it with what it takes", async () => {
  const bench = run("bench.ts", "--only", "speed");
  expect(await bench.ended).toEqual({ code: 2, signal: null });
  expect(bench.stderr()).toContain("--only takes one of");
});
