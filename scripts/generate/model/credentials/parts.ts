import { type JsonObject, objectAt } from "../../load/json.ts";
import { bounded, marked } from "../fallback.ts";
import { camelCase, fold, joinWords } from "../names.ts";
import { schemeOf } from "../security.ts";
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
}

/** For each scheme that requests carry, by its name. */
export function partsOf(document: JsonObject): Map<string, Part> {
  const shapes = new Map<string, Shape>();
  for (const scheme of Object.keys(objectAt(objectAt(document, "components"), "securitySchemes")).toSorted()) {
    const shape = shapeOf(schemeOf(document, scheme));
    if (shape !== undefined) shapes.set(scheme, shape);
  }
  const all = [...shapes.values()];
  const isPlain = ({ kind }: Shape): boolean => all.filter((each) => each.kind === kind).length === 1;
  const plainNames = all.filter(isPlain).flatMap(({ kind, fields }) => [kind, ...Object.keys(fields)]);
  const taken = new Set(["session", ...plainNames].map(fold));
  const part = (scheme: string, shape: Shape): Part => {
    if (isPlain(shape)) return partOf(shape, shape.kind, (field) => field);
    const stem = stemOf(scheme, (name) => namesOf(shape, name).every((each) => !taken.has(fold(each))));
    for (const name of namesOf(shape, stem)) taken.add(fold(name));
    return partOf(shape, stem, (field) => fieldName(shape, stem, field));
  };
  return new Map([...shapes].map(([scheme, shape]) => [scheme, part(scheme, shape)]));
}

function partOf({ description, fields, authorize }: Shape, kind: string, nameOf: (field: string) => string): Part {
  const renamed = Object.entries(fields).map(([field, says]) => [nameOf(field), says] as const);
  return { kind, description, fields: Object.fromEntries(renamed), authorize: authorize(nameOf) };
}

function namesOf(shape: Shape, stem: string): string[] {
  return [stem, ...Object.keys(shape.fields).map((field) => fieldName(shape, stem, field))];
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
