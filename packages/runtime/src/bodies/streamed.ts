import { ConnectionError } from "../errors/connection-error.ts";
import type { Exchange } from "../exchange.ts";

/** An answer that is read as it comes, once. It ends the connection when it is left (`break`), cancelled or aborted. */
export interface Streamed<T> extends AsyncIterable<T> {
  /** Ends the connection: for who does not iterate to the end. */
  cancel(): Promise<void>;
}

/** Reads a body through `parse`, which makes values of its text. Time limits have ended with the headers. */
export function streamed<T>(
  exchange: Exchange,
  body: ReadableStream<Uint8Array> | null,
  parse: (texts: AsyncIterable<string>) => AsyncGenerator<T>,
): Streamed<T> {
  const { signal } = exchange;
  const reader = body?.getReader();
  let begun = false;
  const cancel = async (): Promise<void> => {
    signal?.removeEventListener("abort", onAbort);
    // A connection that broke cannot be cancelled; that it broke is told to whoever reads.
    await reader?.cancel().catch(() => undefined);
  };
  // A `fetch` need not heed the signal.
  const onAbort = (): void => void cancel();
  signal?.addEventListener("abort", onAbort);

  async function* texts(): AsyncGenerator<string> {
    // It drops a byte order mark, and holds back half a character.
    const decoder = new TextDecoder();
    try {
      for (;;) {
        const chunk = await reader?.read().catch((cause: unknown) => lost(exchange, cause));
        if (signal?.aborted === true) throw exchange.aborted();
        if (chunk?.value === undefined) break;
        yield decoder.decode(chunk.value, { stream: true });
      }
      yield decoder.decode();
    } finally {
      await cancel();
    }
  }

  return {
    cancel,
    [Symbol.asyncIterator]() {
      if (begun) throw new TypeError(`The answer of ${exchange.operation.id} is read as it comes, and so only once`);
      begun = true;
      return parse(texts());
    },
  };
}

function lost(exchange: Exchange, cause: unknown): never {
  if (exchange.signal?.aborted === true) throw exchange.aborted();
  const { base, core } = exchange;
  const error = exchange.error(ConnectionError, `lost the connection to ${base} amid its answer`, cause);
  core.observer.explain?.(exchange, error);
  throw error;
}

/** The pieces of a text between separators, as soon as each has ended, and what is left at the end. */
export async function* split(
  texts: AsyncIterable<string>,
  separator: RegExp,
): AsyncGenerator<{ readonly text: string; readonly ended: boolean }> {
  let rest = "";
  let afterCr = false;
  for await (const chunk of texts) {
    if (chunk === "") continue;
    // The second half of a CRLF whose first half has ended a line.
    const text = afterCr && chunk.startsWith("\n") ? chunk.slice(1) : chunk;
    const pieces = text.split(separator);
    afterCr = chunk.endsWith("\r") && separator.test("\r");
    pieces[0] = rest + (pieces[0] ?? "");
    rest = pieces.pop() ?? "";
    for (const piece of pieces) yield { text: piece, ended: true };
  }
  yield { text: rest, ended: false };
}
