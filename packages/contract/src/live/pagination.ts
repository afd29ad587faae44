import { objectOf, textOf, valueAt, type JsonObject } from "../openapi/json.ts";
import type { SpecOperation } from "../openapi/spec.ts";
import { operationNode } from "./answer-node.ts";
import { child, type SpecNode } from "./spec-node.ts";

/** What `x-sdk-pagination` says of an operation. */
export interface Pagination {
  readonly node: SpecNode;
  readonly style: string;
  /** The parameter that moves, and where it begins. */
  readonly position: string;
  readonly first: number;
  readonly size: { readonly parameter: string; readonly smallest: number; readonly best: number } | undefined;
  /** JSON pointers into an answer; undefined where the spec names none. */
  readonly items: string;
  readonly next: string | undefined;
  readonly total: string | undefined;
  readonly begins: string | undefined;
  /** The property that tells rows apart. */
  readonly id: string | undefined;
}

export function paginationOf(operation: SpecOperation): Pagination | undefined {
  const node = child(operationNode(operation), "x-sdk-pagination");
  const described = objectOf(node.value);
  const position = textOf(described["position"]);
  if (position === undefined) return undefined;
  const { first } = described;
  return {
    node,
    style: String(described["style"]),
    position,
    first: typeof first === "number" ? first : 0,
    size: sizeOf(operation, objectOf(described["size"])),
    items: pointerOf(described["items"]) ?? "",
    next: pointerOf(described["next"]),
    total: pointerOf(described["total"]),
    begins: pointerOf(described["begins"]),
    id: textOf(objectOf(operation.value["x-sdk-resource"])["id"]),
  };
}

function sizeOf(operation: SpecOperation, { parameter: name, best }: JsonObject): Pagination["size"] {
  const parameter = operation.parameters.find((each) => each.in === "query" && each.name === name);
  if (parameter === undefined) return undefined;
  const minimum = objectOf(parameter.schema)["minimum"];
  const smallest = typeof minimum === "number" ? Math.max(1, minimum) : 1;
  return { parameter: parameter.name, smallest, best: Number(best) };
}

function pointerOf(expression: unknown): string | undefined {
  return textOf(expression)?.replace("$response.body#", "");
}

/** The rows of an answer; undefined where there is no list. */
export function rowsAt({ items }: Pagination, body: unknown): readonly unknown[] | undefined {
  const rows = valueAt(body, items);
  return Array.isArray(rows) ? (rows as readonly unknown[]) : undefined;
}

/** The number that an answer gives at a pointer. */
export function numberAt(body: unknown, pointer: string | undefined): number | undefined {
  const value = pointer === undefined ? undefined : valueAt(body, pointer);
  return typeof value === "number" ? value : undefined;
}
