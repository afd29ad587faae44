import { isObject, own } from "../generate/load/json.ts";
import { dereference } from "../generate/load/pointer.ts";
import type { Kind } from "../mock/credentials.ts";

export const MASK = "********";

/** Names of fields whose values are not shown: what the document calls sensitive, and what a session is made of. */
export function sensitiveNames(document: unknown, kinds: readonly Kind[]): Set<string> {
  const names = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const properties = own(value, "properties");
    if (isObject(properties)) {
      for (const [name, schema] of Object.entries(properties)) if (isSensitive(document, schema)) names.add(name);
    }
    for (const each of Object.values(value)) collect(each);
  };
  collect(document);
  for (const place of kinds.flatMap(({ keep = {} }) => Object.values(keep).flat())) {
    for (const [, name] of place.matchAll(/\$response\.body#[^{}]*\/([^/{}]+)/g))
      if (name !== undefined) names.add(name);
  }
  return names;
}

function isSensitive(document: unknown, schema: unknown): boolean {
  const target = dereference(document, schema, "")?.value;
  return (
    own(target, "x-sdk-sensitive") === true || own(target, "writeOnly") === true || own(target, "format") === "password"
  );
}
