export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** Follows references within the document; undefined when they lead nowhere, or round in a circle. */
export function resolveLocal(document: JsonObject, value: unknown): JsonObject | undefined {
  const seen = new Set<unknown>();
  let current = value;
  while (isObject(current) && typeof current["$ref"] === "string") {
    if (seen.has(current) || !current["$ref"].startsWith("#/")) return undefined;
    seen.add(current);
    let node: unknown = document;
    for (const token of current["$ref"].slice(2).split("/")) {
      node = asObject(node)[decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~")];
    }
    current = node;
  }
  return isObject(current) ? current : undefined;
}
