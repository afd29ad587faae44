import { isObject, listAt, objectAt, textAt } from "./json.ts";
import type { JsonObject } from "./json.ts";
import { dereference, joinPointer, pointerOfRef, resolvePointer, resolveRef } from "./pointer.ts";
import { KEEPS_SIBLINGS, OPENAPI, REFERABLE } from "./shapes.ts";
import type { Child, NodeKind, Shapes } from "./shapes.ts";

/** An object of the document, as what it stands there, and where. */
export interface SpecNode {
  readonly kind: NodeKind;
  readonly value: JsonObject;
  readonly pointer: string;
}

export interface Visitor {
  readonly node: (node: SpecNode) => void;
  /** Something else stands where an object, a list or a map of objects belongs. */
  readonly mismatch?: (pointer: string, value: unknown, expected: Child["as"]) => void;
}

/**
 * Visits every object of a document in the order of the text, each before what it contains. References are visited, not
 * followed. A value that contains itself, as YAML aliases can build it, is entered once on its way down.
 */
export function walkSpec(document: JsonObject, visitor: Visitor): void {
  walkFrom({ kind: "document", value: document, pointer: "" }, visitor);
}

/** The same for one object: a schema, an operation. */
export function walkFrom(start: SpecNode, visitor: Visitor, shapes: Shapes = OPENAPI): void {
  const open = new Set<object>();

  const visit = (kind: NodeKind, value: unknown, pointer: string): void => {
    if (!isObject(value)) {
      if (kind !== "schema" || typeof value !== "boolean") visitor.mismatch?.(pointer, value, "one");
      return;
    }
    if (open.has(value)) return;
    visitor.node({ kind, value, pointer });
    if (isReference(kind, value) && !KEEPS_SIBLINGS.has(kind)) return;
    open.add(value);
    for (const field of Object.keys(value)) {
      const child = shapes.child(kind, field);
      if (child !== undefined) visitChild(child, value[field], joinPointer(pointer, field));
    }
    open.delete(value);
  };

  const visitChild = (child: Child, value: unknown, pointer: string): void => {
    if (child.as === "one") {
      visit(child.kind, value, pointer);
    } else if (child.as === "list" && Array.isArray(value)) {
      value.forEach((item, index) => visit(child.kind, item, `${pointer}/${index}`));
    } else if (child.as === "map" && isObject(value)) {
      for (const name of Object.keys(value)) visit(child.kind, value[name], joinPointer(pointer, name));
    } else {
      visitor.mismatch?.(pointer, value, child.as);
    }
  };

  visit(start.kind, start.value, start.pointer);
}

/** Whether an object of this kind is `{ $ref }` instead of what it stands for. */
export function isReference(kind: NodeKind, value: JsonObject): boolean {
  return REFERABLE.has(kind) && Object.hasOwn(value, "$ref");
}

/**
 * Visits the schemas that the given one is built from, those behind references included, each place once: it ends for
 * schemas that refer to themselves. A place is where the schema is written, not where it is referred to.
 */
export function walkReachableSchemas(document: JsonObject, start: SpecNode, visit: (node: SpecNode) => void): void {
  const seen = new Set<string>();
  const waiting = [start];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (seen.has(next.pointer)) continue;
    walkFrom(next, {
      node(node) {
        if (node.kind !== "schema" || seen.has(node.pointer)) return;
        seen.add(node.pointer);
        visit(node);
        const ref = textAt(node.value, "$ref");
        const target = ref === undefined ? undefined : referredSchema(document, ref);
        if (target !== undefined) waiting.push(target);
      },
    });
  }
}

/** The next schema of a chain, not its end: the schemas between may say something too. */
function referredSchema(document: JsonObject, ref: string): SpecNode | undefined {
  const resolution = resolveRef(document, ref);
  const pointer = pointerOfRef(ref);
  if (!resolution.ok || pointer === undefined) return undefined;
  const first = pointer === resolution.pointer ? resolution.value : resolvePointer(document, pointer);
  return isObject(first) ? { kind: "schema", value: first, pointer } : undefined;
}

export const METHODS: readonly string[] = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
  "query",
];

export interface SpecOperation {
  /** As the document spells it: `/users/{id}`. */
  readonly path: string;
  /** In lower case, but for those of `additionalOperations`, which are sent as they are spelled. */
  readonly method: string;
  readonly value: JsonObject;
  readonly pointer: string;
  readonly pathItem: JsonObject;
  readonly pathItemPointer: string;
}

/** The operations below `paths`, in the order of the text. A path item that is a reference gives what it refers to. */
export function operationsOf(document: JsonObject): SpecOperation[] {
  const operations: SpecOperation[] = [];
  for (const [path, item] of Object.entries(objectAt(document, "paths"))) {
    if (path.startsWith("x-")) continue;
    const found = dereference(document, item, joinPointer("/paths", path));
    if (found === undefined || !isObject(found.value)) continue;
    const { value: pathItem, pointer: pathItemPointer } = found;
    const add = (method: string, value: unknown, pointer: string): void => {
      if (isObject(value)) operations.push({ path, method, value, pointer, pathItem, pathItemPointer });
    };
    for (const [field, value] of Object.entries(pathItem)) {
      const pointer = joinPointer(pathItemPointer, field);
      if (METHODS.includes(field)) add(field, value, pointer);
      if (field !== "additionalOperations" || !isObject(value)) continue;
      for (const [method, operation] of Object.entries(value)) add(method, operation, joinPointer(pointer, method));
    }
  }
  return operations;
}

export interface SpecParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly value: JsonObject;
  /** Where the operation or its path item lists it, which may be a reference. */
  readonly pointer: string;
}

/** The parameters listed at a place; those that cannot be found or have no name are left out. */
export function parametersAt(document: JsonObject, owner: JsonObject, ownerPointer: string): SpecParameter[] {
  return listAt(owner, "parameters").flatMap((entry, index) => {
    const pointer = joinPointer(ownerPointer, "parameters", index);
    const value = dereference(document, entry, pointer)?.value;
    const name = textAt(value, "name");
    const place = textAt(value, "in");
    if (!isObject(value) || name === undefined || place === undefined) return [];
    return [{ name, in: place, required: value["required"] === true, value, pointer }];
  });
}

/** All parameters of an operation: its own, and those of its path item that it does not replace. */
export function parametersOf(document: JsonObject, operation: SpecOperation): SpecParameter[] {
  const own = parametersAt(document, operation.value, operation.pointer);
  const replaced = new Set(own.map(parameterKey));
  const shared = parametersAt(document, operation.pathItem, operation.pathItemPointer);
  return [...shared.filter((parameter) => !replaced.has(parameterKey(parameter))), ...own];
}

/** What makes two parameters the same; header names know no case. */
export function parameterKey(parameter: { readonly name: string; readonly in: string }): string {
  return `${parameter.in} ${parameter.in === "header" ? parameter.name.toLowerCase() : parameter.name}`;
}
