import { isObject } from "../openapi/json.ts";
import { child, follow, items, type SpecNode } from "./spec-node.ts";
import { MASK, type Secrets } from "./secrets.ts";
import { typeName } from "./types.ts";

// Only what the spec knows and does not call sensitive is shown: under a name that nobody expected there may be a secret.

/** A value of a schema for a report. */
export function mask(secrets: Secrets, schemas: readonly SpecNode[], value: unknown): unknown {
  const all = schemas.flatMap((schema) => partsOf(schema));
  if (all.some(isSensitive)) return MASK;
  if (all.length === 0) return shape(value);
  if (typeof value === "string") return secrets.redact(value);
  if (Array.isArray(value)) {
    const parts = all.map((schema) => child(schema, "items")).filter(isThere);
    return value.slice(0, 3).map((each) => mask(secrets, parts, each));
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, each]) => {
    const own = all.map((schema) => child(child(schema, "properties"), name)).filter(isThere);
    const others = all
      .map((schema) => child(schema, "additionalProperties"))
      .filter(({ value: part }) => isObject(part));
    return [secrets.redact(name), mask(secrets, own.length > 0 ? own : others, each)];
  });
  return Object.fromEntries(entries);
}

/** A value that the spec says nothing of: what it consists of, without its texts and numbers. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shape);
  if (isObject(value)) return `[object with ${Object.keys(value).length} names]`;
  return typeof value === "boolean" || value === null ? value : `[${typeName(value)}]`;
}

function isThere({ value }: SpecNode): boolean {
  return value !== undefined;
}

/** Values of these are credentials, whatever else they are. */
function isSensitive({ value }: SpecNode): boolean {
  if (!isObject(value)) return false;
  return value["x-sdk-sensitive"] === true || value["format"] === "password" || value["writeOnly"] === true;
}

/** A schema and all that it consists of at the same place. */
function partsOf(schema: SpecNode, seen = new Set<string>()): SpecNode[] {
  if (schema.value === undefined || seen.has(schema.pointer)) return [];
  seen.add(schema.pointer);
  const followed = isObject(schema.value) && schema.value["$ref"] !== undefined ? partsOf(follow(schema), seen) : [];
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((word) => items(child(schema, word)));
  return [schema, ...followed, ...parts.flatMap((part) => partsOf(part, seen))];
}

/** All texts at sensitive places of a value, so that they are masked wherever else they turn up. */
export function learnSensitive(secrets: Secrets, schemas: readonly SpecNode[], value: unknown): void {
  const all = schemas.flatMap((schema) => partsOf(schema));
  if (all.some(isSensitive)) secrets.learn(value);
  if (Array.isArray(value)) {
    const parts = all.map((schema) => child(schema, "items")).filter(isThere);
    for (const each of value as readonly unknown[]) learnSensitive(secrets, parts, each);
  }
  for (const [name, each] of isObject(value) ? Object.entries(value) : []) {
    learnSensitive(secrets, all.map((schema) => child(child(schema, "properties"), name)).filter(isThere), each);
  }
}
