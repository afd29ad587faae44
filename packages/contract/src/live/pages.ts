import type { SpecOperation } from "../openapi/spec.ts";
import { complain, identityOf, judgeWalk, type PageComplaint } from "./judge-walk.ts";
import { paginationOf, rowsAt, type Pagination } from "./pagination.ts";
import { pageOf, walkPages, type AskPage, type Page, type Walk } from "./walk-pages.ts";

export interface AskedList {
  /** The list's answer when it is asked for no page. */
  readonly whole: unknown;
  readonly ask: (more: Readonly<Record<string, unknown>>) => ReturnType<AskPage>;
}

/** Walks through a list in small pages, then asks for the largest and for what is beyond the end: what pagination says has to hold. */
export async function judgePages(operation: SpecOperation, { whole, ask }: AskedList): Promise<PageComplaint[]> {
  const pagination = paginationOf(operation);
  const rows = pagination && rowsAt(pagination, whole);
  if (pagination === undefined || whole === undefined) return [];
  const askPage: AskPage = (position, size) =>
    ask({
      ...(position === undefined ? {} : { [pagination.position]: position }),
      ...(size === undefined || pagination.size === undefined ? {} : { [pagination.size.parameter]: size }),
    });
  const found = await judgeOnce(pagination, rows ?? [], askPage);
  if (found.length === 0) return [];
  // Rows come and go while a list is walked through: what is not found again was such a change.
  const again = await judgeOnce(pagination, rows ?? [], askPage);
  return found.filter(({ complaint: { kind, pointer } }) =>
    again.some(({ complaint }) => complaint.kind === kind && complaint.pointer === pointer),
  );
}

async function judgeOnce(pagination: Pagination, whole: readonly unknown[], ask: AskPage): Promise<PageComplaint[]> {
  // With few rows only pages of one make several; with more, pages of two show where one row is on both.
  const size = pagination.size && Math.max(pagination.size.smallest, whole.length >= 4 ? 2 : 1);
  const walk = await walkPages(pagination, size, ask);
  const found = judgeWalk(pagination, walk, size, whole);
  if (found.length > 0) return found;
  return [...(await judgeEnd(pagination, walk, size, ask)), ...(await judgeBest(pagination, ask))];
}

/** Nothing may be where the total says that nothing is, and something where it says that the last row is. */
async function judgeEnd(
  pagination: Pagination,
  { pages }: Walk,
  size: number | undefined,
  ask: AskPage,
): Promise<PageComplaint[]> {
  const { style, first } = pagination;
  const total = pages.at(-1)?.total;
  const step = style === "page" ? size : 1;
  if (style === "cursor" || total === undefined || step === undefined) return [];
  const count = Math.ceil(total / step);
  const at = async (position: number): Promise<Page | undefined> => {
    const exchange = await ask(position, size);
    return exchange && pageOf(pagination, position, exchange);
  };
  const last = count === 0 ? undefined : await at(first + count - 1);
  if (last?.rows.length === 0) {
    const message = `it says ${total}, and nothing is there at ${String(last.position)}`;
    return complain(pagination, last.exchange, "pagination-total", "total", message);
  }
  const beyond = await at(first + count);
  // Some servers give the last page again.
  const known = [...pages, ...(last === undefined ? [] : [last])].flatMap(({ rows }) => rows);
  if (beyond === undefined || !hasOthers(pagination, beyond, known)) return [];
  const message = `it says ${total}, and more is there at ${String(beyond.position)}`;
  return complain(pagination, beyond.exchange, "pagination-total", "total", message);
}

/** Walks ask for the best size, and take a shorter page for the last one. */
async function judgeBest(pagination: Pagination, ask: AskPage): Promise<PageComplaint[]> {
  const { style, size, first } = pagination;
  if (size === undefined || !Number.isFinite(size.best)) return [];
  const { pages, end, stray } = await walkPages(pagination, size.best, ask, 1);
  if (end === "refused" && stray !== undefined) {
    const message = `${size.parameter}=${size.best} is answered ${stray.status}`;
    return complain(pagination, stray, "pagination-refused", "size/best", message);
  }
  const [page] = pages;
  const count = page?.rows.length ?? 0;
  if (page === undefined || style === "cursor" || count === 0 || count >= size.best) return [];
  const exchange = await ask(style === "page" ? first + 1 : first + count, size.best);
  const next = exchange && pageOf(pagination, undefined, exchange);
  if (next === undefined || !hasOthers(pagination, next, page.rows)) return [];
  const message = `${size.parameter}=${size.best} brings ${count} rows, and there are more`;
  return complain(pagination, next.exchange, "page-too-small", "size/best", message);
}

function hasOthers(pagination: Pagination, { rows }: Page, known: readonly unknown[]): boolean {
  const seen = new Set(known.map((row) => identityOf(pagination, row)));
  return rows.some((row) => !seen.has(identityOf(pagination, row)));
}
