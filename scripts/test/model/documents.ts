import { isObject, type JsonObject } from "../../generate/load/json.ts";
import { type NamedOperation, publicNames } from "../../generate/model/public-names.ts";

/** A document with operations by method and path, `GET /things`: each an operationId, or more of it. */
export function documentOf(operations: Readonly<Record<string, string | JsonObject | undefined>>): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const [place, says] of Object.entries(operations)) {
    const [method = "", path = ""] = place.split(" ");
    const operation = isObject(says) ? says : says === undefined ? {} : { operationId: says };
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation };
  }
  return { paths };
}

/** What the operations of a document are called, by method and path. */
export function namesOf(document: JsonObject): Record<string, string> {
  return byPlace(document, ({ name }) => name.name);
}

export function byPlace<Value>(document: JsonObject, of: (named: NamedOperation) => Value): Record<string, Value> {
  const entries = publicNames(document).operations.map((named) => {
    const { method, path } = named.found;
    return [`${method.toUpperCase()} ${path}`, of(named)] as const;
  });
  return Object.fromEntries(entries);
}
