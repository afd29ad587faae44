import { isDeepStrictEqual } from "node:util";
import type { JsonObject } from "../generate/load/json.ts";
import { isObject, own } from "../generate/load/json.ts";

/** What whoever publishes a package decides: its version, and the words about it. */
const OWN = ["version", "description", "keywords"];

/** Whose versions move with those of other packages. */
const RANGES = ["dependencies", "devDependencies"];

/** What in a package.json is not what the generator writes there, a line each. */
export function manifestProblems(found: unknown, expected: unknown): string[] {
  if (!isObject(found) || !isObject(expected)) return ["package.json: it is no object"];
  const fields = [...new Set([...Object.keys(found), ...Object.keys(expected)])].filter(
    (field) => !OWN.includes(field),
  );
  return fields.flatMap((field) => {
    const [is, should] = [comparable(found, field), comparable(expected, field)];
    return isDeepStrictEqual(is, should)
      ? []
      : [`package.json: ${field} is ${shown(is)}, and the generator writes ${shown(should)}`];
  });
}

function comparable(manifest: JsonObject, field: string): unknown {
  const value = own(manifest, field);
  return RANGES.includes(field) && isObject(value) ? Object.keys(value).toSorted() : value;
}

function shown(value: unknown): string {
  return value === undefined ? "missing" : JSON.stringify(value);
}
