import { type Call, start } from "./call.ts";
import type { Core } from "./core.ts";
import { ParseError } from "./errors/parse-error.ts";
import { Exchange } from "./exchange.ts";
import type { PagedOperation } from "./operation.ts";
import type { CallOptions } from "./options.ts";
import { askedSize } from "./paging.ts";
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

/** Calls an operation that lists; what the emitted functions do. */
export function callPaged<Item, Data, Result>(
  core: Core,
  operation: PagedOperation,
  args: object | undefined,
  options: CallOptions | undefined,
): PagedCall<Item, Data, Result> {
  const { pagination } = operation;
  const exchangeFor = (given: object | undefined): Exchange => new Exchange(core, operation, { ...given }, options);
  const own = exchangeFor(args);
  const call = start<Data, Result>(own);
  let walked = false;

  const pages = (): AsyncIterable<Page<Item, Data>> => {
    const exchange = walked ? exchangeFor(own.args) : own;
    const [parameter, best] = pagination.size ?? [];
    // Said in the turn of the call, a walk asks for the largest pages the appliance grants; the caller's own size goes before.
    if (parameter !== undefined && !exchange.begun) {
      (exchange.args as Record<string, unknown>)[parameter] ??= best;
    }
    const first = walked ? start<Data, Result>(exchange) : call;
    walked = true;
    // Whoever walks it is told of its failure.
    first.catch(() => undefined);
    let begins: AsyncIterable<Page<Item, Data>> | undefined = walk(exchange, first);
    return {
      [Symbol.asyncIterator]() {
        const own = begins ?? pages();
        begins = undefined;
        return own[Symbol.asyncIterator]();
      },
    };
  };

  async function* walk(first: Exchange, started: Call<Data, Result>): AsyncGenerator<Page<Item, Data>> {
    let exchange = first;
    let answer = started;
    const asked = new Set<unknown>();
    let rows = 0;
    let last: readonly Item[] = [];
    let begun: unknown;
    for (;;) {
      const { args } = exchange;
      const { data, response } = await answer.withResponse();
      const stray = (why: string): ParseError => new ParseError(core.service.name, operation.id, response, "", why);
      const items = (at(data, pagination.items) ?? []) as readonly Item[];
      if (!Array.isArray(items)) throw stray(`without a list at ${pagination.items}`);
      // A cursor tells by itself, and an answer may say where it begins; otherwise it is the rows that tell.
      const begins = pagination.begins && at(data, pagination.begins);
      const moved = pagination.next !== undefined || (begins !== undefined && begins !== begun);
      begun = begins;
      if (!moved && items.length > 0 && areSame(last, items)) {
        // More rows than were asked for: size and position do not count there, and the page was the whole list.
        if (items.length > (askedSize(pagination, args) ?? Infinity)) return;
        throw stray("it is the page that came before it: its position is not what decides");
      }
      yield { items, data, response };
      last = items;
      asked.add(args[pagination.position]);
      rows += items.length;
      const position = pagination.style(pagination, { began: first.args, args, data, count: items.length, rows });
      if (position === undefined) return;
      if (asked.has(position)) throw stray("its next page is one that was asked for before");
      exchange = exchangeFor({ ...args, [pagination.position]: position });
      answer = start(exchange);
    }
  }

  return Object.assign(call, {
    pages,
    async *[Symbol.asyncIterator](): AsyncGenerator<Item> {
      for await (const { items } of pages()) {
        for (const item of items) {
          if (options?.signal?.aborted) throw own.aborted();
          yield item;
        }
      }
    },
  });
}

/** Whether two pages are the same, row by row; the first difference settles it. */
function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  const text = (row: unknown): string =>
    JSON.stringify(row, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
  return one.length === other.length && other.every((row, index) => text(row) === text(one[index]));
}
