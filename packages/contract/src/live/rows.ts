import { isObject, listOf, objectOf, textOf, valueAt, type JsonObject } from "../openapi/json.ts";
import type { SpecOperation } from "../openapi/spec.ts";

/** The rows of a list's answer: where its pagination says, or else the first list of objects in it. */
export function rowsOf({ value }: SpecOperation, body: unknown): readonly JsonObject[] {
  const pointer = textOf(objectOf(value["x-sdk-pagination"])["items"]);
  if (pointer !== undefined) return listOf(valueAt(body, pointer.slice("$response.body#".length))).filter(isObject);
  const candidates = [body, ...Object.values(objectOf(body))];
  const found = candidates.find((each) => Array.isArray(each) && each.some(isObject));
  return listOf(found).filter(isObject);
}

/** Things by the path of their list, with holes of any name. */
export interface Things {
  add(path: string, rows: readonly JsonObject[]): void;
  /** Values for all holes of a path; undefined where one is missing. */
  fill(path: string): Readonly<Record<string, string | number>> | undefined;
}

export function createThings(): Things {
  const rows = new Map<string, readonly JsonObject[]>();
  return {
    add(path, found) {
      if (found.length > 0) rows.set(withoutNames(path), found);
    },
    fill(path) {
      const filled: Record<string, string | number> = {};
      for (const { index, 0: hole } of path.matchAll(/\{[^}]*\}/g)) {
        const name = hole.slice(1, -1);
        const list = withoutNames(path.slice(0, index).replace(/\/$/, ""));
        const id = idOf(rows.get(list)?.[0], name);
        if (id === undefined) return undefined;
        filled[name] = id;
      }
      return filled;
    },
  };
}

function withoutNames(path: string): string {
  return path.replace(/\{[^}]*\}/g, "{}");
}

/** `userId` is the row's `userId`, or else its `id`. */
function idOf(row: JsonObject | undefined, name: string): string | number | undefined {
  const last = /[A-Z][a-z0-9]*$|[^_-]+$/.exec(name)?.[0].toLowerCase() ?? name;
  const found = [name, last, "id", "uuid", "name"].map((each) => row?.[each]).find(isId);
  return found;
}

function isId(value: unknown): value is string | number {
  return (typeof value === "string" && value !== "") || typeof value === "number";
}
