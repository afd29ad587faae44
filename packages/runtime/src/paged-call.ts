import { type Call, OperationCall } from "./call.ts";
import type { Core } from "./core.ts";
import type { Arguments } from "./exchange.ts";
import { ParseError } from "./errors/parse-error.ts";
import type { PagedOperation, Pagination } from "./operation.ts";
import type { CallOptions } from "./options.ts";
import { at } from "./pointer.ts";

export interface Page<Item, Data> {
  readonly items: readonly Item[];
  readonly data: Data;
  readonly response: Response;
}

/**
 * A call that lists: awaited it is one page as the appliance gives it; `for await` walks every item of every page.
 *
 * A walk asks for the next page only when the last is used up, and `break` asks for no more. The first walk begins with the
 * call's own answer, a further one with a new request. The options hold for every page, `signal` for the whole walk.
 */
export interface PagedCall<Item, Data, Result> extends Call<Data, Result>, AsyncIterable<Item> {
  pages(): AsyncIterable<Page<Item, Data>>;
}

class PagedOperationCall<Item, Data, Result>
  extends OperationCall<Data, Result>
  implements PagedCall<Item, Data, Result>
{
  readonly #core: Core;
  readonly #operation: PagedOperation;
  readonly #options: CallOptions | undefined;
  #walked = false;

  constructor(core: Core, operation: PagedOperation, args: object | undefined, options: CallOptions | undefined) {
    super(core, operation, args, options);
    this.#core = core;
    this.#operation = operation;
    this.#options = options;
  }

  pages(): AsyncIterable<Page<Item, Data>> {
    // Said in the turn of the call, a walk asks for the largest pages the appliance grants; the caller's own size goes before.
    const { size } = this.#operation.pagination;
    const args = this.startable;
    if (args !== undefined && size !== undefined) args[size[0]] ??= size[1];
    const first = this.#walked ? this.#again({ ...this.args }) : this;
    this.#walked = true;
    first.listen();
    return this.#walk(first);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item> {
    for await (const page of this.pages()) yield* page.items;
  }

  async *#walk(first: PagedOperationCall<Item, Data, Result>): AsyncGenerator<Page<Item, Data>> {
    const { pagination } = this.#operation;
    const asked = new Set<unknown>();
    const seen = { rows: 0, before: rowsBefore(pagination, first.args) };
    let last: readonly Item[] = [];
    let begun: unknown;
    for (let call = first; ;) {
      const { data, response } = await call.withResponse();
      const items = (at(data, pagination.items) ?? []) as readonly Item[];
      if (!Array.isArray(items)) throw this.#stray(response, `without a list at ${pagination.items}`);
      // A cursor tells by itself, and an answer may say where it begins; otherwise it is the rows that tell.
      const begins = pagination.begins && at(data, pagination.begins);
      const moved = pagination.style === "cursor" || (begins !== undefined && begins !== begun);
      begun = begins;
      if (!moved && items.length > 0 && areSame(last, items)) {
        // More rows than were asked for: size and position do not count there, and the page was the whole list.
        if (items.length > (askedSize(pagination, call.args) ?? Infinity)) return;
        throw this.#stray(response, "it is the page that came before it: its position is not what decides");
      }
      yield { items, data, response };
      last = items;
      asked.add(call.args[pagination.position]);
      seen.rows += items.length;
      const position = nextPosition(pagination, call.args, data, items.length, seen);
      if (position === undefined) return;
      if (asked.has(position)) throw this.#stray(response, "its next page is one that was asked for before");
      call = this.#again({ ...call.args, [pagination.position]: position });
    }
  }

  #again(args: object): PagedOperationCall<Item, Data, Result> {
    return new PagedOperationCall(this.#core, this.#operation, args, this.#options);
  }

  #stray(response: Response, why: string): ParseError {
    return new ParseError(this.#core.service.name, this.#operation.id, response, "", why);
  }
}

function askedSize({ size }: Pagination, args: Arguments): number | undefined {
  return size && (args[size[0]] as number | undefined);
}

/** Rows before the first page of a walk; undefined where pages are counted and nobody knows how large they are. */
function rowsBefore(pagination: Pagination, args: Arguments): number | undefined {
  const { style, position, first = 0 } = pagination;
  const skipped = Number(args[position] ?? first) - first;
  const size = askedSize(pagination, args);
  if (style === "offset" || skipped === 0) return skipped;
  return size === undefined ? undefined : skipped * size;
}

/** Whether two pages are the same, row by row; the first difference settles it. */
function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  const text = (row: unknown): string =>
    JSON.stringify(row, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
  return one.length === other.length && other.every((row, index) => text(row) === text(one[index]));
}

/**
 * Where the page after this one begins; undefined where this one is the last. What counts is the rows that came: a server
 * may give more or fewer than were asked for, or, where the answer says so, others.
 */
function nextPosition(
  pagination: Pagination,
  args: Arguments,
  data: unknown,
  count: number,
  seen: { readonly rows: number; readonly before: number | undefined },
): unknown {
  const { style, position, size, first = 0, total, begins, next = "" } = pagination;
  if (style === "cursor") return at(data, next) || undefined;
  const asked = askedSize(pagination, args);
  const now = Number((begins && at(data, begins)) ?? args[position] ?? first);
  // An empty page moves nothing: where the total says that more is there, that ends in an error.
  const following = now + (style === "offset" ? count : Math.min(count, 1));
  const all = total === undefined ? undefined : at(data, total);
  const reached =
    style === "offset" ? following - first : seen.before === undefined ? undefined : seen.before + seen.rows;
  if (typeof all === "number" && reached !== undefined) return reached < all ? following : undefined;
  // The best size is one that is granted: a page shorter than that is the last. Of a larger one that is not certain.
  const full = asked === undefined || asked > size![1] || count >= asked;
  return count > 0 && full ? following : undefined;
}

/** Calls an operation that lists; what the emitted functions do. */
export function callPaged<Item, Data, Result>(
  core: Core,
  operation: PagedOperation,
  args: object | undefined,
  options: CallOptions | undefined,
): PagedCall<Item, Data, Result> {
  return new PagedOperationCall<Item, Data, Result>(core, operation, args, options);
}
