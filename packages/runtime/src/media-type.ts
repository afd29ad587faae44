/** The bare media type of a response, in lower case; empty where none is named. */
export function mediaTypeOf(response: Pick<Response, "headers">): string {
  return bareType(response.headers.get("content-type") ?? "");
}

export function bareType(type: unknown): string {
  return String(type).split(";", 1)[0]!.trim().toLowerCase();
}

export function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(mediaType);
}

export function isText(mediaType: string): boolean {
  return mediaType.startsWith("text/");
}

export function isTextual(mediaType: string): boolean {
  return isText(mediaType) || /[/+]xml$/.test(mediaType);
}

export function isJsonSequence(mediaType: string): boolean {
  return /[/+]json-seq$/.test(bareType(mediaType));
}

/** Whether a declared type, which may be a wildcard (`image/*`), stands for a bare one. */
export function coversType(declared: string, type: string): boolean {
  const bare = bareType(declared);
  return bare === type || bare === "*/*" || (bare.endsWith("/*") && type.startsWith(bare.slice(0, -1)));
}
