import type { JsonObject } from "../../openapi/json.ts";
import type { Parameter } from "../../openapi/spec.ts";
import { readJson } from "./json.ts";
import { has, itemOf, kindsOf, scalar } from "./kinds.ts";
import { readMembers } from "./members.ts";

/** What stands in the holes of a path, by name; undefined where the path is another one. */
export function readHoles(template: string, path: string): ReadonlyMap<string, string> | undefined {
  const names: string[] = [];
  const pattern = template
    .split(/\{([^}]*)\}/)
    .map((piece, index) => {
      if (index % 2 === 0) return piece.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
      names.push(piece);
      return "([^/]*?)";
    })
    .join("");
  const found = new RegExp(`^${pattern}$`).exec(path);
  return found === null ? undefined : new Map(names.map((name, index) => [name, found[index + 1] ?? ""]));
}

export function readSegment(document: JsonObject, parameter: Parameter, raw: string): unknown {
  const { name, style, explode, mediaType, schema } = parameter;
  const decode = decodeURIComponent;
  if (mediaType !== undefined) return readJson(decode(raw));
  const kinds = kindsOf(document, schema);
  const assign = explode ? "=" : undefined;
  if (style === "label")
    return readMembers(document, kinds, raw.slice(1), { mark: explode ? "." : ",", assign, decode });
  if (style !== "matrix") return readMembers(document, kinds, raw, { mark: ",", assign, decode });
  const own = `;${name}=`;
  if (explode && has(kinds, "object")) return readMembers(document, kinds, raw.slice(1), { mark: ";", assign, decode });
  if (explode && has(kinds, "array")) {
    const items = kindsOf(document, itemOf(kinds));
    return raw
      .split(own)
      .slice(1)
      .map((text) => scalar(items, decode(text)));
  }
  return readMembers(document, kinds, raw.slice(own.length), { mark: ",", assign: undefined, decode });
}
