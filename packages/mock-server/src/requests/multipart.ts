/** A part of a multipart body. */
export interface Part {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly name: string | undefined;
  readonly filename: string | undefined;
  readonly body: Buffer;
}

/** The parts of a multipart body (RFC 2046); undefined where it is none. */
export function readMultipart(contentType: string, bytes: Buffer): Part[] | undefined {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) return undefined;
  const text = `\r\n${bytes.toString("latin1")}`;
  const pieces = text.split(`\r\n--${mark}`).slice(1);
  if (pieces.length === 0 || !pieces.at(-1)?.startsWith("--")) return undefined;
  return pieces.slice(0, -1).map((piece) => {
    const end = piece.indexOf("\r\n\r\n");
    const lines = piece.slice(0, end).split("\r\n").slice(1);
    const headers = Object.fromEntries(
      lines.map((line) => [
        line.slice(0, line.indexOf(":")).toLowerCase(),
        latin(line.slice(line.indexOf(":") + 1).trim()),
      ]),
    );
    const disposition = headers["content-disposition"] ?? "";
    const named = (key: string): string | undefined => new RegExp(`[;\\s]${key}="([^"]*)"`).exec(disposition)?.[1];
    return {
      headers,
      name: named("name"),
      filename: named("filename"),
      body: Buffer.from(piece.slice(end + 4), "latin1"),
    };
  });
}

/** Header texts are UTF-8. */
function latin(text: string): string {
  return Buffer.from(text, "latin1").toString("utf8");
}
