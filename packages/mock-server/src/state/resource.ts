import { asList, asObject, isObject, type JsonObject } from "../json.ts";
import type { MockOperation } from "../operations.ts";

/** What `x-sdk-resource` says of an operation. */
export interface Resource {
  /** Operations of the same name work on the same things. */
  readonly name: string;
  readonly role: "create" | "list" | "show" | "change" | "end";
  /** The property that is the thing's id. */
  readonly id: string | undefined;
  /** JSON pointer to the thing in the answer's body, or to a list of them. */
  readonly thing: string | undefined;
  readonly items: string | undefined;
  readonly total: string | undefined;
  /** Expression for what the request says of the thing. */
  readonly fields: string | undefined;
  /** Expressions by property: which things are meant, or what a new one gets. */
  readonly where: Readonly<Record<string, string>>;
  /** A value of the parameter that stands for the caller's own thing. */
  readonly own: { readonly value: string; readonly where: Readonly<Record<string, string>> } | undefined;
  /** Properties besides the id that every new thing has for itself. */
  readonly made: readonly string[];
  /** Properties that no two things have alike. */
  readonly unique: readonly string[];
  /** Status of the answer where such a thing is there already; without it, that thing is answered. */
  readonly taken: number | undefined;
  /** By security scheme: the property that is a credential, until the thing is ended. */
  readonly admits: Readonly<Record<string, string>>;
  /** Properties by the header of the answer that repeats them. */
  readonly headers: Readonly<Record<string, string>>;
  /** Status of the answer where there is no such thing. */
  readonly absent: number | undefined;
}

export function resourceOf({ value }: MockOperation): Resource | undefined {
  const said = value["x-sdk-resource"];
  if (!isObject(said)) return undefined;
  const own = asObject(said["own"]);
  return {
    name: String(said["name"]),
    role: said["role"] as Resource["role"],
    id: textOf(said["id"]),
    thing: pointerOf(said["thing"]),
    items: pointerOf(said["items"]),
    total: pointerOf(said["total"]),
    fields: textOf(said["fields"]),
    where: texts(said["where"]),
    own: isObject(said["own"]) ? { value: String(own["value"]), where: texts(own["where"]) } : undefined,
    made: asList(said["made"]).map(String),
    unique: asList(said["unique"]).map(String),
    taken: numberOf(said["taken"]),
    admits: texts(said["admits"]),
    headers: texts(said["headers"]),
    absent: numberOf(said["absent"]),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** The JSON pointer of an expression that points into an answer. */
export function pointerOf(value: unknown): string | undefined {
  return textOf(value)?.replace(/^[^#]*#/, "");
}

function texts(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(asObject(value)).map(([name, each]) => [name, String(each)]));
}

/** What stands at a JSON pointer. */
export function valueAt(value: unknown, pointer: string): unknown {
  return tokensOf(pointer).reduce<unknown>((at, token) => (isObject(at) ? at[token] : undefined), value);
}

/** A copy that has something else at a JSON pointer. Objects on the way that are missing are made. */
export function withValueAt(value: unknown, pointer: string, put: unknown): unknown {
  const [token, ...rest] = tokensOf(pointer);
  if (token === undefined) return put;
  const object: JsonObject = asObject(value);
  const below = rest.map((each) => `/${each.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  return { ...object, [token]: withValueAt(object[token], below, put) };
}

function tokensOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}
