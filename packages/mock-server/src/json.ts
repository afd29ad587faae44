export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What a reference within the document leads to; undefined where it leads nowhere or out of it. */
export function pointerTarget(document: JsonObject, ref: string): unknown {
  if (ref === "#") return document;
  if (!ref.startsWith("#/")) return undefined;
  let node: unknown = document;
  for (const token of ref.slice(2).split("/")) {
    const name = unescape(token).replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(node)) node = (node as readonly unknown[])[Number(name)];
    else node = isObject(node) && Object.hasOwn(node, name) ? node[name] : undefined;
  }
  return node;
}

function unescape(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}

/** Follows references within the document; undefined when they lead nowhere, or round in a circle. */
export function resolveLocal(document: JsonObject, value: unknown): JsonObject | undefined {
  const seen = new Set<unknown>();
  let current = value;
  while (isObject(current) && typeof current["$ref"] === "string") {
    if (seen.has(current)) return undefined;
    seen.add(current);
    current = pointerTarget(document, current["$ref"]);
  }
  return isObject(current) ? current : undefined;
}
