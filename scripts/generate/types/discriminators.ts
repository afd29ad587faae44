import { isObject, listAt, objectAt, own, textAt, type JsonObject } from "../load/json.ts";
import { mappingRef, schemaPointer, type Usage } from "./usage.ts";

/**
 * A discriminator says which values of a property stand for which schema. Said at that schema, they let TypeScript tell the
 * members of a union apart; OpenAPI says them at the union, or at the schema that the others are composed of.
 */

/** The values of discriminating properties: by pointer of a schema, then by name of the property. */
export type Tags = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

export function findTags(document: JsonObject, { schemas, discriminated }: Usage): Tags {
  const tags = new Map<string, Map<string, Set<string>>>();
  if (discriminated.length === 0) return tags;
  const children = childrenOf(schemas);
  for (const { schema, pointer } of discriminated) {
    const discriminator = objectAt(schema, "discriminator");
    const property = textAt(discriminator, "propertyName");
    if (property === undefined) continue;
    const options = [...listAt(schema, "oneOf"), ...listAt(schema, "anyOf")].flatMap(
      (option) => textAt(option, "$ref") ?? [],
    );
    const heirs = options.length > 0 || pointer === undefined ? [] : [...descendants(pointer, children)];
    const targets = [...options.map(schemaPointer), ...heirs];
    const values = valuesOf(document, discriminator, targets);
    const fallback = mappedPointer(document, own(discriminator, "defaultMapping"));
    for (const target of targets) {
      // What stands for all other values, too, cannot be told by this property.
      if (target === fallback) continue;
      const here = tags.get(target) ?? new Map<string, Set<string>>();
      tags.set(target, here);
      // An heir has heirs of its own, which are of its type as well.
      const all = [target, ...(options.length > 0 ? [] : descendants(target, children))];
      const known = all.flatMap((each) => values.get(each) ?? []);
      here.set(property, new Set([...(here.get(property) ?? []), ...known]));
    }
  }
  return tags;
}

/** A schema is told by the names that map to it, else by its own. */
function valuesOf(
  document: JsonObject,
  discriminator: JsonObject,
  targets: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const [value, target] of Object.entries(objectAt(discriminator, "mapping"))) {
    const pointer = mappedPointer(document, target);
    if (pointer !== undefined) values.set(pointer, [...(values.get(pointer) ?? []), value]);
  }
  for (const target of targets) {
    const name = /^\/components\/schemas\/([^/]+)$/u.exec(target)?.[1];
    if (!values.has(target) && name !== undefined)
      values.set(target, [name.replaceAll("~1", "/").replaceAll("~0", "~")]);
  }
  return values;
}

function mappedPointer(document: JsonObject, target: unknown): string | undefined {
  const ref = typeof target === "string" ? mappingRef(document, target) : undefined;
  return ref === undefined ? undefined : schemaPointer(ref);
}

/** The schemas that are composed of a schema, by its pointer. */
function childrenOf(schemas: Usage["schemas"]): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const [pointer, { schema }] of schemas) {
    for (const part of listAt(schema, "allOf")) {
      const ref = textAt(part, "$ref");
      if (ref === undefined) continue;
      const parent = schemaPointer(ref);
      const known = children.get(parent);
      if (known === undefined) children.set(parent, [pointer]);
      else known.push(pointer);
    }
  }
  return children;
}

function descendants(pointer: string, children: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set(children.get(pointer));
  for (const heir of found) for (const child of children.get(heir) ?? []) found.add(child);
  found.delete(pointer);
  return found;
}

/** The schema with its discriminating properties narrowed to the values that stand for it. */
export function withTags(schema: unknown, tags: ReadonlyMap<string, ReadonlySet<string>> | undefined): unknown {
  if (tags === undefined || !isObject(schema)) return schema;
  return [...tags].reduce((made, [property, values]) => withTag(made, property, [...values]), schema);
}

function withTag(schema: JsonObject, name: string, values: readonly string[]): JsonObject {
  const properties = objectAt(schema, "properties");
  if (Object.hasOwn(properties, name)) {
    return { ...schema, properties: { ...properties, [name]: narrowed(properties[name], values) } };
  }
  const tag = { type: "object", required: [name], properties: { [name]: literals(values) } };
  const parts = schema["allOf"];
  if (Array.isArray(parts)) {
    const index = parts.findIndex((part) => Object.hasOwn(objectAt(part, "properties"), name));
    const part: unknown = parts[index];
    const made = isObject(part) ? parts.with(index, withTag(part, name, values)) : [...(parts as unknown[]), tag];
    return { ...schema, allOf: made };
  }
  // A reference, a union and a text have no property to narrow.
  const isPlain = schema["type"] === "object" || isObject(schema["properties"]);
  if (!isPlain) return schema;
  const required = [...listAt(schema, "required"), name];
  return { ...schema, required, properties: { ...properties, ...tag.properties } };
}

const ANNOTATIONS = ["description", "title", "deprecated", "example", "examples"];

function narrowed(declared: unknown, values: readonly string[]): unknown {
  if (!isObject(declared) || Object.hasOwn(declared, "const")) return declared;
  const listed = own(declared, "enum");
  const possible = Array.isArray(listed) ? values.filter((value) => listed.includes(value)) : values;
  // Its own list knows better than a name that is only supposed.
  if (possible.length === 0 && listAt(declared, "enum").length !== 1) return declared;
  const annotations = Object.entries(declared).filter(([key]) => ANNOTATIONS.includes(key));
  return {
    ...Object.fromEntries(annotations),
    ...literals(possible.length === 0 ? listAt(declared, "enum") : possible),
  };
}

/** Constants are never open, as enums of answers are. */
function literals(values: readonly unknown[]): JsonObject {
  const [only] = values;
  return values.length === 1 ? { const: only } : { anyOf: values.map((value) => ({ const: value })) };
}
