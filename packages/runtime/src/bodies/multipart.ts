import type { Body } from "../exchange.ts";
import type { NumberCodec } from "../int64.ts";
import { isJson } from "../media-type.ts";
import type { ContentWriter } from "./body.ts";
import { type FileContent, fileOf } from "./file-part.ts";
import { streamFrom } from "./stream-from.ts";

// Written by ourselves and not by FormData, which takes no streams, gives JSON parts a file name that is none, and knows no
// multipart but form-data. In memory the whole is one Blob: it has a length, and can be sent again. With a stream among its
// parts it is a stream.

/** What the spec says of parts: the media type of each by the name of its field. */
export function multipartBody(types: Readonly<Record<string, string>> = {}): ContentWriter {
  return (body, mediaType, numbers) => {
    if (typeof body !== "object" || body === null) throw new TypeError("its body is no object, and so has no parts");
    const boundary = newBoundary();
    const isList = Array.isArray(body);
    const named = !isList && !mediaType.startsWith("multipart/related");
    const pieces = Object.entries(body).flatMap(([field, value]: [string, unknown]) =>
      (isList || !Array.isArray(value) ? [value] : (value as unknown[])).flatMap((item) => {
        if (item === undefined || item === null) return [];
        const declared = Object.hasOwn(types, field) ? types[field] : undefined;
        const part = partOf(field, item, declared, numbers);
        return [`--${boundary}\r\n${headOf(part, named ? field : undefined)}\r\n`, part.content, "\r\n"];
      }),
    );
    pieces.push(`--${boundary}--\r\n`);
    const whole: Body = pieces.some((piece) => piece instanceof ReadableStream)
      ? streamFrom(bytesOf(pieces))
      : new Blob(pieces as BlobPart[]);
    return [whole, `${mediaType}; boundary=${boundary}`];
  };
}

type Piece = FileContent | string;

interface Part {
  readonly content: Piece;
  readonly type: string | undefined;
  readonly filename: string | undefined;
  readonly headers: Readonly<Record<string, string>> | undefined;
}

function partOf(field: string, value: unknown, declared: string | undefined, numbers: NumberCodec | undefined): Part {
  const file = fileOf(value);
  if (file !== undefined) {
    const { content } = file;
    const own = content instanceof Blob && content.type !== "" ? content.type : undefined;
    const name = content instanceof Blob && "name" in content ? String(content.name) : field;
    return {
      content,
      type: file.type ?? own ?? declared ?? "application/octet-stream",
      filename: file.filename ?? name,
      headers: file.headers,
    };
  }
  const isText = typeof value !== "object" && !(typeof value !== "string" && declared && isJson(declared));
  const text = isText ? String(value) : (numbers?.stringify ?? JSON.stringify)(value);
  const type = declared ?? (isText ? undefined : "application/json");
  return { content: text, type, filename: undefined, headers: undefined };
}

function headOf({ type, filename, headers = {} }: Part, field: string | undefined): string {
  const file = filename === undefined ? "" : `; filename="${quoted(filename)}"`;
  const lines = Object.entries(headers);
  if (type !== undefined) lines.unshift(["Content-Type", type]);
  if (field !== undefined) lines.unshift(["Content-Disposition", `form-data; name="${quoted(field)}"${file}`]);
  else if (filename !== undefined) lines.unshift(["Content-Disposition", `attachment${file}`]);
  for (const [name, value] of lines) {
    // Also what the platform would refuse: a line break would begin another header, or another part.
    if (/[\r\n\0]/.test(value) || !/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
      throw new TypeError(
        `the header ${JSON.stringify(name)} of a part is no header, or has a line break in its value`,
      );
    }
  }
  return lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
}

/** As browsers write names in forms. */
function quoted(name: string): string {
  const escapes: Readonly<Record<string, string>> = { '"': "%22", "\r": "%0D", "\n": "%0A" };
  return name.replace(/["\r\n]/g, (character) => escapes[character]!);
}

/** No text that a part holds can be expected to hold it. */
function newBoundary(): string {
  const random = crypto.getRandomValues(new Uint8Array(16));
  return `part-${Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

async function* bytesOf(pieces: readonly Piece[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    const stream = piece instanceof ReadableStream ? piece : new Blob([piece as BlobPart]).stream();
    const reader = stream.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    let ended = false;
    try {
      for (;;) {
        const { done, value } = await reader.read();
        ended = done;
        if (done) break;
        yield value;
      }
    } finally {
      // Whoever fills a stream is told that nobody reads it any more.
      if (!ended) await reader.cancel().catch(() => undefined);
    }
  }
}
