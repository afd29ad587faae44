/** The bare media type of a response, in lower case; empty where none is named. */
export function mediaTypeOf(response: Pick<Response, "headers">): string {
  const type = response.headers.get("content-type");
  if (type === null || type === "application/json") return type ?? "";
  return type.split(";", 1)[0]!.trim().toLowerCase();
}

export function isJson(mediaType: string): boolean {
  return mediaType === "application/json" || mediaType.endsWith("+json");
}

export function isText(mediaType: string): boolean {
  return mediaType.startsWith("text/");
}
