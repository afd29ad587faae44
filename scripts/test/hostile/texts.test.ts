import { describe, expect, test } from "vitest";

import { generated } from "./generated.ts";
import { ALL_AT_ONCE, PAYLOADS } from "./payloads.ts";
import { filled, slotsOf } from "./slots.ts";
import { wholeSpec } from "./spec.ts";

const slots = slotsOf(wholeSpec());

test("the document whose texts are replaced says something of everything", () => {
  const { codes, faults, files } = generated(wholeSpec());
  expect({ codes, faults }).toEqual({ codes: [], faults: [] });
  expect(files.size).toBeGreaterThan(10);
  expect(slots.length).toBeGreaterThan(400);
});

test(
  "whatever text stands in whatever place, what is emitted is inert or the document is refused",
  { timeout: 120_000 },
  () => {
    const faults = slots.flatMap((slot) =>
      generated(filled(wholeSpec(), slot, ALL_AT_ONCE)).faults.map(
        (fault) => `${slot.is} ${slot.way.join(" > ")}: ${fault}`,
      ),
    );
    expect(faults).toEqual([]);
  },
);

describe.each(Object.entries(PAYLOADS))("a text that %s", (_, text) => {
  test("is harmless as a name and as a value", { timeout: 120_000 }, () => {
    const places = slots.filter(({ way, is }) =>
      is === "value" ? PROSE.has(way.at(-1) ?? "") || isListed(way) : isNamed(way),
    );
    const faults = places.flatMap((slot) =>
      generated(filled(wholeSpec(), slot, text)).faults.map((fault) => `${slot.is} ${slot.way.join(" > ")}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });
});

// Each text alone goes where authors write freely; the test above has put them all everywhere.
const PROSE = new Set([
  "title",
  "operationId",
  "name",
  "default",
  "const",
  "pattern",
  "absent",
  "url",
  "tokenUrl",
  "example",
]);

function isListed(way: readonly string[]): boolean {
  return ["enum", "tags", "mapping", "contains"].includes(way.at(-2) ?? "");
}

function isNamed(way: readonly string[]): boolean {
  const holder = way.at(-2) ?? "";
  return [
    "schemas",
    "properties",
    "paths",
    "variables",
    "fields",
    "securitySchemes",
    "responses",
    "content",
    "examples",
    "webhooks",
    "keep",
  ].includes(holder);
}
