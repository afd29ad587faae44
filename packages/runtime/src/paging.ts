import type { Arguments } from "./exchange.ts";
import type { Pagination } from "./operation.ts";
import { at } from "./pointer.ts";

// How lists go on, one function a style; an operation imports its own.

/** How far a walk has come. */
export interface Walked {
  /** The arguments of its first page, and of the last one. */
  readonly began: Arguments;
  readonly args: Arguments;
  readonly data: unknown;
  /** Rows of the last page, and of all. What counts is what came: a server may give more or fewer than were asked for. */
  readonly count: number;
  readonly rows: number;
}

/** The position of the page after the last one; undefined where there is none. */
export type PagingStyle = (pagination: Pagination, walked: Walked) => unknown;

export const byCursor: PagingStyle = ({ next = "" }, { data }) => at(data, next) || undefined;

export const byOffset: PagingStyle = (pagination, walked) => {
  // An empty page moves nothing: where the total says that more is there, that ends in an error.
  const following = position(pagination, walked) + walked.count;
  return goesOn(pagination, walked, following - (pagination.first ?? 0)) ? following : undefined;
};

export const byPage: PagingStyle = (pagination, walked) => {
  const { position: name, first = 0 } = pagination;
  const skipped = Number(walked.began[name] ?? first) - first;
  // How many rows are before the first page, nobody knows where its size was not asked for.
  const before = skipped === 0 ? 0 : skipped * (askedSize(pagination, walked.began) ?? NaN);
  const following = position(pagination, walked) + Math.min(walked.count, 1);
  return goesOn(pagination, walked, before + walked.rows) ? following : undefined;
};

function position({ position: name, begins, first = 0 }: Pagination, { args, data }: Walked): number {
  return Number((begins && at(data, begins)) ?? args[name] ?? first);
}

/** Whether more is there, after so many rows of the list. */
function goesOn(pagination: Pagination, { args, data, count }: Walked, reached: number): boolean {
  // It may be a bigint, or a text against the spec; one below zero says that nobody has counted.
  const all = Number((pagination.total && at(data, pagination.total)) ?? NaN);
  if (all >= 0 && !Number.isNaN(reached)) return reached < all;
  const asked = askedSize(pagination, args);
  // The best size is one that is granted: a page shorter than that is the last. Of a larger one that is not certain.
  return count > 0 && (asked === undefined || asked > pagination.size![1] || count >= asked);
}

export function askedSize({ size }: Pagination, args: Arguments): number | undefined {
  return size && (args[size[0]] as number | undefined);
}
