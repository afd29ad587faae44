import { hasFlag, type SchemaChecker, type ValueMaker } from "@vendor-sdks/mock-server";
import { isObject, listOf, objectOf, textOf, type JsonObject } from "./json.ts";
import { escapeToken, fits, targetOf, type SchemaPlace } from "./spots.ts";

// Every schema that a body's schema consists of, each with a body in which something stands under it. Only there can be shown what
// it forbids.

export interface Planting {
  readonly document: JsonObject;
  readonly checker: SchemaChecker;
  readonly maker: ValueMaker;
  readonly direction: "request" | "response";
}

/** A schema, and a whole value that is sound and has a place under it. */
export interface Standing {
  /** JSON pointer of the schema. */
  readonly pointer: string;
  readonly schema: JsonObject;
  /** The place in the value. */
  readonly at: readonly string[];
  readonly whole: Whole;
}

/** A sound value; where none has such a place, the reason as far as it is known. */
export type Whole = Sound | Missing;

interface Sound {
  readonly value: unknown;
}

interface Missing {
  readonly missing: string | undefined;
}

const MISSING: Missing = { missing: undefined };

export function standingsOf(planting: Planting, root: SchemaPlace, value: unknown): Standing[] {
  const isSound = (each: unknown): boolean =>
    planting.checker.problems(root.schema ?? {}, each, planting.direction).length === 0;
  const walk: Walk = { planting, isSound, found: [], seen: new Set() };
  enter(walk, root, isSound(value) ? { value } : MISSING, []);
  return walk.found;
}

interface Walk {
  readonly planting: Planting;
  readonly isSound: (value: unknown) => boolean;
  readonly found: Standing[];
  /** Schemas that were entered with a place under them: what they say is the same everywhere. */
  readonly seen: Set<string>;
}

function enter(walk: Walk, { pointer, schema }: SchemaPlace, whole: Whole, at: readonly string[]): void {
  if (!isObject(schema) || walk.seen.has(pointer) || at.length > DEEPEST) return;
  if ("value" in whole) walk.seen.add(pointer);
  else if (walk.found.some((each) => each.pointer === pointer)) return;
  const { document } = walk.planting;
  const target = textOf(schema["$ref"]);
  if (target !== undefined) enter(walk, targetOf(document, target), whole, at);
  if (target !== undefined && String(document["openapi"]).startsWith("3.0")) return;
  walk.found.push({ pointer, schema: withoutHidden(walk.planting, schema), at, whole });
  const parts = (word: string): SchemaPlace[] =>
    listOf(schema[word]).map((part, index) => ({ pointer: `${pointer}/${word}/${index}`, schema: part }));
  for (const part of parts("allOf")) enter(walk, part, whole, at);
  const oneOf = parts("oneOf");
  for (const part of oneOf) enter(walk, part, chosen(walk, part, whole, at, oneOf), at);
  for (const part of parts("anyOf")) enter(walk, part, chosen(walk, part, whole, at, []), at);
  const owner = ofType(walk, schema, whole, at, "object");
  for (const [name, property] of Object.entries(objectOf(schema["properties"]))) {
    const place = { pointer: `${pointer}/properties/${escapeToken(name)}`, schema: property };
    if (isHidden(walk.planting, property)) {
      // Of what only comes back a request can break just that.
      if (walk.planting.direction === "request")
        walk.found.push({ pointer: place.pointer, schema: { readOnly: true }, at: [...at, name], whole: owner });
      continue;
    }
    enter(walk, place, withMember(walk, place, owner, at, name), [...at, name]);
  }
  for (const [pattern, each] of Object.entries(objectOf(schema["patternProperties"]))) {
    const place = { pointer: `${pointer}/patternProperties/${escapeToken(pattern)}`, schema: each };
    const name = Object.keys(objectOf(memberAt(owner, at))).find((key) => fits(pattern, key));
    enter(walk, place, name === undefined ? missing(owner) : owner, [...at, name ?? ""]);
  }
  if (isObject(schema["additionalProperties"])) {
    const place = { pointer: `${pointer}/additionalProperties`, schema: schema["additionalProperties"] };
    const own = Object.keys(objectOf(schema["properties"]));
    const name = Object.keys(objectOf(memberAt(owner, at))).find((key) => !own.includes(key)) ?? "example";
    enter(walk, place, withMember(walk, place, owner, at, name), [...at, name]);
  }
  const list = ofType(walk, schema, whole, at, "array");
  const first = parts("prefixItems");
  for (const [index, part] of first.entries()) {
    enter(walk, part, hasItem(list, at, index) ? list : missing(list), [...at, String(index)]);
  }
  if (isObject(schema["items"])) {
    const place = { pointer: `${pointer}/items`, schema: schema["items"] };
    const index = first.length;
    const isFull = Number(schema["maxItems"]) <= index;
    const item = isFull ? { missing: "the list holds no item there" } : withItem(walk, place, list, at, index);
    enter(walk, place, item, [...at, String(index)]);
  }
}

/** What contains itself says nothing new further down. */
const DEEPEST = 12;

