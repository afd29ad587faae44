import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, onTestFinished, test } from "vitest";
import type { Change } from "../../spec-diff/change.ts";
import { compareSpecs } from "../../spec-diff/compare.ts";
import { isWhole, readSide, type Side } from "../../spec-diff/side.ts";
import { PAIRS } from "./pairs.ts";

function side(document: object): Side {
  const folder = mkdtempSync(join(tmpdir(), "spec-diff-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "openapi.json");
  writeFileSync(file, JSON.stringify(document));
  const read = readSide("shop", file);
  if (!isWhole(read)) throw new Error(JSON.stringify(read.diagnostics));
  return read;
}

test.each(PAIRS)("$verdict: $name", { timeout: 60_000 }, async ({ before, after, verdict, told }) => {
  const changes = await compareSpecs(side(before), side(after));
  expect(changes[0]?.kind ?? "none").toBe(verdict);
  const heard = changes.map(({ operation = "", rule }) => [operation, rule]);
  for (const each of told) expect(heard).toContainEqual(each);
  for (const change of changes) expect(faultsOf(change)).toEqual([]);
});

test("every kind of verdict is among the pairs, and no two pairs have one name", () => {
  expect(new Set(PAIRS.map(({ verdict }) => verdict)).size).toBe(5);
  expect(new Set(PAIRS.map(({ name }) => name)).size).toBe(PAIRS.length);
  expect(PAIRS.length).toBeGreaterThanOrEqual(60);
});

/** Every change says where, what and what to do, in whole sentences. */
function faultsOf({ reason, remedy, before, after }: Change): string[] {
  return [
    ...(/^[A-Z`].*[.!?]$/s.test(reason) && !reason.includes("\n") ? [] : [`reason: ${reason}`]),
    ...(/^[A-Z].*\.$/.test(remedy) ? [] : [`remedy: ${remedy}`]),
    ...(before === undefined && after === undefined ? ["no place"] : []),
  ];
}
