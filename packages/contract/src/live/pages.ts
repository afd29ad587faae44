import { isDeepStrictEqual } from "node:util";
import { objectOf, textOf, valueAt, type JsonObject } from "../openapi/json.ts";
import type { Arguments } from "../openapi/encode.ts";
import type { SpecOperation } from "../openapi/spec.ts";
import { operationNode } from "./answer-node.ts";
import type { Complaint } from "./judging.ts";
import type { Kind } from "./kinds.ts";
import { child, type SpecNode } from "./spec-node.ts";

/** Asks for a page; undefined unless it is a success in JSON. */
export type AskPage = (args: Arguments) => Promise<unknown>;

interface Pagination {
  readonly node: SpecNode;
  readonly described: JsonObject;
  readonly position: string;
  readonly size: { readonly parameter: string; readonly smallest: number } | undefined;
}

/** Asks for two small pages: what pagination says of them has to hold. */
export async function judgePages(operation: SpecOperation, required: Arguments, ask: AskPage): Promise<Complaint[]> {
  const pagination = paginationOf(operation);
  if (pagination === undefined) return [];
  const { described, position, size } = pagination;
  const args = { ...required, ...(size === undefined ? {} : { [size.parameter]: size.smallest }) };
  const isCursor = described["style"] === "cursor";
  const begin = typeof described["first"] === "number" ? described["first"] : 0;
  const first = await ask(isCursor ? args : { ...args, [position]: begin });
  if (first === undefined) return [];
  const rows = valueAt(first, pointerOf(described, "items"));
  if (!Array.isArray(rows)) return [complain(pagination, "pagination-rows", ["items"], "there is no list of rows")];
  const found = [...sizes(pagination, rows), ...totals(pagination, first)];
  if (rows.length === 0) return found;
  const mark = isCursor
    ? valueAt(first, pointerOf(described, "next"))
    : begin + (described["style"] === "offset" ? rows.length : 1);
  if (mark === undefined || mark === null || mark === "") return found;
  const second = await ask({ ...args, [position]: mark });
  return second === undefined ? found : [...found, ...moves(pagination, first, second)];
}

function paginationOf(operation: SpecOperation): Pagination | undefined {
  const node = child(operationNode(operation), "x-sdk-pagination");
  const described = objectOf(node.value);
  const position = textOf(described["position"]);
  if (position === undefined) return undefined;
  const name = textOf(objectOf(described["size"])["parameter"]);
  const parameter = operation.parameters.find((each) => each.in === "query" && each.name === name);
  const minimum = objectOf(parameter?.schema)["minimum"];
  const smallest = typeof minimum === "number" ? Math.max(1, minimum) : 1;
  return { node, described, position, size: name === undefined ? undefined : { parameter: name, smallest } };
}

function sizes(pagination: Pagination, rows: readonly unknown[]): Complaint[] {
  const { size } = pagination;
  if (size === undefined || rows.length <= size.smallest) return [];
  const message = `${size.parameter}=${size.smallest} brings ${rows.length} rows`;
  return [complain(pagination, "page-too-large", ["size"], message)];
}

function totals(pagination: Pagination, body: unknown): Complaint[] {
  const pointer = pointerOf(pagination.described, "total");
  if (pagination.described["total"] === undefined || typeof valueAt(body, pointer) === "number") return [];
  return [complain(pagination, "pagination-rows", ["total"], "the number of all rows is not there")];
}

function moves(pagination: Pagination, first: unknown, second: unknown): Complaint[] {
  const { described, position } = pagination;
  const pointer = pointerOf(described, "items");
  const [before, after] = [valueAt(first, pointer), valueAt(second, pointer)] as [unknown[], unknown];
  const next = pointerOf(described, "next");
  const stays = described["style"] === "cursor" && isDeepStrictEqual(valueAt(first, next), valueAt(second, next));
  const isSame = Array.isArray(after) && after.length > 0 && isDeepStrictEqual(after[0], before[0]);
  if (!isSame && !stays) return [];
  return [complain(pagination, "pagination-stuck", ["position"], `with another ${position} the same rows come`)];
}

function pointerOf(described: JsonObject, name: string): string {
  return String(described[name] ?? "").replace("$response.body#", "");
}

function complain({ node }: Pagination, kind: Kind, [name = ""]: readonly string[], message: string): Complaint {
  return { kind, pointer: child(node, name).pointer, at: [], message };
}
