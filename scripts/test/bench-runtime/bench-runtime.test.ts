import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Figures } from "../../bench-runtime/figures.ts";
import type { Measured } from "../../bench/harness/run.ts";
import { root } from "../../bin.ts";
import { handWrittenOf } from "../../generate/specs.ts";
import { run } from "../mock/run.ts";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "bench-runtime-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

/** Every figure of a row, wherever it stands. */
function figures(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return typeof value === "string" ? [] : [value];
  return Object.values(value).flatMap(figures);
}

function expectNumbers(rows: readonly object[]): void {
  for (const row of rows) {
    const found = figures(row).filter((value) => typeof value !== "boolean");
    expect(found.length).toBeGreaterThan(2);
    expect(found.filter((value) => !Number.isFinite(value))).toEqual([]); // JSON writes NaN as null
  }
}

test("a quick run measures every client of every part, and writes what it prints", { timeout: 120_000 }, async () => {
  const out = folder();
  const bench = run("bench-runtime.ts", "--quick", "--out", out);
  expect(await bench.ended).toEqual({ code: 0, signal: null });
  expect(bench.stderr()).toBe("");
  expect(readdirSync(out).toSorted()).toEqual(["bench-runtime.json", "bench-runtime.md"]);
  expect(bench.stdout()).toBe(readFileSync(join(out, "bench-runtime.md"), "utf8"));

  const report: unknown = JSON.parse(readFileSync(join(out, "bench-runtime.json"), "utf8"));
  const { bundle, cpu, types, sections } = report as Required<Figures> & Pick<Measured, "sections">;
  const names = handWrittenOf(root);
  expect(bundle.rows.map(({ client }) => client)).toEqual(expect.arrayContaining(["openapi-fetch", "ky", ...names]));
  expectNumbers(bundle.rows);
  expect(bundle.breakdowns).toHaveLength(3);
  for (const { contents, total } of bundle.breakdowns) {
    expect(contents.reduce((sum, { min }) => sum + min, 0)).toBe(total.min);
    expect(contents.some(({ source }) => source.startsWith("packages/runtime/src/"))).toBe(true);
  }
  expect(cpu.stubs.map(({ stub }) => stub)).toEqual(["full", "light"]);
  for (const { rows } of cpu.stubs) {
    expect(rows).toHaveLength(6);
    expectNumbers(rows);
  }
  expect(types.rows.map(({ client }) => client)).toEqual(names);
  expectNumbers(types.rows);

  const drawn = sections.flatMap(({ plots = [] }) => plots);
  expect(drawn.map(({ bars }) => bars.filter(({ ours }) => ours).length > 0)).toEqual(drawn.map(() => true));
  expect(drawn.flatMap(({ bars }) => bars).filter(({ value }) => !Number.isFinite(value))).toEqual([]);
});

test("an argument that it does not know ends it with what it takes", async () => {
  const bench = run("bench-runtime.ts", "--only", "speed");
  expect(await bench.ended).toEqual({ code: 2, signal: null });
  expect(bench.stderr()).toContain("--only takes one of bundle, cpu, types");
});
