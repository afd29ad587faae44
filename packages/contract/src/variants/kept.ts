import { isDeepStrictEqual } from "node:util";
import { isObject, listOf } from "../openapi/json.ts";
import { pointerTo, spotsOf, type Reading, type SchemaPlace, type Spot } from "../openapi/spots.ts";
import { rebuild } from "./rebuild.ts";

/** A value as it is sent: integers that clients shall read as bigints are bigints, whatever their size. */
export function asSent(reading: Reading, schema: SchemaPlace, value: unknown): unknown {
  const spots = spotsOf(reading, schema, value).filter((spot) => isBigint(spot) && typeof spot.value === "number");
  return rebuild(value, new Map(spots.map(({ at, value: each }) => [pointerTo(at), BigInt(Number(each))])));
}

export function isBigint({ schemas }: Spot): boolean {
  return isInt64({ schemas }) && schemas.some(({ schema }) => schema["x-sdk-bigint"] === true);
}

export function isInt64({ schemas }: Pick<Spot, "schemas">): boolean {
  return schemas.some(({ schema }) => schema["format"] === "int64");
}

/** Where two values differ, as JSON pointers: in members, their order in lists, types, signs, prototypes. */
export function differences(actual: unknown, wanted: unknown, at: readonly string[] = []): string[] {
  if (isDeepStrictEqual(actual, wanted)) return [];
  const step = (name: string, a: unknown, b: unknown): string[] => differences(a, b, [...at, name]);
  if (Array.isArray(actual) && Array.isArray(wanted) && actual.length === wanted.length) {
    return listOf(actual).flatMap((each, index) => step(String(index), each, listOf(wanted)[index]));
  }
  if (isObject(actual) && isObject(wanted)) {
    const names = [...new Set([...Object.keys(wanted), ...Object.keys(actual)])];
    const own = (owner: object, name: string): unknown =>
      Object.hasOwn(owner, name) ? (owner as Readonly<Record<string, unknown>>)[name] : MISSING;
    const found = names.flatMap((name) => step(name, own(actual, name), own(wanted, name)));
    if (found.length > 0) return found;
  }
  return [`${pointerTo(at) || "the body"}: ${shown(actual)} instead of ${shown(wanted)}`];
}

const MISSING: unique symbol = Symbol("nothing");

function shown(value: unknown): string {
  if (value === MISSING) return "nothing";
  if (typeof value === "bigint") return `${value}n`;
  const text = Object.is(value, -0) ? "-0" : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
