import * as fc from "fast-check";
import { listOf, type JsonObject } from "../../openapi/json.ts";
import { DEPTH, type Making, type Place } from "./making.ts";
import { plain } from "./plain.ts";
import { distinct } from "./tries.ts";

/** Enough to find whoever joins, cuts or counts. */
const LONG = 40;

export function lists(making: Making, schema: JsonObject, place: Place): fc.Arbitrary<unknown[]> | undefined {
  const least = numberOf(schema["minItems"]) ?? 0;
  const most = numberOf(schema["maxItems"]) ?? Infinity;
  const tuple = listOf(schema["prefixItems"]);
  if (tuple.length > 0) return tuples(making, schema, place, { tuple, least, most });
  const items = making.make(schema["items"] ?? schema["contains"] ?? true, place);
  if (items === undefined || most === 0) return least === 0 ? fc.constant([]) : undefined;
  const usual = place.depth > DEPTH ? least : Math.min(most, least + 4);
  if (schema["uniqueItems"] === true)
    return distinct(items, { minLength: least, maxLength: usual, keyOf: textOfItem }, schema);
  const of = (minLength: number, maxLength: number): fc.Arbitrary<unknown[]> =>
    fc.array(items, { minLength, maxLength, size: "max" });
  const long = Math.min(most, Math.max(LONG, least));
  if (place.depth > 1 || long <= usual) return of(least, usual);
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 9, arbitrary: of(least, usual) },
    { weight: 1, arbitrary: of(least, long) },
  );
}

/** The same for items that JSON Schema takes for the same. */
export function textOfItem(item: unknown): string {
  return JSON.stringify(plain(item));
}

interface Tuple {
  readonly tuple: readonly unknown[];
  readonly least: number;
  readonly most: number;
}

function tuples(
  making: Making,
  schema: JsonObject,
  place: Place,
  { tuple, least, most }: Tuple,
): fc.Arbitrary<unknown[]> | undefined {
  const first = tuple.slice(0, most).map((each) => making.make(each, place));
  if (first.includes(undefined)) return undefined;
  const head = fc.tuple(...(first as fc.Arbitrary<unknown>[]));
  const rest = schema["items"] === false ? undefined : making.make(schema["items"] ?? true, place);
  const missing = Math.max(least - first.length, 0);
  if (rest === undefined) return missing === 0 ? head : undefined;
  const more = fc.array(rest, {
    minLength: missing,
    maxLength: Math.min(missing + 2, Math.max(most - first.length, 0)),
  });
  return fc.tuple(head, more).map(([a, b]) => [...a, ...b]);
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
