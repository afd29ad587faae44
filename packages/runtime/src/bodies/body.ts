import { ConfigurationError } from "../errors/configuration-error.ts";
import type { Body, Exchange } from "../exchange.ts";
import type { NumberCodec } from "../int64.ts";
import { bareType, coversType } from "../media-type.ts";

// An operation imports the writers of the media types that it declares, so that whoever sends nothing, or JSON alone, does not
// pay for the others.

/** What is sent, and the Content-Type that says what it is. */
export type WrittenBody = readonly [body: Body, contentType: string];

/** Writes the bodies of an operation. */
export interface BodyWriter {
  (body: unknown, exchange: Exchange): WrittenBody;
  /** The argument that chooses among several media types. */
  readonly choice?: string;
}

/** Writes bodies of one media type; a TypeError says what is wrong with one. */
export type ContentWriter = (body: unknown, mediaType: string, numbers: NumberCodec | undefined) => WrittenBody;

/**
 * The writer of an operation, by the media types that it declares. The argument `contentType` chooses; the first one is
 * what goes without saying, unless it is a wildcard.
 */
export function bodyOf(writers: Readonly<Record<string, ContentWriter>>): BodyWriter {
  const types = Object.keys(writers);
  const write: BodyWriter = (body, exchange) => {
    const { operation, args } = exchange;
    const asked = args["contentType"] ?? types[0];
    const declared = types.find((type) => type === asked) ?? types.find((type) => coversType(type, bareType(asked)));
    if (declared === undefined || String(asked).includes("*")) {
      const problem = `must be given the argument "contentType" for its body: ${types.join(", ")}`;
      throw exchange.error(ConfigurationError, problem);
    }
    return writers[declared]!(body, String(asked), operation.numbers);
  };
  return Object.assign(write, { choice: "contentType" });
}
