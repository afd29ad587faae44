import { isObject, type JsonObject } from "../load/json.ts";
import { BODY, PART, type Way } from "./ways.ts";

/**
 * Where schemas stand in a document. Both walks know the keywords, so that a property called `$ref` or an example that looks
 * like a schema is never taken for one. Both rebuild what they pass and share the rest: the input is not changed.
 */

/** Which way a value travels: `input` from the user to the service, `output` back, `both` where one form serves both ways. */
export type Direction = "input" | "output" | "both";
export type Side = "input" | "output";

type Place = "schema" | "list" | "map";

const PLACES = new Map<string, Place>();
for (const [place, keywords] of [
  [
    "schema",
    `additionalItems additionalProperties contains contentSchema else if items not propertyNames then unevaluatedItems
     unevaluatedProperties`,
  ],
  ["list", "allOf anyOf oneOf prefixItems"],
  ["map", "properties patternProperties $defs definitions dependentSchemas"],
] as const) {
  for (const keyword of keywords.split(/\s+/u)) PLACES.set(keyword, place);
}

/** An object with some of its fields changed, or the object itself where none is: most of a document stays as it is. */
export function mapFields(object: JsonObject, map: (value: unknown, key: string) => unknown): JsonObject {
  let mapped: Record<string, unknown> | undefined;
  for (const key of Object.keys(object)) {
    const value = object[key];
    const made = map(value, key);
    if (made === value) continue;
    mapped ??= { ...object };
    // Assigned, this one would become the prototype.
    if (key === "__proto__") Object.defineProperty(mapped, key, { value: made });
    else mapped[key] = made;
  }
  return mapped ?? object;
}

function mapList(list: readonly unknown[], map: (item: unknown) => unknown): readonly unknown[] {
  const mapped = list.map(map);
  return mapped.some((item, index) => item !== list[index]) ? mapped : list;
}

/** What a keyword of a schema holds, with each schema directly inside it replaced. */
export function mapKeyword(keyword: string, value: unknown, map: (sub: unknown) => unknown): unknown {
  const place = PLACES.get(keyword);
  if (place === undefined) return value;
  // Drafts before 2020-12 have lists of items.
  if (Array.isArray(value)) return place === "list" || keyword === "items" ? mapList(value, map) : (value as unknown);
  if (place === "schema") return map(value);
  return place === "map" && isObject(value) ? mapFields(value, map) : value;
}

/** Visits each schema directly inside a schema, with the keyword that holds it. */
export function eachSubschema(schema: JsonObject, visit: (sub: unknown, keyword: string) => void): void {
  for (const key of Object.keys(schema)) {
    const place = PLACES.get(key);
    if (place === undefined) continue;
    const value = schema[key];
    if (Array.isArray(value)) {
      if (place === "list" || key === "items") for (const sub of value as unknown[]) visit(sub, key);
    } else if (place === "schema") visit(value, key);
    else if (place === "map" && isObject(value)) for (const name of Object.keys(value)) visit(value[name], key);
  }
}

export interface Visitor {
  /** Gives what stands in the place of a schema; `way` is that from a body of parts, if it is within one. */
  readonly schema: (schema: unknown, side: Side, way: Way) => unknown;
  /** A reference to something other than a schema; `follow` walks what it stands for. `role` tells the ways of walking it apart. */
  readonly reference?: (ref: string, role: string, follow: (target: unknown) => void) => void;
}

/** Who sends: in a callback or webhook the service does, and the user answers. */
export interface Flow {
  readonly name: string;
  readonly request: Side;
  readonly response: Side;
}
export const CALL: Flow = { name: "call", request: "input", response: "output" };
export const CALLBACK: Flow = { name: "callback", request: "output", response: "input" };

const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]);

type Walk = (value: unknown) => unknown;
export interface DocumentWalk {
  readonly paths: Walk;
  readonly webhooks: Walk;
  /** By section of `components`, schemas left out. */
  readonly components: ReadonlyMap<string, Walk>;
}

export function walkDocument(visitor: Visitor): DocumentWalk {
  /** Walks an object field by field, or reports the reference that stands in its place. */
  const node =
    (role: string, map: (value: unknown, key: string) => unknown): Walk =>
    (value) => {
      if (!isObject(value)) return value;
      const ref = value["$ref"];
      if (typeof ref === "string") {
        visitor.reference?.(ref, role, node(role, map));
        // Only a path item may hold more beside its reference.
        if (!role.startsWith("pathItem")) return value;
      }
      return mapFields(value, map);
    };
  const each =
    (walk: Walk): Walk =>
    (value) =>
      Array.isArray(value)
        ? mapList(value, walk)
        : isObject(value)
          ? mapFields(value, (item, key) => (key.startsWith("x-") ? item : walk(item)))
          : value;
  // Header names and media types may well begin with `x-`.
  const every =
    (walk: Walk): Walk =>
    (value) =>
      isObject(value) ? mapFields(value, walk) : value;

  const mediaType = (side: Side, inParts: boolean): Walk =>
    node(`media type ${side}${inParts ? " in parts" : ""}`, (value, key) => {
      if (key === "schema") return visitor.schema(value, side, inParts ? BODY : "json");
      if (key === "itemSchema") return visitor.schema(value, side, inParts ? PART : "json");
      return key === "encoding" ? every(encoding(side))(value) : value;
    });
  const content =
    (side: Side): Walk =>
    (value) =>
      isObject(value) ? mapFields(value, (media, name) => mediaType(side, /^multipart\//i.test(name))(media)) : value;
  const encoding = (side: Side): Walk =>
    node(`encoding ${side}`, (value, key) => (key === "headers" ? every(parameter(side))(value) : value));
  /** Parameters and headers alike. */
  const parameter = (side: Side): Walk =>
    node(`parameter ${side}`, (value, key) => {
      if (key === "schema") return visitor.schema(value, side, "json");
      return key === "content" ? content(side)(value) : value;
    });
  const requestBody = (flow: Flow): Walk =>
    node(`body ${flow.name}`, (value, key) => (key === "content" ? content(flow.request)(value) : value));
  const response = (flow: Flow): Walk =>
    node(`response ${flow.name}`, (value, key) => {
      if (key === "content") return content(flow.response)(value);
      return key === "headers" ? every(parameter(flow.response))(value) : value;
    });
  const callback: Walk = node("callback", (value, key) => (key.startsWith("x-") ? value : pathItem(CALLBACK)(value)));
  const operation = (flow: Flow): Walk =>
    node(`operation ${flow.name}`, (value, key) => {
      if (key === "parameters") return each(parameter(flow.request))(value);
      if (key === "requestBody") return requestBody(flow)(value);
      if (key === "responses") return each(response(flow))(value);
      return key === "callbacks" ? each(callback)(value) : value;
    });
  const pathItem = (flow: Flow): Walk =>
    node(`pathItem ${flow.name}`, (value, key) => {
      if (METHODS.has(key)) return operation(flow)(value);
      return key === "parameters" ? each(parameter(flow.request))(value) : value;
    });

  return {
    paths: each(pathItem(CALL)),
    webhooks: each(pathItem(CALLBACK)),
    components: new Map([
      ["parameters", every(parameter("input"))],
      ["requestBodies", every(requestBody(CALL))],
      ["responses", every(response(CALL))],
      ["headers", every(parameter("output"))],
      ["callbacks", every(callback)],
      ["pathItems", every(pathItem(CALL))],
    ]),
  };
}
