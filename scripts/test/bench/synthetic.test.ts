import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeSynthetic } from "../../bench/specs.ts";
import { syntheticSpec } from "../../bench/synthetic.ts";
import { loadSpec } from "../../generate/load/load.ts";
import { operationsOf } from "../../generate/load/walk.ts";

test("a made-up spec has as many operations as asked for, and nothing that the generator minds", () => {
  const folder = mkdtempSync(join(tmpdir(), "bench-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const { name, file } of writeSynthetic(folder, [30, 60])) {
    const { document, diagnostics } = loadSpec(file);
    expect(diagnostics).toEqual([]);
    expect(name).toBe(`made-up-00${operationsOf(document).length}`);
  }
});

test("a large one holds the operations of a small one as they are", () => {
  const [small, large] = [30, 60].map((size) => operationsOf(syntheticSpec(size)));
  expect(large?.slice(0, 30)).toEqual(small);
});
