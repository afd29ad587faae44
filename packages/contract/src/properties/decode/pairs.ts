import type { JsonObject } from "../../openapi/json.ts";
import type { Parameter } from "../../openapi/spec.ts";
import { has, itemOf, kindsOf, memberOf, scalar, type Kinds } from "./kinds.ts";
import { readMembers } from "./members.ts";

/** Names and values of a query, a cookie or a form, as they travelled. */
export type Pairs = readonly (readonly [name: string, value: string])[];

export type Decode = (text: string) => string;

export function splitPairs(text: string, mark: string, decode: Decode): Pairs {
  return text
    .split(mark)
    .filter((pair) => pair !== "")
    .map((pair) => {
      const equals = pair.indexOf("=");
      return equals < 0 ? [decode(pair), ""] : [decode(pair.slice(0, equals)), pair.slice(equals + 1)];
    });
}

const MARKS: Readonly<Record<string, RegExp>> = {
  form: /,/,
  cookie: /,/,
  spaceDelimited: /%20|\+/,
  pipeDelimited: /\||%7C/i,
};

export interface Reading {
  readonly document: JsonObject;
  readonly pairs: Pairs;
  readonly decode: Decode;
  /** Names that belong to others, so that they are no members of an object that is written without its own name. */
  readonly taken: ReadonlySet<string>;
}

export type Styled = Pick<Parameter, "name" | "style" | "explode" | "schema">;

/** What pairs say of one parameter; undefined where they say nothing. */
export function readPairs(reading: Reading, { name, style, explode, schema }: Styled): unknown {
  const { document, pairs, decode, taken } = reading;
  const kinds = kindsOf(document, schema);
  if (style === "deepObject") return readDeep(reading, name, kinds);
  const own = pairs.filter(([key]) => key === name).map(([, value]) => value);
  if (explode && has(kinds, "object")) {
    const isMember = (key: string): boolean =>
      Object.hasOwn(kinds.properties, key) || (kinds.others !== undefined && !taken.has(key));
    const members = pairs.filter(([key]) => isMember(key));
    if (members.length > 0) {
      return Object.fromEntries(
        members.map(([key, value]) => [key, scalar(kindsOf(document, memberOf(kinds, key)), decode(value))]),
      );
    }
  }
  const [first] = own;
  if (first === undefined) return undefined;
  if (explode && has(kinds, "array")) {
    const items = kindsOf(document, itemOf(kinds));
    if (own.length > 1 || !has(kinds, "string", "number", "integer", "boolean"))
      return own.map((value) => scalar(items, decode(value)));
  }
  return explode
    ? scalar(kinds, decode(first))
    : readMembers(document, kinds, first, { mark: MARKS[style] ?? /,/, assign: undefined, decode });
}

/** `name[key]=value`; further brackets are the names of objects in it or, of lists, places. */
function readDeep({ document, pairs, decode }: Reading, name: string, kinds: Kinds): unknown {
  const found = pairs.filter(([key]) => key.startsWith(`${name}[`) && key.endsWith("]"));
  if (found.length === 0) return undefined;
  const tree: Tree = new Map();
  for (const [key, value] of found) {
    const path = key.slice(name.length + 1, -1).split("][");
    let here = tree;
    for (const step of path.slice(0, -1)) here = branch(here, step);
    here.set(path.at(-1) ?? "", decode(value));
  }
  return fromTree(document, tree, kinds);
}

type Tree = Map<string, string | Tree>;

function branch(tree: Tree, step: string): Tree {
  const known = tree.get(step);
  if (known instanceof Map) return known;
  const made: Tree = new Map();
  tree.set(step, made);
  return made;
}

function fromTree(document: JsonObject, tree: Tree, kinds: Kinds): unknown {
  const read = (value: string | Tree, schema: unknown): unknown => {
    const inner = kindsOf(document, schema);
    return typeof value === "string" ? scalar(inner, value) : fromTree(document, value, inner);
  };
  if (has(kinds, "array") && !has(kinds, "object"))
    return [...tree.values()].map((value) => read(value, itemOf(kinds)));
  return Object.fromEntries([...tree].map(([key, value]) => [key, read(value, memberOf(kinds, key))]));
}
