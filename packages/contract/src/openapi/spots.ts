import type { SchemaChecker } from "@vendor-sdks/mock-server";
import { isObject, listOf, objectOf, textOf, valueAt, type JsonObject } from "./json.ts";

// A value walked together with its schema: every place in it, and everything that the spec says of what stands there.

export interface Reading {
  readonly document: JsonObject;
  readonly checker: SchemaChecker;
  readonly direction: "request" | "response";
}

/** A place in a value. */
export interface Spot {
  /** Names and indexes from the root on. */
  readonly at: readonly string[];
  readonly value: unknown;
  /** The schemas that it stands under as they are written; none where the spec says nothing. */
  readonly places: readonly SchemaPlace[];
  /** All that speaks of it, references followed and alternatives chosen by what fits. */
  readonly schemas: readonly SchemaPart[];
  /** Whether the object or the list that it is in can do without it, by what the schema says of this place alone. */
  readonly isOptional: boolean;
}

/** A schema of the document that is no reference, or what stands beside one. */
export interface SchemaPart {
  /** JSON pointer from the document's root. */
  readonly pointer: string;
  readonly schema: JsonObject;
}

export function spotsOf(reading: Reading, schema: SchemaPlace, value: unknown): Spot[] {
  return [...walk(reading, [schema], value, [], false)];
}

/** A schema as it stands somewhere: a reference perhaps, or a boolean. */
export interface SchemaPlace {
  readonly pointer: string;
  readonly schema: unknown;
}

function* walk(
  reading: Reading,
  places: readonly SchemaPlace[],
  value: unknown,
  at: readonly string[],
  isOptional: boolean,
): Iterable<Spot> {
  const schemas = places.flatMap((place) => partsOf(reading, place, value, new Set()));
  yield { at, value, places, schemas, isOptional };
  if (Array.isArray(value)) {
    for (const [index, item] of listOf(value).entries()) {
      yield* walk(
        reading,
        schemas.flatMap((part) => itemOf(part, index)),
        item,
        [...at, String(index)],
        true,
      );
    }
  } else if (isObject(value)) {
    const required = new Set(schemas.flatMap(({ schema }) => listOf(schema["required"])));
    for (const [name, member] of Object.entries(value)) {
      const described = schemas.flatMap((part) => memberOf(part, name));
      yield* walk(reading, described, member, [...at, name], !required.has(name));
    }
  }
}

/** Whether another value may stand in the place, as far as that can be said without looking around it. */
export function mayBe({ checker, direction }: Reading, { places }: Spot, value: unknown): boolean {
  return places.length > 0 && places.every(({ schema }) => checker.problems(schema, value, direction).length === 0);
}

/** What a schema consists of as far as it speaks of a value. */
function partsOf(
  reading: Reading,
  { pointer, schema }: SchemaPlace,
  value: unknown,
  behind: ReadonlySet<string>,
): SchemaPart[] {
  if (!isObject(schema)) return [];
  const { document, checker, direction } = reading;
  const target = textOf(schema["$ref"]);
  const isAlone = target !== undefined && String(document["openapi"]).startsWith("3.0");
  const inside = target === undefined ? behind : new Set([...behind, target]);
  const within = (word: string): SchemaPlace[] =>
    isAlone
      ? []
      : listOf(schema[word]).map((part, index) => ({ pointer: `${pointer}/${word}/${index}`, schema: part }));
  const alternatives = [...within("oneOf"), ...within("anyOf")].filter(
    (part) => checker.problems(part.schema, value, direction).length === 0,
  );
  return [
    ...(isAlone ? [] : [{ pointer, schema }]),
    ...(target === undefined || behind.has(target) ? [] : partsOf(reading, targetOf(document, target), value, inside)),
    ...[...within("allOf"), ...alternatives].flatMap((part) => partsOf(reading, part, value, inside)),
  ];
}

export function targetOf(document: JsonObject, reference: string): SchemaPlace {
  const pointer = decodeURIComponent(reference.slice(1));
  return { pointer, schema: valueAt(document, pointer) };
}

/** What a schema says of the item with an index. */
function itemOf({ pointer, schema }: SchemaPart, index: number): SchemaPlace[] {
  const first = listOf(schema["prefixItems"]);
  if (index < first.length) return [{ pointer: `${pointer}/prefixItems/${index}`, schema: first[index] }];
  return schema["items"] === undefined ? [] : [{ pointer: `${pointer}/items`, schema: schema["items"] }];
}

/** What a schema says of the member with a name. */
function memberOf({ pointer, schema }: SchemaPart, name: string): SchemaPlace[] {
  const properties = objectOf(schema["properties"]);
  const patterns = Object.entries(objectOf(schema["patternProperties"])).filter(([pattern]) => fits(pattern, name));
  const known = [
    ...(Object.hasOwn(properties, name)
      ? [{ pointer: `${pointer}/properties/${escapeToken(name)}`, schema: properties[name] }]
      : []),
    ...patterns.map(([pattern, each]) => ({
      pointer: `${pointer}/patternProperties/${escapeToken(pattern)}`,
      schema: each,
    })),
  ];
  const others = schema["additionalProperties"];
  return known.length > 0 || others === undefined
    ? known
    : [{ pointer: `${pointer}/additionalProperties`, schema: others }];
}

/** What is no pattern of JavaScript fits nothing: documents also hold those of other languages. */
export function fits(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, "u").test(name);
  } catch {
    return false;
  }
}

export function escapeToken(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The place as a JSON pointer. */
export function pointerTo(at: readonly string[]): string {
  return at.map((name) => `/${escapeToken(name)}`).join("");
}
