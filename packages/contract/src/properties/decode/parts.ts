/** A part of a multipart body that is a list, whose parts have no names. */
export interface ListedPart {
  readonly type: string | undefined;
  readonly isFile: boolean;
  readonly bytes: Uint8Array;
}

/** The parts of a body by its boundary (RFC 2046). */
export function listedParts(contentType: string, bytes: Uint8Array): ListedPart[] {
  const boundary = /;\s*boundary="?([^";]+)/i.exec(contentType)?.[1];
  if (boundary === undefined) throw new Error(`${contentType} names no boundary`);
  // A letter a byte, so that files stay as they are.
  const pieces = Buffer.from(bytes).toString("latin1").split(`--${boundary}`).slice(1, -1);
  return pieces.map((piece) => {
    const end = piece.indexOf("\r\n\r\n");
    const head = piece.slice(0, end);
    return {
      type: /^content-type:\s*(.*)$/im.exec(head)?.[1]?.trim(),
      isFile: /^content-disposition:\s*attachment/im.test(head),
      bytes: Uint8Array.from(Buffer.from(piece.slice(end + 4, -2), "latin1")),
    };
  });
}
