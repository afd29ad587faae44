import type { Target } from "./base-path.ts";
import { asObject, type JsonObject } from "./json.ts";
import type { Refusal } from "./problem.ts";

// Prism takes a bare comma in a path segment for a separator of its own: an array parameter such as `1,2` then kills it, a text
// parameter is refused. An escaped comma means the same in a path and reaches Prism's deserialisers as the text they expect.

function escapeCommas(path: string): string {
  return path.replaceAll(",", "%2C");
}

/** The document's own commas have to look as they do in the requests. */
export function escapePathTemplates(document: JsonObject): void {
  const paths = asObject(document["paths"]);
  if (!Object.keys(paths).some((template) => template.includes(","))) return;
  document["paths"] = Object.fromEntries(Object.entries(paths).map(([path, item]) => [escapeCommas(path), item]));
}

/** What Prism is asked for. Two leading slashes would read as a host, so such a path travels in a whole URL. */
export function prismTarget({ path, query }: Target, prism: URL): string {
  const target = escapeCommas(path) + query;
  return target.startsWith("//") ? prism.origin + target : target;
}

/** Prism crashes on a `%` that begins no escape. */
export function checkEscapes(path: string): Refusal | undefined {
  try {
    decodeURIComponent(path);
    return undefined;
  } catch {
    const message = `Request path ${path} holds a % that begins no valid escape sequence`;
    return {
      problem: { type: "urn:mock-server:malformed-path", title: "Malformed path", status: 400, detail: message },
      violations: [{ location: ["request", "path"], severity: "Error", code: "escape", message }],
    };
  }
}
