import type { JsonObject } from "../../generate/load/json.ts";

/** A place of a document that holds a text: a value, or the name of a field. */
export interface Slot {
  readonly way: readonly string[];
  readonly is: "value" | "name";
}

/** Every text of a document. */
export function slotsOf(value: unknown, way: readonly string[] = []): Slot[] {
  if (typeof value === "string") return [{ way, is: "value" }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const inner = slotsOf(entry, [...way, key]);
    return Array.isArray(value) ? inner : [{ way: [...way, key], is: "name" } as const, ...inner];
  });
}

/** The document with another text in one place. References to a name that is replaced follow it. */
export function filled(document: JsonObject, { way, is }: Slot, text: string): JsonObject {
  if (is === "value") return changed(document, way, () => text) as JsonObject;
  const renamed = changed(document, way.slice(0, -1), (holder) => rename(holder as JsonObject, way.at(-1) ?? "", text));
  const from = `#${way.map((key) => `/${escapePointer(key)}`).join("")}`;
  const to = `#${[...way.slice(0, -1), text].map((key) => `/${encodeURIComponentSafely(escapePointer(key))}`).join("")}`;
  return redirected(renamed, from, to) as JsonObject;
}

function changed(value: unknown, way: readonly string[], change: (old: unknown) => unknown): unknown {
  const [key, ...rest] = way;
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (String(index) === key ? changed(item, rest, change) : item));
  return own(
    Object.entries(value as JsonObject).map(([name, entry]) => [
      name,
      name === key ? changed(entry, rest, change) : entry,
    ]),
  );
}

function rename(holder: JsonObject, from: string, to: string): JsonObject {
  return own(Object.entries(holder).map(([name, entry]) => [name === from ? to : name, entry]));
}

function redirected(value: unknown, from: string, to: string): unknown {
  if (Array.isArray(value)) return value.map((item) => redirected(item, from, to));
  if (typeof value !== "object" || value === null) return value === from ? to : value;
  return own(Object.entries(value).map(([name, entry]) => [name, redirected(entry, from, to)]));
}

/** Own fields, whatever they are called. */
function own(entries: [string, unknown][]): JsonObject {
  return Object.fromEntries(entries);
}

function escapePointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** Half of a surrogate pair cannot be encoded; it is left as it is. */
function encodeURIComponentSafely(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : text;
}
