import { valueAt } from "../openapi/json.ts";
import { jsonOf } from "./exchange.ts";
import { numberAt, rowsAt, type Pagination } from "./pagination.ts";
import type { Watched } from "./watch.ts";

/** Asks for a page by position and size, as far as they are given; undefined where no answer came. */
export type AskPage = (position: unknown, size: number | undefined) => Promise<Watched | undefined>;

export interface Page {
  readonly exchange: Watched;
  readonly position: unknown;
  readonly rows: readonly unknown[];
  readonly total: number | undefined;
  readonly body: unknown;
}

export interface Walk {
  readonly pages: readonly Page[];
  /** `loop`: the next position is one that was there before; `cut`: there is more than was looked at. */
  readonly end: "last" | "cut" | "loop" | "refused" | "no-rows" | "unknown";
  /** The answer that was no page. */
  readonly stray: Watched | undefined;
}

/** Enough to see a walk move and end; appliances may hold a million rows. */
const MOST = 5;

/** Goes through a list as a client does. */
export async function walkPages(
  pagination: Pagination,
  size: number | undefined,
  ask: AskPage,
  most: number = MOST,
): Promise<Walk> {
  const pages: Page[] = [];
  const asked: unknown[] = [];
  let position: unknown = pagination.style === "cursor" ? undefined : pagination.first;
  while (pages.length < most) {
    asked.push(position);
    const exchange = await ask(position, size);
    const page = exchange && pageOf(pagination, position, exchange);
    if (page === undefined) return { pages, end: endBy(exchange), stray: exchange };
    pages.push(page);
    position = following(pagination, size, pages);
    if (position === undefined) return { pages, end: "last", stray: undefined };
    if (asked.includes(position)) return { pages, end: "loop", stray: undefined };
  }
  return { pages, end: "cut", stray: undefined };
}

export function pageOf(pagination: Pagination, position: unknown, exchange: Watched): Page | undefined {
  if (exchange.status >= 300) return undefined;
  const body = jsonOf(exchange.body);
  const rows = rowsAt(pagination, body);
  return rows && { exchange, position, rows, total: numberAt(body, pagination.total), body };
}

/** Signing in anew, waiting or a later visit helps against these: they say nothing of pages. */
const PASSING = [401, 408, 429, 502, 503, 504];

function endBy(exchange: Watched | undefined): Walk["end"] {
  if (exchange === undefined || PASSING.includes(exchange.status)) return "unknown";
  if (exchange.status >= 400) return "refused";
  return exchange.status < 300 && jsonOf(exchange.body) !== undefined ? "no-rows" : "unknown";
}

/** The position of the page after the last one; undefined where there is none. */
function following(pagination: Pagination, size: number | undefined, pages: readonly Page[]): unknown {
  const { style, next, first, begins } = pagination;
  const last = pages.at(-1);
  if (last === undefined) return undefined;
  if (style === "cursor") {
    const mark = valueAt(last.body, next ?? "");
    return mark === null || mark === "" ? undefined : mark;
  }
  if (last.rows.length === 0) return undefined;
  const at = numberAt(last.body, begins) ?? Number(last.position);
  const seen = pages.reduce((sum, { rows }) => sum + rows.length, 0);
  const reached = style === "page" ? seen : at + last.rows.length - first;
  const isLast = last.total === undefined ? last.rows.length < (size ?? 1) : reached >= last.total;
  if (isLast) return undefined;
  return style === "page" ? at + 1 : at + last.rows.length;
}
