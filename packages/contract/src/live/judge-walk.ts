import { isDeepStrictEqual } from "node:util";
import { isObject } from "../openapi/json.ts";
import type { Complaint } from "./judging.ts";
import type { Kind } from "./kinds.ts";
import type { Pagination } from "./pagination.ts";
import { descend } from "./spec-node.ts";
import type { Page, Walk } from "./walk-pages.ts";
import type { Watched } from "./watch.ts";

/** A complaint, and the answer that it is about. */
export interface PageComplaint {
  readonly exchange: Watched;
  readonly complaint: Complaint;
}

/** Holds a walk against what pagination says, and against the rows that the list has when it is asked for no page. */
export function judgeWalk(
  pagination: Pagination,
  { pages, end, stray }: Walk,
  size: number | undefined,
  whole: readonly unknown[],
): PageComplaint[] {
  const { position } = pagination;
  if (stray !== undefined && end === "no-rows")
    return complain(pagination, stray, "pagination-rows", "items", "there is no list of rows");
  if (stray !== undefined && end === "refused") {
    const field = pages.length === 0 && size !== undefined ? "size" : "position";
    return complain(pagination, stray, "pagination-refused", field, `${stray.query} is answered ${stray.status}`);
  }
  const last = pages.at(-1);
  if (last === undefined) return [];
  const found = pages.flatMap((page, index) => [
    ...sizes(pagination, page, size),
    ...numbers(pagination, page),
    ...repeats(pagination, pages.slice(0, index), page),
  ]);
  if (end === "loop") {
    const field = pagination.next === undefined ? "position" : "next";
    const message = "it leads to a page that was asked for before, so that a walk does not end";
    found.push(...complain(pagination, last.exchange, "pagination-stuck", field, message));
  }
  // What is missing in the end is a consequence of these.
  if (found.length > 0 || end !== "last") return found;
  const seen = pages.reduce((sum, { rows }) => sum + rows.length, 0);
  const totals = new Set(pages.map(({ total }) => total));
  if (last.total !== undefined && totals.size === 1 && seen !== last.total) {
    const message = `it says ${last.total}, and the pages have ${seen}`;
    return complain(pagination, last.exchange, "pagination-total", "total", message);
  }
  if (seen >= whole.length) return [];
  if (last.total !== undefined && last.total < whole.length) {
    const message = `it says ${last.total}; asked for no page, the list has ${whole.length}`;
    return complain(pagination, last.exchange, "pagination-total", "total", message);
  }
  const field = pagination.next === undefined ? "position" : "next";
  const message = `pages by ${position} end after ${seen} rows; asked for no page, the list has ${whole.length}`;
  return complain(pagination, last.exchange, "pagination-short", field, message);
}

function sizes(pagination: Pagination, { exchange, rows }: Page, size: number | undefined): PageComplaint[] {
  if (size === undefined || rows.length <= size) return [];
  const message = `${pagination.size?.parameter ?? ""}=${size} brings ${rows.length} rows`;
  return complain(pagination, exchange, "page-too-large", "size", message);
}

function numbers(pagination: Pagination, { exchange, total }: Page): PageComplaint[] {
  if (pagination.total === undefined || total !== undefined) return [];
  return complain(pagination, exchange, "pagination-rows", "total", "the number of all rows is not there");
}

function repeats(pagination: Pagination, before: readonly Page[], page: Page): PageComplaint[] {
  const previous = before.at(-1);
  if (previous === undefined || page.rows.length === 0) return [];
  const { position } = pagination;
  const seen = new Set(before.flatMap(({ rows }) => rows.map((row) => idOf(pagination, row))));
  const again = page.rows.map((row) => idOf(pagination, row)).filter((id) => id !== undefined && seen.has(id));
  // Rows without an id may be alike and yet be others; a client that goes by position gives up on two pages that are the same.
  const areSame = pagination.style !== "cursor" && isDeepStrictEqual(page.rows, previous.rows);
  if (areSame || again.length === page.rows.length) {
    const message = `with another ${position} the same rows come`;
    return complain(pagination, page.exchange, "pagination-stuck", "position", message);
  }
  if (again.length === 0) return [];
  const message = `${again.length} of ${page.rows.length} rows have been on a page before`;
  return complain(pagination, page.exchange, "pagination-overlap", "position", message);
}

/** What a row is known by; one without an id by all that it has. */
export function identityOf(pagination: Pagination, row: unknown): string {
  return JSON.stringify(idOf(pagination, row) ?? row);
}

/** Names and the like may occur twice in a sound list. */
function idOf({ id = "id" }: Pagination, row: unknown): unknown {
  return isObject(row) ? (row[id] ?? row["uuid"]) : undefined;
}

export function complain(
  { node }: Pagination,
  exchange: Watched,
  kind: Kind,
  field: string,
  message: string,
): PageComplaint[] {
  const { pointer } = descend(node, ...field.split("/"));
  return [{ exchange, complaint: { kind, pointer, at: [], message } }];
}
