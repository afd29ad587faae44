import { asObject, isObject, resolveLocal, type JsonObject } from "./json.ts";
import { operationsOf } from "./operations.ts";

// A header holds neither every character nor, between `Prefer`'s commas, every one of those. Whoever asks for an example by a name
// with such characters escapes them as in a URL; Prism gets names that are escaped, and both spellings are understood.

export function encodeExampleNames(document: JsonObject): void {
  const done = new Set<JsonObject>();
  for (const { responses } of operationsOf(document)) {
    for (const response of responses.values()) {
      for (const entry of Object.values(asObject(response["content"]))) {
        const media = resolveLocal(document, entry);
        if (media === undefined || done.has(media) || !isObject(media["examples"])) continue;
        done.add(media);
        media["examples"] = Object.fromEntries(
          Object.entries(media["examples"]).map(([name, example]) => [encodeURIComponent(name), example]),
        );
      }
    }
  }
}

/** The `Prefer` header with the name of its example escaped. */
export function encodePreference(prefer: string): string {
  return prefer.replace(
    /(\bexample=)([^,]*)/,
    (_, key: string, name: string) => key + encodeURIComponent(decodeName(name.trim())),
  );
}

export function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
