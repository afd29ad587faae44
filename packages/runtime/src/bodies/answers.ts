import { declaredFor } from "../answer.ts";
import type { Exchange } from "../exchange.ts";
import { coversType, isJson, isText, isTextual, mediaTypeOf } from "../media-type.ts";
import { decoded } from "./text-answers.ts";

// Answers that are neither JSON nor UTF-8 text. An operation imports the readers of the media types that it declares; which one
// counts is said by the content type that came.

/** Reads the answers of an operation. */
export interface AnswerReader {
  /**
   * Takes the body off the wire, or from a copy, unless it goes to the caller as it comes. Tells its text, and nothing where
   * it is for the platform to read as text.
   */
  readonly take: (exchange: Exchange, response: Response, copy?: boolean) => Promise<string> | undefined;
  /** What the body is, where that may be more than JSON or text; undefined where it is, or not what was declared. */
  readonly data?: (exchange: Exchange, response: Response) => unknown;
}

/** Reads bodies of one media type. */
export interface ContentReader {
  /** What becomes of a body; of "any" it is the content type that tells. */
  readonly as: "text" | "blob" | "any";
  /** Makes of a body what is read as it comes. Errors are taken whole before. */
  readonly open?: (exchange: Exchange, response: Response, body: ReadableStream<Uint8Array> | null) => unknown;
  /** Whether another content type than the declared one will do. */
  readonly accepts: (actual: string) => boolean;
}

/** A text in the charset that it names. */
export const textAnswer: ContentReader = { as: "text", accepts: () => false };

/** A file. Servers call files many things; what is certainly none is an error told as JSON, or a page. */
export const blobAnswer: ContentReader = {
  as: "blob",
  accepts: (actual) => !isJson(actual) && actual !== "text/html",
};

/** What may be anything: JSON, text, or a file. */
export const anyAnswer: ContentReader = { as: "any", accepts: () => false };

/** The reader of an operation, by the media types that it declares. */
export function answersOf(readers: Readonly<Record<string, ContentReader>>): AnswerReader {
  const find = ({ operation }: Exchange, response: Response): ContentReader | undefined => {
    const actual = mediaTypeOf(response);
    const types = [declaredFor(operation, response.status) ?? []].flat();
    if (types.includes(actual)) return readers[actual];
    if (isJson(actual) && types.some(isJson)) return undefined;
    const known = types.filter((type) => Object.hasOwn(readers, type));
    const covering = known.find((type) => coversType(type, actual));
    if (covering !== undefined) return readers[covering];
    // What says nothing of itself is rather JSON or text than a file.
    const vague = actual === "" || actual === "text/plain";
    if (vague && types.some((type) => isJson(type) || isText(type))) return undefined;
    return readers[known.find((type) => readers[type]!.accepts(actual)) ?? ""];
  };
  return {
    take(exchange, response, copy) {
      const reader = find(exchange, response);
      const streams = response.ok && reader?.open !== undefined;
      exchange.content = streams ? (response.body ?? undefined) : undefined;
      if (reader === undefined) return undefined;
      if (streams) return Promise.resolve("");
      if (readsText(reader, response)) return decoded(exchange, response, copy);
      return takeBlob(exchange, copy ? response.clone() : response);
    },
    data(exchange, response) {
      const reader = find(exchange, response);
      if (reader === undefined) return undefined;
      if (readsText(reader, response)) return exchange.text;
      const { open } = reader;
      if (open === undefined) return exchange.content;
      return open(exchange, response, response.ok ? response.body : (exchange.content as Blob).stream());
    },
  };
}

function readsText({ as }: ContentReader, response: Response): boolean {
  return as === "text" || (as === "any" && isTextual(mediaTypeOf(response)));
}

async function takeBlob(exchange: Exchange, response: Response): Promise<string> {
  const pending = (exchange.content = Symbol("pending"));
  const blob = await response.blob();
  // Another attempt may be under way by now.
  if (exchange.content === pending) exchange.content = blob;
  // An error always has its text.
  return response.ok ? "" : blob.text();
}
