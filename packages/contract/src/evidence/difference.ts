import { formatPlace, type Place } from "./source.ts";
import { formatType, isNullable, withoutNull, type Type } from "./types.ts";

export interface Difference {
  /** `unwitnessed`: only in the spec. `absent`: only in the evidence. `different`: in both, but not the same. */
  readonly kind: "unwitnessed" | "absent" | "different";
  readonly operation?: string;
  readonly schema?: string;
  /** The operations that are concerned: of a schema, all that send or receive it. */
  readonly operations: readonly string[];
  readonly what: string;
  readonly spec: Place;
  readonly evidence: Place;
  readonly message: string;
}

/** What the differences being looked for belong to. */
export interface Subject {
  readonly operation?: string;
  readonly schema?: string;
  readonly operations: readonly string[];
}

export interface Places {
  readonly spec: Place;
  readonly evidence: Place;
}

export function difference(kind: Difference["kind"], subject: Subject, what: string, places: Places): Difference {
  const { spec, evidence } = places;
  const message = `${nameOf(subject)}${what} (${formatPlace(spec)}, ${formatPlace(evidence)})`;
  return { ...subject, kind, what, spec, evidence, message };
}

function nameOf({ operation, schema, operations }: Subject): string {
  if (operation !== undefined) return `${operation}: `;
  const used = operations.length === 0 ? "used by no operation" : `used by ${operations.join(", ")}`;
  return schema === undefined ? "" : `schema ${schema} (${used}): `;
}

/** `…is A in the evidence, B in the spec`, or nothing where both say the same. */
export function compareTexts(
  subject: Subject,
  what: string,
  texts: { readonly spec: string; readonly evidence: string },
  places: Places,
): Difference[] {
  if (texts.spec === texts.evidence) return [];
  return [
    difference("different", subject, `${what} ${texts.evidence} in the evidence, ${texts.spec} in the spec`, places),
  ];
}

export function compareTypes(subject: Subject, what: string, spec: Type, evidence: Type, places: Places): Difference[] {
  const onlyNull = isNullable(spec) !== isNullable(evidence) && sameType(withoutNull(spec), withoutNull(evidence));
  const texts = onlyNull
    ? { spec: nullability(spec), evidence: nullability(evidence) }
    : { spec: formatType(spec), evidence: formatType(evidence) };
  return compareTexts(subject, onlyNull ? what : `${what} is`, texts, places);
}

export function sameType(a: Type, b: Type): boolean {
  return formatType(a) === formatType(b);
}

function nullability(type: Type): string {
  return isNullable(type) ? "may be null" : "is never null";
}

export function necessity(required: boolean): string {
  return required ? "required" : "optional";
}

export function unwitnessed(subject: Subject, what: string, places: Places): Difference {
  return difference("unwitnessed", subject, `${what} is in the spec, but not witnessed`, places);
}

export function absent(subject: Subject, what: string, places: Places): Difference {
  return difference("absent", subject, `${what} is witnessed, but not in the spec`, places);
}
