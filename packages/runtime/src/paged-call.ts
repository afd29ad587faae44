import { type Call, OperationCall } from "./call.ts";
import type { Core } from "./core.ts";
import { ParseError } from "./errors/parse-error.ts";
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
    let rows = 0;
    let last: readonly Item[] = [];
    let begun: unknown;
    for (let call = first; ;) {
      const { data, response } = await call.withResponse();
      const items = (at(data, pagination.items) ?? []) as readonly Item[];
      if (!Array.isArray(items)) throw this.#stray(response, `without a list at ${pagination.items}`);
      // A cursor tells by itself, and an answer may say where it begins; otherwise it is the rows that tell.
      const begins = pagination.begins && at(data, pagination.begins);
      const moved = pagination.next !== undefined || (begins !== undefined && begins !== begun);
      begun = begins;
      if (!moved && items.length > 0 && areSame(last, items)) {
        // More rows than were asked for: size and position do not count there, and the page was the whole list.
        if (items.length > (askedSize(pagination, call.args) ?? Infinity)) return;
        throw this.#stray(response, "it is the page that came before it: its position is not what decides");
      }
      yield { items, data, response };
      last = items;
      asked.add(call.args[pagination.position]);
      rows += items.length;
      const walked = { began: first.args, args: call.args, data, count: items.length, rows };
      const position = pagination.style(pagination, walked);
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

/** Whether two pages are the same, row by row; the first difference settles it. */
function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  const text = (row: unknown): string =>
    JSON.stringify(row, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
  return one.length === other.length && other.every((row, index) => text(row) === text(one[index]));
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
