/** How a body of a media type is written. */
export type BodyForm = "json" | "text" | "xml" | "form" | "multipart" | "events" | "lines" | "sequence" | "binary";

/** Without parameters, in lower case. */
export function essenceOf(mediaType: string): string {
  return mediaType.split(";")[0]?.trim().toLowerCase() ?? "";
}

export function formOf(mediaType: string): BodyForm {
  const essence = essenceOf(mediaType);
  if (/^application\/(?:x-)?(?:json-?l|jsonlines|nd-?json)$|[+/](?:x-)?(?:jsonl|ndjson)$/.test(essence)) return "lines";
  if (/[+/]json-seq$/.test(essence)) return "sequence";
  if (/[+/]json$/.test(essence)) return "json";
  if (essence === "text/event-stream") return "events";
  if (/[+/]xml$/.test(essence)) return "xml";
  if (essence === "application/x-www-form-urlencoded") return "form";
  if (essence.startsWith("multipart/")) return "multipart";
  return essence.startsWith("text/") ? "text" : "binary";
}

export function isWildcard(mediaType: string): boolean {
  return mediaType.includes("*");
}

/** Whether a media type is the declared one, or one of those that a declared wildcard stands for. */
export function isCovered(mediaType: string, declared: string): boolean {
  const [type, subtype] = essenceOf(declared).split("/");
  const [actualType, actualSubtype] = essenceOf(mediaType).split("/");
  return (type === "*" || type === actualType) && (subtype === "*" || subtype === actualSubtype);
}

/** One that is sent where the document leaves it open. */
export function concreteMediaType(declared: string): string {
  const essence = essenceOf(declared);
  if (!isWildcard(essence)) return declared;
  const KNOWN: Readonly<Record<string, string>> = {
    "text/*": "text/plain",
    "image/*": "image/png",
    "audio/*": "audio/mpeg",
    "video/*": "video/mp4",
    "multipart/*": "multipart/form-data",
    "application/*": "application/json",
    "*/*": "application/json",
  };
  return KNOWN[essence] ?? essence.replace("*", "octet-stream");
}
