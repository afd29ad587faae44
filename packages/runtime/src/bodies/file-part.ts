/** The content of a file. */
export type FileContent = Blob | Uint8Array | ArrayBuffer | ReadableStream<Uint8Array>;

/** A file in a multipart body: its content alone, or with what else is to be said of it. */
export type FilePart = FileContent | FileWithMore;

export interface FileWithMore {
  readonly content: FileContent;
  /** Default: the name that a `File` has, else the name of the field. */
  readonly filename?: string | undefined;
  /** Its media type. Default: the one that a `Blob` has, else what the spec says. */
  readonly type?: string | undefined;
  /** Headers of this part. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The file that a value is, if it is one. JSON holds no bytes, so an object with bytes for content is nothing else. */
export function fileOf(value: unknown): FileWithMore | undefined {
  if (isContent(value)) return { content: value };
  const isFile = typeof value === "object" && value !== null && "content" in value && isContent(value.content);
  return isFile ? (value as FileWithMore) : undefined;
}

function isContent(value: unknown): value is FileContent {
  return isBytes(value) || value instanceof ReadableStream;
}

export function isBytes(value: unknown): value is Blob | ArrayBuffer | Uint8Array {
  return value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}
