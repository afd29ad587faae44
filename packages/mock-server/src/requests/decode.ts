import { asObject, type JsonObject } from "../json.ts";
import { typesOf } from "../schema/prepare-schema.ts";
import { shapesOf } from "../values/shapes.ts";

// The way back from a request's texts to the values of parameters, by OpenAPI's rules ("Style Values").

/** What a document says of the way a value is written. */
export interface Writing {
  readonly style: string;
  readonly explode: boolean;
  readonly schema: unknown;
}

/** The pairs of a query or a form, as they were sent. */
export type Pairs = readonly (readonly [name: string, value: string])[];

export function pairsOf(query: string, mark = "&"): Pairs {
  return query
    .split(mark)
    .filter((pair) => pair.trim() !== "")
    .map((pair) => {
      const [name = "", ...rest] = pair.trim().split("=");
      return [decode(name), rest.join("=")] as const;
    });
}

/** A plus is a space in queries and forms; what is no escape stays as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

/** The types and properties that a schema allows in any of its alternatives. */
interface Reading {
  readonly types: ReadonlySet<string>;
  readonly properties: JsonObject;
  readonly items: unknown;
  readonly additional: unknown;
}

const ALTERNATIVES = 24;

export function readingOf(document: JsonObject, schema: unknown): Reading {
  const types = new Set<string>();
  const properties: JsonObject = {};
  let items: unknown;
  let additional: unknown;
  let count = 0;
  for (const { schema: shape } of shapesOf(document, schema, new Set())) {
    for (const type of typesOf(shape)) types.add(type);
    if (shape["items"] !== undefined || shape["prefixItems"] !== undefined) types.add("array");
    if (shape["properties"] !== undefined || shape["additionalProperties"] !== undefined) types.add("object");
    for (const choice of [shape["enum"] ?? [], "const" in shape ? shape["const"] : []].flat()) {
      types.add(choice === null ? "null" : typeof choice);
    }
    for (const [name, property] of Object.entries(asObject(shape["properties"]))) properties[name] ??= property;
    items ??= shape["items"];
    additional ??= shape["additionalProperties"];
    if (++count === ALTERNATIVES) break;
  }
  return { types, properties, items, additional };
}

/** A single text as the schema wants it: as a number or boolean only where it is one and may be one. */
export function readText(document: JsonObject, schema: unknown, text: string): unknown {
  const { types } = readingOf(document, schema);
  if ((types.has("number") || types.has("integer")) && /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text))
    return Number(text);
  if (types.has("boolean") && (text === "true" || text === "false")) return text === "true";
  if (types.has("null") && (text === "null" || text === "") && !types.has("string")) return null;
  return text;
}

/** One text that may hold a list or an object, its parts told apart by a mark. */
export function readMembers(
  document: JsonObject,
  { schema, explode }: Writing,
  raw: string,
  mark: string | RegExp,
): unknown {
  const { types, properties, items, additional } = readingOf(document, schema);
  if (types.has("object") && !types.has("string")) {
    const parts = raw.split(mark);
    const pairs = explode
      ? parts.map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)] as const)
      : parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? ""] as const] : []));
    return Object.fromEntries(
      pairs.map(([key, value]) => {
        const name = decode(key);
        return [name, readText(document, properties[name] ?? additional, decode(value))];
      }),
    );
  }
  if (types.has("array")) return raw.split(mark).map((part) => readText(document, items, decode(part)));
  return readText(document, schema, decode(raw));
}

const MARKS: Readonly<Record<string, RegExp>> = {
  form: /,/,
  cookie: /,/,
  spaceDelimited: /%20|\+| /,
  pipeDelimited: /\||%7C/i,
};

/** What was found in pairs, and the names that it took. */
interface Found {
  readonly value: unknown;
  /** What it is if it is no list of one item: a schema may allow either, and nothing in a text tells. */
  readonly alone?: unknown;
  readonly used: readonly string[];
}

/** The value of a parameter of a query, cookie or form; undefined where it was not sent. */
export function readPairs(document: JsonObject, name: string, writing: Writing, pairs: Pairs): Found | undefined {
  const { style, explode, schema } = writing;
  const { types, properties, items, additional } = readingOf(document, schema);
  if (style === "deepObject") return readDeep(document, name, schema, pairs);
  const own = pairs.filter(([key]) => key === name);
  if (explode && types.has("object") && own.length === 0) {
    const isOpen = additional !== undefined && additional !== false;
    const given = pairs.filter(([key]) => Object.hasOwn(properties, key) || isOpen);
    if (given.length === 0) return undefined;
    const entries = given.map(
      ([key, value]) => [key, readText(document, properties[key] ?? additional, decode(value))] as const,
    );
    return { value: Object.fromEntries(entries), used: given.map(([key]) => key) };
  }
  const [first] = own;
  if (first === undefined) return undefined;
  const used = [name];
  if (explode && types.has("array")) {
    const value = own.map(([, text]) => readText(document, items, decode(text)));
    return own.length > 1 ? { value, used } : { value, alone: readText(document, schema, decode(first[1])), used };
  }
  if (own.length > 1) return { value: own.map(([, value]) => decode(value)), used };
  const mark = MARKS[style];
  return {
    value:
      mark === undefined ? decode(first[1]) : readMembers(document, { ...writing, explode: false }, first[1], mark),
    used,
  };
}

function readDeep(
  document: JsonObject,
  name: string,
  schema: unknown,
  pairs: Pairs,
): { readonly value: unknown; readonly used: readonly string[] } | undefined {
  const own = pairs.filter(([key]) => key.startsWith(`${name}[`) && key.endsWith("]"));
  if (own.length === 0) return undefined;
  const value: JsonObject = {};
  for (const [key, raw] of own) {
    const path = key.slice(name.length + 1, -1).split("][");
    let described: unknown = schema;
    let target: JsonObject = value;
    for (const [index, part] of path.entries()) {
      const { properties, additional, items } = readingOf(document, described);
      described = part === "" ? items : (properties[part] ?? additional);
      if (index === path.length - 1) set(document, target, part, described, decode(raw));
      else target = (target[part] ??= {}) as JsonObject;
    }
  }
  return { value, used: own.map(([key]) => key) };
}

function set(document: JsonObject, target: JsonObject, name: string, schema: unknown, text: string): void {
  const { types, items } = readingOf(document, schema);
  const before = target[name];
  if (types.has("array"))
    target[name] = [...((before as unknown[] | undefined) ?? []), readText(document, items, text)];
  else if (before === undefined) target[name] = readText(document, schema, text);
  else target[name] = [before, text].flat();
}
