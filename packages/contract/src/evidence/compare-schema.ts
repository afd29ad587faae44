import {
  absent,
  compareTexts,
  compareTypes,
  difference,
  necessity,
  unwitnessed,
  type Difference,
  type Subject,
} from "./difference.ts";
import type { FieldFacts, SchemaFacts } from "./facts.ts";
import { match } from "./match.ts";
import { formatType, type Access } from "./types.ts";

export function compareSchema(subject: Subject, spec: SchemaFacts, evidence: SchemaFacts): Difference[] {
  const places = { spec: spec.place, evidence: evidence.place };
  if (spec.fields === undefined || evidence.fields === undefined) {
    if (spec.type !== undefined && evidence.type !== undefined) {
      return compareTypes(subject, "the schema", spec.type, evidence.type, places);
    }
    return compareTexts(subject, "the schema is", { spec: textOf(spec), evidence: textOf(evidence) }, places);
  }
  const { pairs, moved, specOnly, evidenceOnly } = match(spec.fields, evidence.fields, ({ name }) => name, sameButName);
  return [
    ...pairs.flatMap(([a, b]) => compareField(subject, a, b)),
    ...moved.map(([a, b]) =>
      difference("different", subject, `field "${b.name}" of the evidence is called "${a.name}" in the spec`, {
        spec: a.place,
        evidence: b.place,
      }),
    ),
    ...specOnly.map((a) => unwitnessed(subject, `field "${a.name}"`, { spec: a.place, evidence: evidence.place })),
    ...evidenceOnly.map((b) => absent(subject, `field "${b.name}"`, { spec: spec.place, evidence: b.place })),
  ];
}

function textOf({ type }: SchemaFacts): string {
  return type === undefined ? "an object with named fields" : formatType(type);
}

function sameButName(a: FieldFacts, b: FieldFacts): boolean {
  return a.required === b.required && a.access === b.access && formatType(a.type) === formatType(b.type);
}

const ACCESS: Readonly<Record<Access, string>> = {
  readonly: "readonly",
  writeonly: "writeonly",
  both: "for reading and writing",
};

function compareField(subject: Subject, spec: FieldFacts, evidence: FieldFacts): Difference[] {
  const what = `field "${spec.name}"`;
  const places = { spec: spec.place, evidence: evidence.place };
  const required = { spec: necessity(spec.required), evidence: necessity(evidence.required) };
  const access = { spec: ACCESS[spec.access], evidence: ACCESS[evidence.access] };
  return [
    ...compareTexts(subject, `${what} is`, required, places),
    ...compareTexts(subject, `${what} is`, access, places),
    ...compareTypes(subject, what, spec.type, evidence.type, places),
  ];
}
