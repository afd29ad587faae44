import { callPaged, type PagedCall } from "../../src/paged-call.ts";
import type { Core } from "../../src/core.ts";
import type { PagedOperation, Pagination } from "../../src/operation.ts";
import type { CallOptions } from "../../src/options.ts";
import { byCursor as pagingByCursor, byOffset as pagingByOffset, byPage as pagingByPage } from "../../src/paging.ts";
import { form } from "../../src/styles.ts";
import type { Answer, Sent } from "./replies.ts";

export interface List {
  readonly items: readonly number[];
}

function listOperation(pagination: Pagination): PagedOperation {
  return {
    id: "listItems",
    method: "GET",
    path: "/items",
    query: { offset: form, limit: form, page: form, mark: form, filter: form },
    responses: { 200: "application/json" },
    pagination,
  };
}

export const byOffset: Pagination = {
  style: pagingByOffset,
  position: "offset",
  items: "/items",
  total: "/total",
  size: ["limit", 3],
};
export const byPage: Pagination = {
  style: pagingByPage,
  position: "page",
  first: 1,
  items: "/items",
  size: ["limit", 3],
};
export const byCursor: Pagination = { style: pagingByCursor, position: "mark", items: "/items", next: "/next" };

export function list(
  core: Core,
  pagination: Pagination,
  args?: object,
  options?: CallOptions,
): PagedCall<number, List, unknown> {
  return callPaged(core, listOperation(pagination), args, options);
}

/** Answers with the numbers from 1 to `count`, as the query's offset and limit say; two at a time unless told. */
export function counting(count: number): Answer {
  return ({ url }: Sent) => {
    const query = new URL(url).searchParams;
    const offset = Number(query.get("offset") ?? 0);
    const limit = Number(query.get("limit") ?? 2);
    const items = Array.from({ length: count }, (_, index) => index + 1).slice(offset, offset + limit);
    return { json: { items, total: count } };
  };
}
