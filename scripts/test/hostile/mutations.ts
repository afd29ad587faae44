import * as fc from "fast-check";

import type { JsonObject } from "../../generate/load/json.ts";
import { PAYLOADS } from "./payloads.ts";

/** One change to a document: where, by how far down a way of choices, and what happens there. */
export interface Mutation {
  /** Each number picks a field or an item, whatever its count is; the last one is where the change happens. */
  readonly way: readonly number[];
  readonly change: Change;
}

type Change =
  | { readonly is: "replace"; readonly by: unknown }
  | { readonly is: "remove" }
  | { readonly is: "rename"; readonly to: string }
  | { readonly is: "repeat" }
  | { readonly is: "swap"; readonly from: number };

const texts = fc.oneof(
  fc.constantFrom(...Object.values(PAYLOADS).filter((text) => text.length < 1000)),
  fc.string({ unit: "binary" }),
);

// What a keyword may say, in places where it belongs and where it does not.
const FRAGMENTS: readonly unknown[] = [
  { $ref: "#/components/schemas/Thing" },
  { $ref: "#" },
  { $ref: "#/paths/~1things/get" },
  { $ref: "#/components/schemas/Thing/properties/parts/items" },
  { $ref: "other.yaml#/a" },
  { allOf: [{ $ref: "#/components/schemas/Thing" }, { required: ["id"], properties: { id: false } }] },
  { oneOf: [] },
  { not: {} },
  { type: ["object", "array", "null"], items: true, prefixItems: [], properties: {} },
  { enum: [null, 1, "1", {}, [], true, 1e300, -0] },
  { const: { deep: [[[]]] } },
  { type: "array", prefixItems: [{}, false], minItems: -1, unevaluatedItems: false },
  { $dynamicRef: "#node" },
  { $defs: { a: { $anchor: "a" } }, $ref: "#a" },
  { "application/x-www-form-urlencoded": { schema: { type: "object" }, encoding: { a: { style: "deepObject" } } } },
  { "multipart/form-data": { schema: { type: "object", properties: { file: { format: "binary" } } } } },
  { "text/event-stream": { itemSchema: { type: "object" } } },
  { "*/*": {} },
  [{ url: "/{x}/{x}", variables: {} }],
  [{ Token: [], Key: [] }, {}],
];

const change: fc.Arbitrary<Change> = fc.oneof(
  {
    arbitrary: fc.record({
      is: fc.constant("replace" as const),
      by: fc.oneof(texts, fc.constantFrom(...FRAGMENTS), fc.jsonValue({ maxDepth: 2 })),
    }),
    weight: 5,
  },
  { arbitrary: fc.record({ is: fc.constant("remove" as const) }), weight: 2 },
  { arbitrary: fc.record({ is: fc.constant("rename" as const), to: texts }), weight: 3 },
  { arbitrary: fc.record({ is: fc.constant("repeat" as const) }), weight: 1 },
  { arbitrary: fc.record({ is: fc.constant("swap" as const), from: fc.nat(1_000_000) }), weight: 2 },
);

/** One to four changes. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({ way: fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 }), change }),
  { minLength: 1, maxLength: 4 },
);

/** The document after all of them. */
export function mutated(document: JsonObject, all: readonly Mutation[]): unknown {
  return all.reduce<unknown>((now, { way, change }) => at(now, way, change, now), document);
}

function at(value: unknown, [step, ...rest]: readonly number[], change: Change, whole: unknown): unknown {
  if (step === undefined || typeof value !== "object" || value === null) return value;
  const entries: [string, unknown][] = Object.entries(value);
  const index = entries.length === 0 ? 0 : step % entries.length;
  const [name, entry] = entries[index] ?? ["", undefined];
  const isHere = rest.length === 0 || typeof entry !== "object" || entry === null;
  const next: [string, unknown][] = isHere
    ? changedEntry(name, entry, change, whole)
    : [[name, at(entry, rest, change, whole)]];
  const all = [...entries.slice(0, index), ...next, ...entries.slice(index + 1)];
  return Array.isArray(value) ? all.map(([, item]) => item) : Object.fromEntries(all);
}

function changedEntry(name: string, entry: unknown, change: Change, whole: unknown): [string, unknown][] {
  switch (change.is) {
    case "replace":
      return [[name, change.by]];
    case "remove":
      return [];
    case "rename":
      return [[change.to, entry]];
    case "repeat":
      return [
        [name, entry],
        [`${name}2`, entry],
      ];
    case "swap":
      return [[name, somewhere(whole, change.from)]];
  }
}

/** A value from elsewhere in the document. */
function somewhere(document: unknown, choice: number): unknown {
  const values: unknown[] = [];
  const collect = (value: unknown): void => {
    values.push(value);
    if (typeof value === "object" && value !== null) Object.values(value).forEach(collect);
  };
  collect(document);
  return values[choice % values.length];
}
