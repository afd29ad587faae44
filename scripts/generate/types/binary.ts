import type { JsonObject } from "../load/json.ts";
import { isPart, type Way } from "./ways.ts";

const TEXT = /^text\/|\b(?:json|xml|yaml|javascript|csv)\b|^application\/x-www-form-urlencoded/iu;

/** Bytes: by format as 3.0 says it, by media type as 3.1 does. What is encoded is text. */
export function isBinary(schema: JsonObject): boolean {
  const mediaType = schema["contentMediaType"];
  if (schema["contentEncoding"] !== undefined) return false;
  return schema["format"] === "binary" || (typeof mediaType === "string" && !TEXT.test(mediaType));
}

/** Marks a schema of bytes that travel as a file: alone as a body or as one of its parts. In all else they are a text, as in JSON. */
export const CARRIED: unique symbol = Symbol("carried");

/** `either`: as a file in some bodies, in others as a text. */
export type Carried = "file" | "either";

/** How bytes travel to which these ways lead. */
export function carriedOn(ways: readonly Way[]): Carried | undefined {
  if (!ways.some(isPart)) return undefined;
  return ways.every(isPart) ? "file" : "either";
}

export function carriedBy(schema: JsonObject): Carried | undefined {
  return (schema as { readonly [CARRIED]?: Carried })[CARRIED];
}