function isHidden({ document, direction }: Planting, property: unknown): boolean {
  return hasFlag(document, property, direction === "request" ? "readOnly" : "writeOnly");
}

/** What does not travel this way is not required either: OpenAPI says that of `required`, so there is nothing to break. */
function withoutHidden(planting: Planting, schema: JsonObject): JsonObject {
  if (schema["required"] === undefined) return schema;
  const properties = objectOf(schema["properties"]);
  return {
    ...schema,
    required: listOf(schema["required"]).filter((name) => !isHidden(planting, properties[String(name)])),
  };
}

/** The value with this alternative for the place. Of those that `oneOf` lists only one may fit. */
function chosen(
  walk: Walk,
  part: SchemaPlace,
  whole: Whole,
  at: readonly string[],
  oneOf: readonly SchemaPlace[],
): Whole {
  if ("missing" in whole) return whole;
  const fitsIn = ({ schema }: SchemaPlace, value: unknown): boolean =>
    walk.planting.checker.problems(schema, value, walk.planting.direction).length === 0;
  if (fitsIn(part, valueIn(whole.value, at))) return whole;
  const found = made(walk, part, whole, at);
  const others = oneOf.filter((each) => each !== part);
  const fitting = [...valuesFor(walk, part.schema), ...ANY].filter((value) => fitsIn(part, value));
  const isShadowed = fitting.every((value) => others.some((other) => fitsIn(other, value)));
  return "missing" in found && isShadowed
    ? { missing: "what fits this alternative fits another one as well, and oneOf lets only one fit" }
    : found;
}

const ANY = ["text", "", 12.5, 7, true, null, {}, [], ["text"], { text: "text" }];

/** The value with an object or a list for the place, where the schema speaks of such and something else stands there. */
function ofType(walk: Walk, schema: JsonObject, whole: Whole, at: readonly string[], type: "object" | "array"): Whole {
  const speaksOfIt = MEMBERS[type].some((word) => schema[word] !== undefined);
  if ("missing" in whole || !speaksOfIt) return whole;
  const value = valueIn(whole.value, at);
  const isOfType = type === "array" ? Array.isArray(value) : isObject(value);
  return isOfType ? whole : made(walk, { pointer: "", schema: { ...schema, type } }, whole, at);
}

const MEMBERS = {
  object: ["properties", "patternProperties", "additionalProperties"],
  array: ["prefixItems", "items"],
} as const;

function withMember(walk: Walk, part: SchemaPlace, whole: Whole, at: readonly string[], name: string): Whole {
  const owner = memberAt(whole, at);
  if ("missing" in whole || !isObject(owner)) return missing(whole);
  if (!Object.hasOwn(owner, name)) return made(walk, part, whole, [...at, name]);
  if (owner[name] !== null) return whole;
  const other = made(walk, part, whole, [...at, name]);
  return "missing" in other ? whole : other;
}

function withItem(walk: Walk, part: SchemaPlace, whole: Whole, at: readonly string[], index: number): Whole {
  if ("missing" in whole || !Array.isArray(memberAt(whole, at))) return missing(whole);
  return hasItem(whole, at, index) ? whole : made(walk, part, whole, [...at, String(index)]);
}

function hasItem(whole: Whole, at: readonly string[], index: number): boolean {
  return listOf(memberAt(whole, at)).length > index;
}

function memberAt(whole: Whole, at: readonly string[]): unknown {
  return "value" in whole ? valueIn(whole.value, at) : undefined;
}

/** What is not there for a reason has nothing inside for the same reason. */
function missing(whole: Whole): Missing {
  return "missing" in whole ? whole : MISSING;
}

/** The value with something made for the place, if it is sound then. */
function made(walk: Walk, { schema }: SchemaPlace, whole: Sound, at: readonly string[]): Whole {
  const sound = [...valuesFor(walk, schema), ...ANY]
    .map((part) => ({ value: withValueIn(whole.value, at, part) }))
    .find(({ value }) => walk.isSound(value));
  return sound ?? MISSING;
}

function valuesFor({ planting: { maker, direction } }: Walk, schema: unknown): unknown[] {
  return (["all", "required"] as const).flatMap((extent) => {
    try {
      return [maker.make(schema, { direction, extent })];
    } catch {
      return []; // what no value fits has no place
    }
  });
}

export function valueIn(value: unknown, at: readonly string[]): unknown {
  return at.reduce<unknown>((owner, name) => {
    if (Array.isArray(owner)) return listOf(owner)[Number(name)];
    return isObject(owner) && Object.hasOwn(owner, name) ? owner[name] : undefined;
  }, value);
}

/** A copy with another value at a place, which may be a new one at the end. */
export function withValueIn(value: unknown, at: readonly string[], replacement: unknown): unknown {
  const [name, ...rest] = at;
  if (name === undefined) return replacement;
  if (Array.isArray(value)) {
    const list = [...listOf(value)];
    list[Number(name)] = withValueIn(list[Number(name)], rest, replacement);
    return list;
  }
  const owner = objectOf(value);
  return { ...owner, [name]: withValueIn(Object.hasOwn(owner, name) ? owner[name] : undefined, rest, replacement) };
}
