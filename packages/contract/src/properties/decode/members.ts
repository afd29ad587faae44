import type { JsonObject } from "../../openapi/json.ts";
import { has, itemOf, kindsOf, memberOf, scalar, type Kinds } from "./kinds.ts";

export interface Marks {
  /** Between members. */
  readonly mark: RegExp | string;
  /** Between a name and its value; undefined where names and values take turns. */
  readonly assign: string | undefined;
  readonly decode: (text: string) => string;
}

/** One text that may hold a list or an object: it is taken apart first, so that marks within values are no marks. */
export function readMembers(document: JsonObject, kinds: Kinds, raw: string, { mark, assign, decode }: Marks): unknown {
  if (has(kinds, "object")) {
    const parts = raw.split(mark);
    const entries =
      assign === undefined
        ? parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? ""] as const] : []))
        : parts.map((part) => cut(part, assign));
    return Object.fromEntries(
      entries.map(([key, value]) => {
        const name = decode(key);
        return [name, scalar(kindsOf(document, memberOf(kinds, name)), decode(value))];
      }),
    );
  }
  if (has(kinds, "array")) {
    const items = kindsOf(document, itemOf(kinds));
    return raw.split(mark).map((part) => scalar(items, decode(part)));
  }
  return scalar(kinds, decode(raw));
}

function cut(part: string, assign: string): readonly [name: string, value: string] {
  const at = part.indexOf(assign);
  return at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + assign.length)];
}
