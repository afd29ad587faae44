export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as an object; without members where it is none. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** What a JSON pointer leads to; undefined where it leads nowhere. */
export function valueAt(value: unknown, pointer: string): unknown {
  let current = value;
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(current)) current = (current as readonly unknown[])[Number(name)];
    else current = isObject(current) && Object.hasOwn(current, name) ? current[name] : undefined;
  }
  return current;
}

/** A copy with another value at a place that exists already. */
export function withValueAt(value: unknown, pointer: string, replacement: unknown): unknown {
  if (pointer === "") return replacement;
  const [, part = "", ...rest] = pointer.split("/");
  const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
  const deeper = rest.map((each) => `/${each}`).join("");
  if (Array.isArray(value)) {
    return listOf(value).map((each, index) => (String(index) === name ? withValueAt(each, deeper, replacement) : each));
  }
  const object = objectOf(value);
  return { ...object, [name]: withValueAt(object[name], deeper, replacement) };
}

/** The object itself, or what its `$ref` leads to. */
export function dereference(document: JsonObject, value: unknown): JsonObject {
  let current = objectOf(value);
  for (let hops = 0; hops < 50; hops += 1) {
    const ref = textOf(current["$ref"]);
    if (ref === undefined) return current;
    if (!ref.startsWith("#")) throw new Error(`"${ref}" leads out of the document`);
    current = objectOf(valueAt(document, decodeURIComponent(ref.slice(1))));
  }
  throw new Error(`A chain of references does not end: ${String(objectOf(value)["$ref"])}`);
}
