import type { Schema } from "@cfworker/json-schema";
import { fieldsOf, isObject, listOf, resolve } from "./document.ts";
import { type Direction, hiddenProperties } from "./hidden.ts";
import { inNewWords } from "./old-words.ts";

// A schema of the spec holds for both ways; what is checked differs:
//
//              requests                                   answers
// hidden       readOnly is refused, and not demanded      writeOnly is neither demanded nor looked at
// enum         closed                                     open: a later version of the appliance may know more values
// properties   as the schema says                         further ones are accepted
// oneOf        exactly one                                at least one, since open enums make more of them fit
// format       date-time, uuid and uri                    not looked at
// conditions   as the schema says                         not looked at: not and if presume that enums are closed

/** Schemas by what a `$ref` of a prepared schema says. */
export type Lookup = Record<string, Schema>;

const formats: readonly unknown[] = ["date-time", "uuid", "uri"];
const ofTheValue = ["allOf", "anyOf", "oneOf"] as const;
const ofItsParts = [
  "items",
  "contains",
  "propertyNames",
  "additionalProperties",
  "unevaluatedProperties",
  "unevaluatedItems",
] as const;
const conditions = ["not", "if", "then", "else"] as const;
const asItIs =
  /^(?:type|const|pattern|multipleOf|uniqueItems|minimum|maximum|exclusive(?:Minimum|Maximum)|(?:min|max)(?:Length|Items|Properties|Contains))$/;

/** Turns schemas of a document into what is checked one way; each, and what it refers to, once. */
export class Preparation {
  readonly lookup: Lookup = {};
  readonly #document: object;
  readonly #direction: Direction;
  readonly #prepared: Map<unknown, Schema> = new Map();

  constructor(document: object, direction: Direction) {
    this.#document = document;
    this.#direction = direction;
  }

  prepare(schema: unknown): Schema {
    const prepared = this.#prepared.get(schema) ?? this.#schema(schema, new Set());
    this.#prepared.set(schema, prepared);
    return prepared;
  }

  /** `hidden`: properties that another part of the same object's schema says to be so. */
  #schema(said: unknown, hidden: ReadonlySet<string>): Schema {
    // No false: the engine does not tell where in the schema it stands.
    if (said === false) return { not: {} };
    if (!isObject(said)) return {};
    const schema = inNewWords(this.#document, said);
    const all = new Set([...hidden, ...hiddenProperties(this.#document, schema, this.#direction)]);
    const answer = this.#direction === "answer";
    const prepared: Schema = {};
    for (const keyword of Object.keys(schema)) if (asItIs.test(keyword)) prepared[keyword] = schema[keyword];
    if (!isPattern(schema["pattern"])) delete prepared.pattern;
    if (!answer && formats.includes(schema["format"])) prepared.format = schema["format"] as string;

    const values = schema["enum"];
    if (Array.isArray(values)) {
      if (!answer) prepared.enum = values;
      else if (schema["type"] === undefined) prepared["type"] = [...new Set(values.map(typeOf))];
    }

    for (const keyword of ofTheValue) {
      if (schema[keyword] === undefined) continue;
      const parts = listOf(schema[keyword]).map((part) => this.#schema(part, all));
      if (!(answer && keyword === "oneOf")) prepared[keyword] = parts;
      else if (prepared.anyOf === undefined) prepared.anyOf = parts;
      else prepared.allOf = [...(prepared.allOf ?? []), { anyOf: parts }];
    }
    if (!answer) {
      for (const keyword of conditions) {
        // What is not demanded must not make a `not` or an `if` true.
        const known = keyword === "then" || keyword === "else" ? all : new Set<string>();
        if (schema[keyword] !== undefined) prepared[keyword] = this.#schema(schema[keyword], known);
      }
    }
    if (typeof schema["$ref"] === "string") prepared.$ref = this.#reference(schema["$ref"], all);

    this.#properties(schema, prepared, all);
    for (const keyword of ofItsParts) {
      const part = schema[keyword];
      if (part !== undefined && !(answer && part === false)) prepared[keyword] = this.#schema(part, new Set());
    }
    if (schema["prefixItems"] !== undefined) {
      prepared.prefixItems = listOf(schema["prefixItems"]).map((part) => this.#schema(part, new Set()));
    }
    return prepared;
  }

  #properties(schema: Readonly<Record<string, unknown>>, prepared: Schema, hidden: ReadonlySet<string>): void {
    const visible = (names: unknown): string[] => (listOf(names) as string[]).filter((name) => !hidden.has(name));
    const mapped = <T>(keyword: string, map: (part: unknown, name: string) => T): Record<string, T> =>
      Object.fromEntries(Object.entries(fieldsOf(schema[keyword])).map(([name, part]) => [name, map(part, name)]));

    if (schema["required"] !== undefined) prepared.required = visible(schema["required"]);
    if (schema["dependentRequired"] !== undefined) prepared.dependentRequired = mapped("dependentRequired", visible);
    if (schema["dependentSchemas"] !== undefined) {
      prepared.dependentSchemas = mapped("dependentSchemas", (part) => this.#schema(part, hidden));
    }
    if (schema["properties"] !== undefined) {
      prepared.properties = mapped("properties", (part, name) => {
        if (!hidden.has(name)) return this.#schema(part, new Set());
        return this.#direction === "request" ? { not: {}, readOnly: true } : {};
      });
    }
    if (schema["patternProperties"] !== undefined) {
      const all = mapped("patternProperties", (part) => this.#schema(part, new Set()));
      prepared.patternProperties = Object.fromEntries(Object.entries(all).filter(([pattern]) => isPattern(pattern)));
    }
  }

  #reference(reference: string, hidden: ReadonlySet<string>): string {
    const key = [reference, ...[...hidden].sort()].join(" ");
    if (!Object.hasOwn(this.lookup, key)) {
      const schema: Schema = {};
      this.lookup[key] = schema; // ahead of what it refers to in turn, which may be itself
      Object.assign(schema, this.#schema(resolve(this.#document, reference), hidden));
    }
    return key;
  }
}

/** Whether the engine can read it; what it cannot read would break off the check of everything else. */
function isPattern(pattern: unknown): boolean {
  try {
    return typeof pattern === "string" && new RegExp(pattern, "u") instanceof RegExp;
  } catch {
    return false; // no pattern of this flavour
  }
}

/** The JSON Schema type of a value. */
export function typeOf(value: unknown): "null" | "array" | "object" | "string" | "number" | "boolean" {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value as "object" | "string" | "number" | "boolean";
}
