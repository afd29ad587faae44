import { isObject, valueAt, type JsonObject } from "./json.ts";

/** Where the expressions of `x-sdk-credentials` find their values. */
export interface Scope {
  readonly field?: JsonObject;
  readonly session?: JsonObject;
  readonly answer?: { readonly headers: Headers; readonly body: unknown };
}

/** What an expression, a text with `{expressions}` or a literal stands for; undefined where it finds nothing. */
export function evaluate(value: unknown, scope: Scope): unknown {
  if (isObject(value)) {
    const entries = Object.entries(value).map(([name, each]) => [name, evaluate(each, scope)] as const);
    return Object.fromEntries(entries.filter(([, found]) => found !== undefined));
  }
  if (typeof value !== "string") return value;
  if (value.startsWith("$")) return find(value, scope);
  const holes = [...value.matchAll(/\{(\$[^{}]+)\}/g)].map(([hole, expression = ""]) => ({
    hole,
    text: find(expression, scope),
  }));
  if (holes.some(({ text }) => text === undefined)) return undefined;
  let filled = value;
  for (const { hole, text } of holes) filled = filled.replace(hole, () => String(text));
  return filled;
}

function find(expression: string, { field, session, answer }: Scope): unknown {
  const after = (root: string): string | undefined =>
    expression.startsWith(root) ? expression.slice(root.length) : undefined;
  const lookUp = (): unknown => {
    const fieldName = after("$field.");
    if (fieldName !== undefined) return field?.[fieldName];
    const kept = after("$session.");
    if (kept !== undefined) return session?.[kept];
    const header = after("$response.header.");
    if (header !== undefined) return answer?.headers.get(header);
    const pointer = after("$response.body#");
    if (pointer !== undefined) return valueAt(answer?.body, pointer);
    throw new Error(`"${expression}" is no expression`);
  };
  return lookUp() ?? undefined;
}
