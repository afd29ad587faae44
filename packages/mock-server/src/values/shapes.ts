import { asList, asObject, isObject, pointerTarget, type JsonObject } from "../json.ts";
import { mergeSchemas } from "./merge.ts";

/** A schema without references and alternatives, and the references that it came by. */
export interface Shape {
  readonly schema: JsonObject;
  readonly behind: ReadonlySet<string>;
}

/** Everything that a schema may be: one shape for each choice among its alternatives. What is entered a second time ends there. */
export function* shapesOf(document: JsonObject, schema: unknown, behind: ReadonlySet<string>): Iterable<Shape> {
  if (schema === false) return;
  if (!isObject(schema)) {
    yield { schema: {}, behind };
    return;
  }
  const { $ref: ref, allOf, oneOf, anyOf, ...own } = schema;
  const parts: Part[] = [
    function* () {
      yield { schema: own, behind };
    },
  ];
  if (typeof ref === "string") {
    if (behind.has(ref)) return;
    const inside = new Set([...behind, ref]);
    parts.push(() => shapesOf(document, pointerTarget(document, ref), inside));
    if (String(document["openapi"]).startsWith("3.0")) parts.shift();
  }
  for (const part of asList(allOf)) parts.push(() => shapesOf(document, part, behind));
  for (const branches of [oneOf, anyOf]) {
    if (Array.isArray(branches) && branches.length > 0)
      parts.push(() => branchesOf(document, schema, branches, behind));
  }
  yield* product(parts);
}

type Part = () => Iterable<Shape>;

function* branchesOf(
  document: JsonObject,
  schema: JsonObject,
  branches: readonly unknown[],
  behind: ReadonlySet<string>,
): Iterable<Shape> {
  for (const branch of branches) {
    for (const shape of shapesOf(document, branch, behind)) {
      const marked = mergeSchemas(shape.schema, discriminated(schema, branch));
      if (marked !== undefined) yield { ...shape, schema: marked };
    }
  }
}

/** What a discriminator demands of a branch: its name in the property that tells the branches apart. */
function discriminated(schema: JsonObject, branch: unknown): JsonObject {
  const { propertyName, mapping } = asObject(schema["discriminator"]);
  const ref = asObject(branch)["$ref"];
  if (typeof propertyName !== "string" || typeof ref !== "string") return {};
  const own = ref.slice(ref.lastIndexOf("/") + 1);
  const mapped = Object.entries(asObject(mapping)).find(([, target]) => target === ref || target === own);
  return { properties: { [propertyName]: { enum: [mapped?.[0] ?? own] } }, required: [propertyName] };
}

function* product([first, ...rest]: readonly Part[]): Iterable<Shape> {
  if (first === undefined) {
    yield { schema: {}, behind: new Set() };
    return;
  }
  for (const one of first()) {
    for (const other of product(rest)) {
      const schema = mergeSchemas(one.schema, other.schema);
      if (schema !== undefined) yield { schema, behind: new Set([...one.behind, ...other.behind]) };
    }
  }
}
