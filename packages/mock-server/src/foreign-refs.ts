import { isObject, pointerTarget, type JsonObject } from "./json.ts";

/**
 * Prism follows whatever is called `$ref`, in extensions as well, and does not start where one leads nowhere. References that are meant
 * have all been drawn into the document by now, so these are not: they are taken out of the copy that Prism gets.
 */
export function dropForeignRefs(document: JsonObject): void {
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (isObject(value) && isForeign(document, value["$ref"])) delete value["$ref"];
    for (const each of Object.values(value)) visit(each);
  };
  visit(document);
}

function isForeign(document: JsonObject, ref: unknown): boolean {
  return typeof ref === "string" && pointerTarget(document, ref) === undefined;
}

/** Whether a value holds something that looks like a reference, which Prism would follow. */
export function looksReferring(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (isObject(value) && typeof value["$ref"] === "string") return true;
  return Object.values(value).some(looksReferring);
}
