import { escape } from "./escape.ts";
import { isObject } from "./json.ts";
import type { Parameter, Place, SpecOperation } from "./spec.ts";

// What a request has to look like by OpenAPI's rules for parameters ("Style Values", "Style Examples"). Written from the
// specification, not from the runtime, which it is held against.

export type Arguments = Readonly<Record<string, unknown>>;

/** A request as the spec wants it, without credentials. */
export interface ExpectedRequest {
  readonly method: string;
  /** Below the server's path. */
  readonly path: string;
  /** Without the question mark; empty where there is none. */
  readonly query: string;
  /** The declared header parameters, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookie: string;
  /** Of the body, where there is one. */
  readonly mediaType: string | undefined;
  readonly body: unknown;
}

export function encodeRequest(operation: SpecOperation, args: Arguments): ExpectedRequest {
  const given = (place: Place): (readonly [Parameter, unknown])[] =>
    operation.parameters
      .filter((parameter) => parameter.in === place)
      .map((parameter) => [parameter, args[argumentName(operation, parameter)]] as const)
      .filter(([, value]) => value !== undefined);
  let path = operation.path;
  for (const [parameter, value] of given("path"))
    path = path.replace(`{${parameter.name}}`, pathText(parameter, value));
  const joined = (place: Place, mark: string): string =>
    given(place)
      .flatMap(([parameter, value]) => queryPairs(parameter, value))
      .join(mark);
  const headers = given("header").map(([parameter, value]) => [
    parameter.name.toLowerCase(),
    parameter.mediaType === undefined ? simple(parameter, value, String) : JSON.stringify(value),
  ]);
  return {
    method: operation.method,
    path,
    query: joined("query", "&"),
    headers: Object.fromEntries(headers) as Record<string, string>,
    cookie: joined("cookie", "; "),
    ...bodyOf(operation, args),
  };
}

const PRECEDENCE: readonly Place[] = ["path", "query", "header", "cookie"];

/** A name that several places share is plain for the first of them and has its place in front for the others. */
export function argumentName({ parameters }: SpecOperation, { name, in: place }: Parameter): string {
  const first = PRECEDENCE.find((each) => parameters.some((other) => other.name === name && other.in === each));
  return first === place && name !== "body" ? name : `${place}.${name}`;
}

function bodyOf({ body }: SpecOperation, args: Arguments): Pick<ExpectedRequest, "mediaType" | "body"> {
  if (body === undefined || args["body"] === undefined) return { mediaType: undefined, body: undefined };
  const { contentType = body.contents[0]?.mediaType } = args;
  return { mediaType: String(contentType), body: args["body"] };
}

function pathText(parameter: Parameter, value: unknown): string {
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

function simple({ explode }: Parameter, value: unknown, write: (item: unknown) => string): string {
  return members(value, write, ",", explode ? "=" : ",");
}

/** `name=value` pairs: several for what explodes, none for an empty list or object. */
function queryPairs(parameter: Parameter, value: unknown): string[] {
  const { name, style, explode, allowReserved, mediaType } = parameter;
  const write = (item: unknown): string => escape(String(item), allowReserved);
  const pair = (key: string, text: string): string => `${escape(key)}=${text}`;
  if (mediaType !== undefined) return [pair(name, escape(JSON.stringify(value)))];
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
