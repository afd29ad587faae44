import { type JsonObject, objectAt } from "../../load/json.ts";
import { bounded, marked } from "../fallback.ts";
import { camelCase, fold, joinWords } from "../names.ts";
import { schemeOf } from "../security.ts";
import { clientShape } from "./client-shape.ts";
import { type Shape, shapeOf } from "./shapes.ts";

// - a scheme's kind and fields have plain names, such as token, as long as no other declared scheme would have them too;
//   if one would, those of both begin with the names of their schemes
// - which operations use a scheme does not count, so that a new operation gives no field another name

/** What a user gives for one security scheme, and what becomes of it. */
export interface Part {
  readonly kind: string;
  readonly description: string;
  readonly fields: JsonObject;
  /** What the scheme is fed. */
  readonly authorize: unknown;
  /** How a session is begun and kept; empty where the fields are used as they are. */
  readonly session: JsonObject;
}

/** By scheme what is given for it, and what signs in for it by itself. */
export interface Parts {
  readonly given: ReadonlyMap<string, Part>;
  readonly clients: ReadonlyMap<string, Part>;
}

/** For each scheme that requests carry. */
export function partsOf(document: JsonObject): Parts {
  const given = new Map<string, Shape>();
  const clients = new Map<string, Shape>();
  for (const name of Object.keys(objectAt(objectAt(document, "components"), "securitySchemes")).toSorted()) {
    const scheme = schemeOf(document, name);
    const [shape, client] = [shapeOf(scheme), clientShape(document, scheme)];
    if (shape !== undefined) given.set(name, shape);
    if (client !== undefined) clients.set(name, client);
  }
  const all = [...given.values(), ...clients.values()];
  const isPlain = ({ kind }: Shape): boolean => all.filter((each) => each.kind === kind).length === 1;
  const plainNames = all.filter(isPlain).flatMap(({ kind, fields }) => [kind, ...Object.keys(fields)]);
  const taken = new Set(["session", ...plainNames].map(fold));
  const part = (scheme: string, shape: Shape): Part => {
    if (isPlain(shape)) return partOf(shape, shape.kind, (field) => field);
    const stem = stemOf(scheme, (name) => namesOf(shape, name).every((each) => !taken.has(fold(each))));
    for (const name of namesOf(shape, stem)) taken.add(fold(name));
    return partOf(shape, kindName(shape, stem), (field) => fieldName(shape, stem, field));
  };
  const named = (shapes: ReadonlyMap<string, Shape>): Map<string, Part> =>
    new Map([...shapes].map(([scheme, shape]) => [scheme, part(scheme, shape)]));
  return { given: named(given), clients: named(clients) };
}

function partOf(shape: Shape, kind: string, nameOf: (field: string) => string): Part {
  const fields = Object.entries(shape.fields).map(([field, says]) => [nameOf(field), says] as const);
  return {
    kind,
    description: shape.description,
    fields: Object.fromEntries(fields),
    authorize: shape.authorize(nameOf),
    session: shape.session?.(nameOf) ?? {},
  };
}

function kindName({ session }: Shape, stem: string): string {
  return session === undefined ? stem : `${stem}Client`;
}

function namesOf(shape: Shape, stem: string): string[] {
  return [kindName(shape, stem), ...Object.keys(shape.fields).map((field) => fieldName(shape, stem, field))];
}

function fieldName({ fields }: Shape, stem: string, field: string): string {
  return Object.keys(fields).length === 1 ? stem : `${stem}${joinWords(field)}`;
}

const LONGEST = 40;

/** The scheme's name as one of ASCII letters and digits, which expressions and variables of environments take. */
function stemOf(scheme: string, isFree: (name: string) => boolean): string {
  const plain = camelCase(scheme).replaceAll(/[^A-Za-z0-9]/gu, (sign) => `u${(sign.codePointAt(0) ?? 0).toString(16)}`);
  const stem = bounded(/^[A-Za-z]/.test(plain) ? plain : `scheme${plain}`, scheme, LONGEST).replace("_", "");
  return (
    [stem, `${stem}Scheme`].find(isFree) ??
    marked(stem, scheme, (name) => isFree(name.replace("_", ""))).replace("_", "")
  );
}
