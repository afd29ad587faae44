import { argumentName, type Arguments } from "../openapi/encode.ts";
import type { SpecOperation } from "../openapi/spec.ts";
import { operationNode } from "./answer-node.ts";
import type { Complaint, Judging } from "./judging.ts";
import { typesOf } from "./types.ts";
import type { Things } from "./rows.ts";
import { child, follow, items, type SpecNode } from "./spec-node.ts";

export interface WithIds {
  readonly args: Arguments;
  /** Whether the parameters take ids such as these. */
  readonly judge: (judging: Judging) => Complaint[];
}

/** Arguments with ids of things that are there; undefined where there is no hole, or nothing to fill it. */
export function withIds(operation: SpecOperation, required: Arguments, things: Things): WithIds | undefined {
  const holes = operation.parameters.filter((parameter) => parameter.in === "path");
  const ids = holes.length === 0 ? undefined : things.fill(operation.path);
  if (ids === undefined) return undefined;
  const filled = holes.flatMap((parameter) => {
    const id = ids[parameter.name];
    if (id === undefined) return [];
    const value = typesOf(parameter.schema).includes("string") ? String(id) : id;
    return [{ parameter, value }];
  });
  const args = filled.map(({ parameter, value }) => [argumentName(operation, parameter), value] as const);
  return {
    args: { ...required, ...Object.fromEntries(args) },
    judge: ({ checker }) =>
      filled.flatMap(({ parameter, value }): Complaint[] => {
        const [problem] = checker.problems(parameter.schema, value, "request");
        if (problem === undefined) return [];
        const schema = schemaOf(operation, parameter.name);
        const { pointer } = schema;
        return [{ kind: "wrong-id", pointer, at: [parameter.name], message: problem.message, seen: { value, schema } }];
      }),
  };
}

function schemaOf(operation: SpecOperation, name: string): SpecNode {
  const own = operationNode(operation);
  const item = { ...own, pointer: own.pointer.slice(0, own.pointer.lastIndexOf("/")) };
  const parent = { ...item, value: pathItemOf(operation) };
  const all = [own, parent].flatMap((node) => items(child(node, "parameters")).map(follow));
  const found = all.find(({ value }) => (value as { name?: unknown }).name === name);
  return found === undefined ? own : follow(child(found, "schema"));
}

function pathItemOf({ document, path }: SpecOperation): unknown {
  return (document["paths"] as Readonly<Record<string, unknown>> | undefined)?.[path];
}
