import { formOf } from "@vendor-sdks/mock-server";
import { escape } from "./escape.ts";
import { isObject } from "./json.ts";
import type { Parameter } from "./spec.ts";

// How parameters are written ("Style Values", "Style Examples").

export function pathText(parameter: Parameter, value: unknown): string {
  const { name, style, explode, mediaType } = parameter;
  const write = (item: unknown): string => escape(String(item));
  if (mediaType !== undefined) return escape(JSON.stringify(value));
  if (style === "simple") return simple(parameter, value, write);
  if (style === "label") return `.${members(value, write, explode ? "." : ",", explode ? "=" : ",")}`;
  if (style !== "matrix") throw new Error(`The style ${style} is none for a path`);
  if (!explode || !(Array.isArray(value) || isObject(value))) return `;${name}=${members(value, write, ",", ",")}`;
  return Array.isArray(value)
    ? value.map((item) => `;${name}=${write(item)}`).join("")
    : `;${members(value, write, ";", "=")}`;
}

export function simple({ explode }: Parameter, value: unknown, write: (item: unknown) => string): string {
  return members(value, write, ",", explode ? "=" : ",");
}

/** `name=value` pairs: several for what explodes, none for an empty list or object. */
export function queryPairs(parameter: Parameter, value: unknown): string[] {
  const { name, style, explode, allowReserved, mediaType, isWholeQuery } = parameter;
  const write = (item: unknown): string => escape(String(item), allowReserved);
  const pair = (key: string, text: string): string => `${escape(key)}=${text}`;
  if (mediaType !== undefined && !(isWholeQuery && formOf(mediaType) === "form")) {
    const text = escape(JSON.stringify(value));
    return [isWholeQuery ? text : pair(name, text)];
  }
  if (isEmpty(value)) return [];
  if (isObject(value)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    if (style === "deepObject") return entries.map(([key, item]) => pair(`${name}[${key}]`, write(item)));
    if (explode) return entries.map(([key, item]) => pair(key, write(item)));
  } else if (explode && Array.isArray(value)) {
    return value.map((item) => pair(name, write(item)));
  }
  const mark = SEPARATORS[style];
  if (mark === undefined) throw new Error(`The style ${style} is none for a query`);
  return [pair(name, members(value, write, mark, mark))];
}

const SEPARATORS: Readonly<Record<string, string>> = { form: ",", spaceDelimited: "%20", pipeDelimited: "%7C" };

/** One value, or the members of a list or object with marks between them. */
function members(value: unknown, write: (item: unknown) => string, mark: string, assign: string): string {
  if (Array.isArray(value)) return value.map(write).join(mark);
  if (!isObject(value)) return write(value);
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => `${write(key)}${assign}${write(item)}`)
    .join(mark);
}

function isEmpty(value: unknown): boolean {
  return (Array.isArray(value) && value.length === 0) || (isObject(value) && Object.keys(value).length === 0);
}
