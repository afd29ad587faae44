import { expect, test } from "vitest";
import type { ConsumerRow } from "../../bench/consumer/measure.ts";
import { consumerHeld, consumerSections } from "../../bench/consumer/sections.ts";
import { isOver } from "../../bench/harness/held.ts";

function row(spec: string, awaited: number, mixed: number, min: number, client = "vendor-sdks"): ConsumerRow {
  return { spec, client, awaited, distinct: 100, mixed, alone: 1, bundle: { min, gzip: 10 } };
}

function overs(...rows: ConsumerRow[]): string[] {
  return consumerHeld({ compiler: "", rows, left: [] })
    .filter(isOver)
    .map(({ what }) => what);
}

test("calls may cost so many instantiations, and no more in a large package than in a small one", () => {
  const small = row("made-up-0030", 31, 300, 1000);
  expect(overs(small, row("made-up-1200", 31, 300, 1000))).toEqual([]);
  expect(overs(small, row("made-up-1200", 32, 300, 1001))).toEqual([
    "made-up-1200: instantiations of 20 awaited calls, beyond those of made-up-0030",
    "made-up-1200: bytes of one call, beyond those of made-up-0030",
  ]);
  expect(overs(row("made-up-0030", 61, 601, 1000))).toHaveLength(2);
});

test("a spec of other operations is held to the limits alone", () => {
  expect(overs(row("made-up-0030", 31, 300, 1000), row("github", 50, 500, 2000))).toEqual([]);
});

test("others have figures, and no verdict", () => {
  expect(overs(row("made-up-0030", 23_000, 94_000, 9000, "openapi-fetch"))).toEqual([]);
  const [types] = consumerSections({ compiler: "", rows: [row("github", 23_000, 0, 1, "hey-api")], left: [] });
  expect(types?.rows[0]).toContain("23,000");
});

test("a spec that could not be measured is told with the reason", () => {
  const sections = consumerSections({ compiler: "", rows: [], left: ["github, no such file"] });
  for (const { notes } of sections) expect(notes.at(-1)).toBe("Left out: github, no such file.");
});
