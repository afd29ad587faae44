import { isObject } from "../../json.ts";
import { joinPointer } from "../../pointer.ts";

/** A runtime expression: `$field.password`, or `$session.token` inside `"Bearer {$session.token}"`. */
export interface Expression {
  readonly root: "field" | "session" | "response";
  /** Of a field or a kept value; of a response what follows, such as `body#/token`. */
  readonly name: string;
  /** As it is written, without braces. */
  readonly text: string;
  readonly pointer: string;
}

const EXPRESSION = /\$(field|session|response)\.([^{}]+)/g;

/** Every expression in a value and in what it contains. */
export function expressionsIn(value: unknown, pointer: string): Expression[] {
  if (typeof value === "string") return expressionsOfText(value, pointer);
  if (Array.isArray(value)) return value.flatMap((item, index) => expressionsIn(item, joinPointer(pointer, index)));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) => expressionsIn(entry, joinPointer(pointer, key)));
}

/** A dollar begins an expression at the start of the text or behind a brace; anywhere else it is a letter like others. */
function expressionsOfText(text: string, pointer: string): Expression[] {
  const sources = text.startsWith("$") ? [text] : [...text.matchAll(/\{(\$[^{}]*)\}/g)].map(([, inner]) => inner ?? "");
  return sources.flatMap((source) => {
    return [...source.matchAll(EXPRESSION)].map(([whole, root, name]): Expression => {
      return { root: root as Expression["root"], name: name ?? "", text: whole, pointer };
    });
  });
}
