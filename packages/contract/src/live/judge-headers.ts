import { objectOf } from "../openapi/json.ts";
import type { Answered } from "./exchange.ts";
import type { Complaint, Judging } from "./judging.ts";
import { child, follow, names, type SpecNode } from "./spec-node.ts";
import { typesOf } from "./types.ts";

/** Headers that the answer declares: they have to be there where they are required, and have to be what they are said to be. */
export function judgeHeaders(judging: Judging, answer: SpecNode, { headers }: Answered): Complaint[] {
  const declared = child(answer, "headers");
  return names(declared).flatMap((name): Complaint[] => {
    // OpenAPI has the content speak of it.
    if (name.toLowerCase() === "content-type") return [];
    const header = follow(child(declared, name));
    const text = headers.get(name);
    const at = [name];
    if (text === null) {
      const isRequired = objectOf(header.value)["required"] === true;
      return isRequired ? [{ kind: "missing-header", pointer: header.pointer, at, message: `${name} is missing` }] : [];
    }
    const schema = follow(child(header, "schema"));
    if (schema.value === undefined) return [];
    const value = readAs(typesOf(schema.value), text);
    const problems = value === undefined ? [] : judging.checker.problems(schema.value, value, "response");
    return problems
      .slice(0, 1)
      .map(({ message }) => ({ kind: "wrong-header", pointer: schema.pointer, at, message, seen: { value, schema } }));
  });
}

/** The value of a header's text; undefined where it has parts, whose style is not judged. */
function readAs(types: readonly string[], text: string): unknown {
  if (types.includes("array") || types.includes("object")) return undefined;
  if (types.includes("integer") || types.includes("number"))
    return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
  if (types.includes("boolean")) return text === "true" || (text === "false" ? false : text);
  return text;
}
