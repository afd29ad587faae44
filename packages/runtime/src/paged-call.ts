import { type Call, OperationCall } from "./call.ts";
import type { Core } from "./core.ts";
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
    for (let call = first; ;) {
      const { data, response } = await call.withResponse();
      const items = (at(data, pagination.items) ?? []) as readonly Item[];
      if (!Array.isArray(items)) throw this.#stray(response, `without a list at ${pagination.items}`);
      yield { items, data, response };
      asked.add(call.args[pagination.position]);
      const position = nextPosition(pagination, call.args, data, items.length);
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

/** Where the page after this one begins; undefined where this one is the last. */
function nextPosition(
  { style, position, size, first = 0, total, next = "" }: Pagination,
  args: Readonly<Record<string, unknown>>,
  data: unknown,
  count: number,
): unknown {
  if (style === "cursor") return at(data, next) || undefined;
  const now = Number(args[position] ?? first);
  const asked = size && (args[size[0]] as number | undefined);
  const step = style === "offset" ? count : 1;
  const all = total === undefined ? undefined : at(data, total);
  // Counted in items; by pages that can be done only where their size is known.
  const reached = style === "offset" ? now - first + count : asked && (now - first) * asked + count;
  if (typeof all === "number" && reached !== undefined) return reached < all ? now + step : undefined;
  // The best size is one that is granted: a page shorter than that is the last. Of a larger one that is not certain.
  const full = asked === undefined || asked > size![1] || count >= asked;
  return count > 0 && full ? now + step : undefined;
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
