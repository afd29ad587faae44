import { at } from "../pointer.ts";
import type { Value } from "./kind.ts";

/** What expressions find their values in. */
export interface Scope {
  readonly field?: Readonly<Record<string, unknown>>;
  readonly session?: Readonly<Record<string, string>>;
  readonly response?: { readonly headers: Headers; readonly body: unknown };
}

/**
 * The value that an expression, a text with `{expressions}` in it, or a literal stands for. What finds nothing
 * (absent, null) is undefined; in an object it leaves its property out, and a text with an unfilled hole is not found.
 */
export function evaluate(value: Value, scope: Scope): unknown {
  if (typeof value === "string") return value.startsWith("$") ? find(value, scope) : fill(value, scope);
  if (typeof value !== "object") return value;
  const result: Record<string, unknown> = {};
  for (const name in value) {
    const found = evaluate(value[name]!, scope);
    if (found !== undefined) result[name] = found;
  }
  return result;
}

/** The first of several expressions that gives a text. */
export function firstText(values: string | readonly string[], scope: Scope): string | undefined {
  for (const value of typeof values === "string" ? [values] : values) {
    const found = evaluate(value, scope);
    if (typeof found === "string" && found !== "") return found;
  }
  return undefined;
}

function fill(text: string, scope: Scope): string | undefined {
  let complete = true;
  const filled = text.replace(/\{(\$[^{}]+)\}/g, (_, expression: string) => {
    const found = find(expression, scope);
    complete &&= found !== undefined;
    return String(found);
  });
  return complete ? filled : undefined;
}

function find(expression: string, { field, session, response }: Scope): unknown {
  const [, root, rest = ""] = /^\$(field\.|session\.|response\.header\.|response\.body#)(.*)$/.exec(expression) ?? [];
  switch (root) {
    case "field.":
      return field?.[rest] ?? undefined;
    case "session.":
      return session?.[rest] ?? undefined;
    case "response.header.":
      return response?.headers.get(rest) ?? undefined;
    default:
      return at(response?.body, rest) ?? undefined;
  }
}
