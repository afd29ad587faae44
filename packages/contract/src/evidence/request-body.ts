import { canonicalMediaType } from "./canonical.ts";
import { OTHER_FIELDS, type BodyFacts, type Facts } from "./facts.ts";
import { formatType, membersOf, type RecordField, type Type } from "./types.ts";

/** Holds the body of a request against the witnessed one: media type, presence, and the fields on top. */
export function checkBody(
  witnessed: BodyFacts,
  evidence: Facts,
  contentType: string | undefined,
  body: string | undefined,
): string[] {
  if (body === undefined || body === "") {
    return witnessed.content.length > 0 && witnessed.required.value ? ["the body is required, none was sent"] : [];
  }
  if (witnessed.content.length === 0) return ["a body was sent, none is witnessed"];
  const mediaType = essence(contentType ?? "");
  const content = witnessed.content.find((candidate) => essence(candidate.mediaType) === mediaType);
  if (content === undefined) {
    const known = witnessed.content.map((candidate) => candidate.mediaType).join(", ");
    return [`the body was sent as "${contentType ?? ""}", witnessed is ${known}`];
  }
  return isJson(mediaType) ? checkJson(body, content.type, evidence) : [];
}

/** The media type without its parameters. */
function essence(mediaType: string): string {
  return canonicalMediaType(mediaType.split(";")[0] ?? "");
}

function isJson(mediaType: string): boolean {
  return mediaType === "application/json" || mediaType.endsWith("+json");
}

function checkJson(body: string, type: Type, evidence: Facts): string[] {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    return [`the body is no JSON: ${String(error)}`];
  }
  return checkValue(value, type, "the body", evidence);
}

function checkValue(value: unknown, type: Type, what: string, evidence: Facts): string[] {
  const kinds = expand(type, evidence);
  if (kinds.some((kind) => kind.kind === "any")) return [];
  if (Array.isArray(value)) {
    const items = kinds.flatMap((kind) => (kind.kind === "array" ? [kind.items] : []));
    const [first] = items;
    if (first === undefined) return [`${what} is an array, witnessed is ${formatType(type)}`];
    return value.flatMap((item, index) => checkValue(item, first, `item ${index} of ${what}`, evidence));
  }
  if (typeof value === "object" && value !== null) return checkFields(Object.keys(value), kinds, type, what);
  const fits = kinds.some((kind) => fitsScalar(value, kind));
  return fits ? [] : [`${what} is ${JSON.stringify(value)}, witnessed is ${formatType(type)}`];
}

/** The members of a type with names looked up; an object with fields is a record whether it has a name or not. */
function expand(type: Type, evidence: Facts, seen: readonly string[] = []): Type[] {
  return membersOf(type).flatMap((member): Type[] => {
    if (member.kind !== "named") return [member];
    const schema = seen.includes(member.name) ? undefined : evidence.schemas.get(member.name);
    if (schema?.fields !== undefined) return [{ kind: "record", fields: schema.fields }];
    return schema?.type === undefined ? [] : expand(schema.type, evidence, [...seen, member.name]);
  });
}

function checkFields(names: readonly string[], kinds: readonly Type[], type: Type, what: string): string[] {
  const isOpen = kinds.some((kind) => kind.kind === "map" || (kind.kind === "plain" && kind.name === "object"));
  const records = kinds.flatMap((kind) => (kind.kind === "record" ? [kind.fields] : []));
  if (isOpen) return [];
  if (records.length === 0) return [`${what} is an object, witnessed is ${formatType(type)}`];
  const fields = new Map<string, RecordField>(records.flat().map((field) => [field.name, field]));
  return [
    ...names.flatMap((name) => {
      const field = fields.get(name) ?? fields.get(OTHER_FIELDS);
      if (field === undefined) return [`field "${name}" of ${what} is not witnessed in ${formatType(type)}`];
      return field.access === "readonly" ? [`field "${name}" of ${what} is readonly, yet it was sent`] : [];
    }),
    ...(records.length === 1 ? [...fields.values()] : [])
      .filter((field) => field.required && field.access !== "readonly" && !names.includes(field.name))
      .map((field) => `the required field "${field.name}" of ${what} was not sent`),
  ];
}

function fitsScalar(value: unknown, kind: Type): boolean {
  if (value === null) return kind.kind === "null";
  if (kind.kind === "literal") return kind.value === value;
  if (kind.kind !== "plain") return false;
  const name = kind.name === "integer" ? "number" : kind.name;
  return name === typeof value;
}
