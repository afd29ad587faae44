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
  /** Undefined where no sound value has such a place. */
  readonly whole: { readonly value: unknown } | undefined;
}

export function standingsOf(planting: Planting, root: SchemaPlace, value: unknown): Standing[] {
  const isSound = (each: unknown): boolean =>
    planting.checker.problems(root.schema ?? {}, each, planting.direction).length === 0;
  const walk: Walk = { planting, isSound, found: [], seen: new Set() };
  enter(walk, root, isSound(value) ? { value } : undefined, []);
  return walk.found;
}

interface Walk {
  readonly planting: Planting;
  readonly isSound: (value: unknown) => boolean;
  readonly found: Standing[];
  /** Schemas that were entered with a place under them: what they say is the same everywhere. */
  readonly seen: Set<string>;
}

type Whole = Standing["whole"];

function enter(walk: Walk, { pointer, schema }: SchemaPlace, whole: Whole, at: readonly string[]): void {
  if (!isObject(schema) || walk.seen.has(pointer) || at.length > DEEPEST) return;
  if (whole !== undefined) walk.seen.add(pointer);
  else if (walk.found.some((each) => each.pointer === pointer)) return;
  const { document } = walk.planting;
  const target = textOf(schema["$ref"]);
  if (target !== undefined) enter(walk, targetOf(document, target), whole, at);
  if (target !== undefined && String(document["openapi"]).startsWith("3.0")) return;
  walk.found.push({ pointer, schema: withoutHidden(walk.planting, schema), at, whole });
  const parts = (word: string): SchemaPlace[] =>
    listOf(schema[word]).map((part, index) => ({ pointer: `${pointer}/${word}/${index}`, schema: part }));
  for (const part of parts("allOf")) enter(walk, part, whole, at);
  for (const part of [...parts("oneOf"), ...parts("anyOf")]) enter(walk, part, chosen(walk, part, whole, at), at);
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
    const name = Object.keys(objectOf(valueIn(owner?.value, at))).find((key) => fits(pattern, key));
    enter(walk, place, name === undefined ? undefined : owner, [...at, name ?? ""]);
  }
  if (isObject(schema["additionalProperties"])) {
    const place = { pointer: `${pointer}/additionalProperties`, schema: schema["additionalProperties"] };
    const own = Object.keys(objectOf(schema["properties"]));
    const name = Object.keys(objectOf(valueIn(owner?.value, at))).find((key) => !own.includes(key)) ?? "example";
    enter(walk, place, withMember(walk, place, owner, at, name), [...at, name]);
  }
  const list = ofType(walk, schema, whole, at, "array");
  const first = parts("prefixItems");
  for (const [index, part] of first.entries()) {
    enter(walk, part, hasItem(list, at, index) ? list : undefined, [...at, String(index)]);
  }
  if (isObject(schema["items"])) {
    const place = { pointer: `${pointer}/items`, schema: schema["items"] };
    const index = first.length;
    enter(walk, place, withItem(walk, place, list, at, index), [...at, String(index)]);
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

/** The value with this alternative for the place. */
function chosen(walk: Walk, part: SchemaPlace, whole: Whole, at: readonly string[]): Whole {
  const { checker, direction } = walk.planting;
  if (whole === undefined) return undefined;
  const isChosen = checker.problems(part.schema, valueIn(whole.value, at), direction).length === 0;
  return isChosen ? whole : made(walk, part, whole, at);
}

/** The value with an object or a list for the place, where the schema speaks of such and something else stands there. */
function ofType(walk: Walk, schema: JsonObject, whole: Whole, at: readonly string[], type: "object" | "array"): Whole {
  const speaksOfIt = MEMBERS[type].some((word) => schema[word] !== undefined);
  if (whole === undefined || !speaksOfIt) return whole;
  const value = valueIn(whole.value, at);
  const isOfType = type === "array" ? Array.isArray(value) : isObject(value);
  return isOfType ? whole : made(walk, { pointer: "", schema: { ...schema, type } }, whole, at);
}

const MEMBERS = {
  object: ["properties", "patternProperties", "additionalProperties"],
  array: ["prefixItems", "items"],
} as const;

function withMember(walk: Walk, part: SchemaPlace, whole: Whole, at: readonly string[], name: string): Whole {
  const owner = valueIn(whole?.value, at);
  if (whole === undefined || !isObject(owner)) return undefined;
  return Object.hasOwn(owner, name) && owner[name] !== null ? whole : made(walk, part, whole, [...at, name]);
}

function withItem(walk: Walk, part: SchemaPlace, whole: Whole, at: readonly string[], index: number): Whole {
  if (whole === undefined || !Array.isArray(valueIn(whole.value, at))) return undefined;
  return hasItem(whole, at, index) ? whole : made(walk, part, whole, [...at, String(index)]);
}

function hasItem(whole: Whole, at: readonly string[], index: number): boolean {
  return listOf(valueIn(whole?.value, at)).length > index;
}

/** The value with something made for the place, if it is sound then. */
function made(walk: Walk, { schema }: SchemaPlace, whole: { readonly value: unknown }, at: readonly string[]): Whole {
  const { maker, direction } = walk.planting;
  for (const extent of ["all", "required"] as const) {
    let part: unknown;
    try {
      part = maker.make(schema, { direction, extent });
    } catch {
      continue; // what no value fits has no place
    }
    const value = withValueIn(whole.value, at, part);
    if (walk.isSound(value)) return { value };
  }
  return undefined;
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
