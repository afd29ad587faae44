import { isDeepStrictEqual } from "node:util";
import { isObject, objectOf } from "../openapi/json.ts";
import { judgeType } from "./judge-type.ts";
import { isDrift } from "./kinds.ts";
import { passes, type Complaint, type Judging } from "./judging.ts";
import { isKnown, knownFields } from "./known-fields.ts";
import { child, follow, items, names, type SpecNode } from "./spec-node.ts";
import { typeName } from "./types.ts";

// The checker says whether a value is sound, and is the last word on it. It judges copies of schemas, and of a body that fits no
// alternative it tells of all of them; so what is wrong, and which line of the spec says otherwise, is found by a walk of our own.

/** What a value has against it, and what it has beyond its schema. */
export function judgeValue(judging: Judging, schema: SpecNode, value: unknown): Complaint[] {
  if (schema.value === undefined) return [];
  const problems = judging.checker.problems(schema.value, value, "response");
  const found = walk(judging, schema, value, []);
  if (problems.length === 0) return found.filter(({ kind }) => !isDrift(kind));
  if (found.some(({ kind }) => isDrift(kind))) return found;
  return [
    ...found,
    ...problems.map(({ path, message }) => {
      return { kind: "other-schema" as const, pointer: schema.pointer, at: path, message, seen: { value, schema } };
    }),
  ];
}

function walk(judging: Judging, schema: SpecNode, value: unknown, at: readonly string[]): Complaint[] {
  return [...broken(judging, schema, value, at), ...unknown(schema, value, at)];
}

const LIMITS: readonly (readonly string[])[] = [
  ["minimum", "exclusiveMinimum"],
  ["maximum", "exclusiveMaximum"],
  ["multipleOf"],
  ["minLength"],
  ["maxLength"],
  ["pattern"],
  ["minItems"],
  ["maxItems"],
  ["uniqueItems"],
  ["minProperties"],
  ["maxProperties"],
];

/** What one schema forbids of a value, with all that the schema consists of. */
function broken(judging: Judging, node: SpecNode, value: unknown, at: readonly string[]): Complaint[] {
  if (!isObject(node.value)) return [];
  const { $ref, ...schema } = node.value;
  if ($ref !== undefined) {
    return [...broken(judging, follow(node), value, at), ...broken(judging, { ...node, value: schema }, value, at)];
  }
  const ofType = judgeType(node, value, at);
  if (ofType !== undefined) return [ofType];
  const seen = { value, schema: node };
  const complain = (kind: Complaint["kind"], keyword: string, message: string): Complaint => {
    return { kind, pointer: child(node, keyword).pointer, at, message, seen };
  };
  const allowed = schema["const"] === undefined ? schema["enum"] : [schema["const"]];
  const isNullable = value === null && schema["nullable"] === true;
  const isListed = !Array.isArray(allowed) || allowed.some((each) => isDeepStrictEqual(each, value));
  const keyword = schema["const"] === undefined ? "enum" : "const";
  const limits = LIMITS.flatMap((group) => group.filter((name) => schema[name] !== undefined).slice(0, 1));
  return [
    ...(isListed || isNullable ? [] : [complain("extra-enum-value", keyword, "is none of the values listed")]),
    ...(schema["format"] === undefined || passes(judging, node, ["format"], value)
      ? []
      : [complain("wrong-format", "format", `is no ${String(schema["format"])}`)]),
    ...limits
      .filter((name) => !passes(judging, node, LIMITS.find((group) => group.includes(name)) ?? [], value))
      .map((name) => complain("out-of-bounds", name, `breaks ${name}: ${JSON.stringify(schema[name])}`)),
    ...members(judging, node, value, at),
    ...items(child(node, "allOf")).flatMap((part) => broken(judging, part, value, at)),
    ...["anyOf", "oneOf"].flatMap((word) => alternative(judging, node, word, value, at)),
  ];
}

/** The parts of a list or an object. */
function members(judging: Judging, node: SpecNode, value: unknown, at: readonly string[]): Complaint[] {
  if (Array.isArray(value)) {
    const first = items(child(node, "prefixItems"));
    const rest = child(node, "items");
    return value.flatMap((each, index) => walk(judging, first[index] ?? rest, each, [...at, String(index)]));
  }
  if (!isObject(value)) return [];
  const properties = child(node, "properties");
  const required = items(child(node, "required")).filter(({ value: name }) => {
    return (
      typeof name === "string" &&
      !Object.hasOwn(value, name) &&
      objectOf(follow(child(properties, name)).value)["writeOnly"] !== true
    );
  });
  const others = child(node, "additionalProperties");
  const own = names(properties);
  const patterns = names(child(node, "patternProperties"));
  const isOther = (name: string): boolean => !own.includes(name) && patterns.length === 0 && isObject(others.value);
  return [
    ...required.map(({ value: name, pointer }) => {
      const message = `"${String(name)}" is missing`;
      return {
        kind: "missing-field" as const,
        pointer,
        at: [...at, String(name)],
        message,
        seen: { value, schema: node },
      };
    }),
    ...Object.entries(value).flatMap(([name, each]) => {
      if (own.includes(name)) return walk(judging, child(properties, name), each, [...at, name]);
      return isOther(name) ? walk(judging, others, each, [...at, name]) : [];
    }),
  ];
}

/** Of alternatives that all fail, the one that a value comes closest to is what was meant. */
function alternative(
  judging: Judging,
  node: SpecNode,
  word: string,
  value: unknown,
  at: readonly string[],
): Complaint[] {
  const branches = items(child(node, word));
  if (branches.length === 0 || passes(judging, node, [word], value)) return [];
  const tried = branches.map((branch) => broken(judging, branch, value, at));
  const isFar = (found: readonly Complaint[]): boolean =>
    found.some((each) => each.at.length === at.length && each.kind !== "missing-field");
  const [closest] = tried
    .filter((found) => found.length > 0)
    .sort((a, b) => Number(isFar(a)) - Number(isFar(b)) || a.length - b.length);
  if (closest !== undefined && tried.every((found) => found.length > 0)) return closest;
  const message = `fits ${word === "oneOf" ? "not exactly one" : "none"} of the alternatives`;
  return [{ kind: "other-schema", pointer: child(node, word).pointer, at, message, seen: { value, schema: node } }];
}

function unknown(schema: SpecNode, value: unknown, at: readonly string[]): Complaint[] {
  if (!isObject(value)) return [];
  const known = knownFields(schema);
  return Object.keys(value)
    .filter((name) => !isKnown(known, name))
    .map((name) => {
      const message = `"${name}" (${typeName(value[name])}) is not in the spec`;
      const kind = known.closed === undefined ? "unknown-field" : "forbidden-field";
      return { kind, pointer: known.closed ?? known.place, at: [...at, name], message };
    });
}
