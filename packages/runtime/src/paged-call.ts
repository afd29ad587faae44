import { type Call, OperationCall } from "./call.ts";
import type { Core } from "./core.ts";
import { ParseError } from "./errors/parse-error.ts";
import type { PagedOperation } from "./operation.ts";
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
    let call: PagedOperationCall<Item, Data, Result> | undefined = first;
    while (call !== undefined) {
      const { data, response }: { data: Data; response: Response } = await call.withResponse();
      const items = (at(data, this.#operation.pagination.items) ?? []) as readonly Item[];
      yield { items, data, response };
      const next = nextArguments(this.#operation, call.args, data, items.length);
      if (next === repeated) throw this.#stuck(response);
      call = next && this.#again(next);
    }
  }

  #again(args: object): PagedOperationCall<Item, Data, Result> {
    return new PagedOperationCall(this.#core, this.#operation, args, this.#options);
  }

  #stuck(response: Response): ParseError {
    const { service } = this.#core;
    return new ParseError(
      service.name,
      this.#operation.id,
      response,
      "",
      "its mark of the next page is the one it was asked with",
    );
  }
}

const repeated: unique symbol = Symbol("repeated");

function nextArguments(
  { pagination: { style, position, size, first = 0, total, next } }: PagedOperation,
  args: Readonly<Record<string, unknown>>,
  data: unknown,
  count: number,
): object | typeof repeated | undefined {
  if (style === "cursor") {
    const mark = at(data, next!);
    if (mark === undefined || mark === null || mark === "") return undefined;
    return mark === args[position] ? repeated : { ...args, [position]: mark };
  }
  if (count === 0) return undefined;
  const now = Number(args[position] ?? first);
  const asked = size && (args[size[0]] as number | undefined);
  const all = total === undefined ? undefined : (at(data, total) as number | null | undefined);
  const reached = style === "offset" ? now - first + count : undefined;
  if (typeof all === "number" && reached !== undefined)
    return reached >= all ? undefined : { ...args, [position]: now + count };
  if (asked !== undefined && count < asked) return undefined;
  return { ...args, [position]: now + (style === "offset" ? count : 1) };
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
