import type { Body } from "../exchange.ts";
import type { ContentWriter } from "./body.ts";
import { isBytes } from "./file-part.ts";

/** A body that travels as it is; a text is sent as UTF-8. A stream is sent once: a call that has one is not repeated. */
export type BinaryBody = Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array> | string;

/** JSON beside other media types; where it is the only one, an operation just says so. */
export const jsonBody: ContentWriter = (body, type, numbers) => [(numbers?.stringify ?? JSON.stringify)(body), type];

export const textBody: ContentWriter = (body, type) => {
  if (typeof body === "object") throw new TypeError(`its body is no text, but ${type} is`);
  return [String(body), type];
};

export const binaryBody: ContentWriter = (body, type) => {
  if (typeof body !== "string" && !isBytes(body) && !(body instanceof ReadableStream))
    throw new TypeError("its body is neither bytes nor a text: give a Blob, a Uint8Array or a stream");
  return [body as Body, type];
};
