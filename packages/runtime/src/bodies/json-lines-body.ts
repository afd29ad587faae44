import type { NumberCodec } from "../int64.ts";
import { isJsonSequence } from "../media-type.ts";
import type { ContentWriter } from "./body.ts";
import { streamFrom } from "./stream-from.ts";

/** One JSON text a line, written as the iterable gives them. Being a stream, the body is sent once. */
export const jsonLinesBody: ContentWriter = (body, type, numbers) => {
  if (!isIterable(body)) throw new TypeError("its body is nothing to iterate over: give a list, or an async generator");
  return [streamFrom(lines(body, isJsonSequence(type) ? "\x1e" : "", numbers)), type];
};

function isIterable(body: unknown): body is Iterable<unknown> | AsyncIterable<unknown> {
  return typeof body === "object" && body !== null && (Symbol.iterator in body || Symbol.asyncIterator in body);
}

async function* lines(
  values: Iterable<unknown> | AsyncIterable<unknown>,
  head: string,
  numbers: NumberCodec | undefined,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const stringify = numbers?.stringify ?? JSON.stringify;
  for await (const value of values) yield encoder.encode(`${head}${stringify(value)}\n`);
}
