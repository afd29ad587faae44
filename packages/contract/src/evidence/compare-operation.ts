import { sorted } from "./canonical.ts";
import {
  absent,
  compareTexts,
  compareTypes,
  difference,
  necessity,
  sameType,
  unwitnessed,
  type Difference,
  type Subject,
} from "./difference.ts";
import type { BodyFacts, ContentFacts, OperationFacts, ParameterFacts } from "./facts.ts";
import { match } from "./match.ts";
import type { Place } from "./source.ts";
import { formatType } from "./types.ts";

export function compareOperation(spec: OperationFacts, evidence: OperationFacts): Difference[] {
  const subject: Subject = { operation: spec.id, operations: [spec.id] };
  return [
    ...compareRequestLine(subject, spec, evidence),
    ...compareParameters(subject, spec, evidence),
    ...compareBodies(subject, spec.body, evidence.body),
    ...compareSecurity(subject, spec, evidence),
    ...compareResponses(subject, spec, evidence),
  ];
}

function compareRequestLine(subject: Subject, spec: OperationFacts, evidence: OperationFacts): Difference[] {
  const method = { spec: spec.method.value, evidence: evidence.method.value };
  const path = { spec: spec.path.value, evidence: evidence.path.value };
  // What the placeholders are called is a matter of the path parameters, and told there.
  const samePath = path.spec.replace(/\{[^}]*\}/g, "{}") === path.evidence.replace(/\{[^}]*\}/g, "{}");
  return [
    ...compareTexts(subject, "the method is", method, { spec: spec.method.place, evidence: evidence.method.place }),
    ...(samePath
      ? []
      : compareTexts(subject, "the path is", path, { spec: spec.path.place, evidence: evidence.path.place })),
  ];
}

function compareParameters(subject: Subject, spec: OperationFacts, evidence: OperationFacts): Difference[] {
  const { pairs, moved, specOnly, evidenceOnly } = match(
    spec.parameters,
    evidence.parameters,
    (parameter) => `${parameter.in.value} ${wireName(parameter)}`,
    (a, b) => onlyElsewhere(a, b) || sameButName(a, b),
  );
  return [
    ...pairs.flatMap(([a, b]) => compareParameter(subject, a, b)),
    ...moved.flatMap(([a, b]) => (onlyElsewhere(a, b) ? compareParameter(subject, a, b) : [renamed(subject, a, b)])),
    ...specOnly.map((a) => unwitnessed(subject, titleOf(a), { spec: a.place, evidence: evidence.place })),
    ...evidenceOnly.map((b) => absent(subject, titleOf(b), { spec: spec.place, evidence: b.place })),
  ];
}

/** Header names do not tell capitals apart. */
function wireName(parameter: ParameterFacts): string {
  return parameter.in.value === "header" ? parameter.name.toLowerCase() : parameter.name;
}

/** Under the same name in another place; capitals cannot count, since in one of the places they may not. */
function onlyElsewhere(a: ParameterFacts, b: ParameterFacts): boolean {
  return a.in.value !== b.in.value && a.name.toLowerCase() === b.name.toLowerCase();
}

function titleOf(parameter: ParameterFacts): string {
  return `${parameter.in.value} parameter "${parameter.name}"`;
}

function sameButName(a: ParameterFacts, b: ParameterFacts): boolean {
  return (
    a.in.value === b.in.value &&
    a.required.value === b.required.value &&
    a.style.value === b.style.value &&
    sameType(a.type.value, b.type.value)
  );
}

function renamed(subject: Subject, spec: ParameterFacts, evidence: ParameterFacts): Difference {
  const what = `${titleOf(evidence)} of the evidence is called "${spec.name}" in the spec`;
  return difference("different", subject, what, { spec: spec.place, evidence: evidence.place });
}

function compareParameter(subject: Subject, spec: ParameterFacts, evidence: ParameterFacts): Difference[] {
  const placesOf = (aspect: "in" | "required" | "type" | "style"): { spec: Place; evidence: Place } => ({
    spec: spec[aspect].place,
    evidence: evidence[aspect].place,
  });
  const place = { spec: `a ${spec.in.value} parameter`, evidence: `a ${evidence.in.value} parameter` };
  const required = { spec: necessity(spec.required.value), evidence: necessity(evidence.required.value) };
  const style = { spec: spec.style.value ?? "without a style", evidence: evidence.style.value ?? "without a style" };
  const title = titleOf(spec);
  // Another place or type brings another style with it: that is one difference, not two.
  const comparable = spec.in.value === evidence.in.value && sameType(spec.type.value, evidence.type.value);
  return [
    ...compareTexts(subject, `"${spec.name}" is`, place, placesOf("in")),
    ...compareTexts(subject, `${title} is`, required, placesOf("required")),
    ...compareTypes(subject, title, spec.type.value, evidence.type.value, placesOf("type")),
    ...(comparable ? compareTexts(subject, `${title} is written`, style, placesOf("style")) : []),
  ];
}

function compareBodies(subject: Subject, spec: BodyFacts, evidence: BodyFacts): Difference[] {
  const places = { spec: spec.place, evidence: evidence.place };
  if (spec.content.length === 0 && evidence.content.length === 0) return [];
  if (evidence.content.length === 0) return [unwitnessed(subject, `the body "${contentsText(spec)}"`, places)];
  if (spec.content.length === 0) return [absent(subject, `the body "${contentsText(evidence)}"`, places)];
  const required = { spec: necessity(spec.required.value), evidence: necessity(evidence.required.value) };
  return [
    ...compareTexts(subject, "the body is", required, {
      spec: spec.required.place,
      evidence: evidence.required.place,
    }),
    ...compareContent(subject, "the body", spec, evidence),
  ];
}

interface WithContent {
  readonly content: readonly ContentFacts[];
  readonly place: Place;
}

function contentText({ mediaType, type }: ContentFacts): string {
  return `${mediaType} ${formatType(type)}`;
}

function contentsText({ content }: WithContent): string {
  return sorted(content.map(contentText)).join(", ") || "empty";
}

function compareContent(subject: Subject, what: string, spec: WithContent, evidence: WithContent): Difference[] {
  const { pairs, moved, specOnly, evidenceOnly } = match(
    spec.content,
    evidence.content,
    ({ mediaType }) => mediaType,
    (a, b) => sameType(a.type, b.type),
  );
  return [
    ...pairs.flatMap(([a, b]) =>
      compareTypes(subject, `${what} as ${a.mediaType}`, a.type, b.type, { spec: a.place, evidence: b.place }),
    ),
    ...moved.flatMap(([a, b]) =>
      compareTexts(
        subject,
        `the media type of ${what} is`,
        { spec: a.mediaType, evidence: b.mediaType },
        { spec: a.place, evidence: b.place },
      ),
    ),
    ...specOnly.map((a) =>
      unwitnessed(subject, `${what} as ${contentText(a)}`, { spec: a.place, evidence: evidence.place }),
    ),
    ...evidenceOnly.map((b) =>
      absent(subject, `${what} as ${contentText(b)}`, { spec: spec.place, evidence: b.place }),
    ),
  ];
}

function compareSecurity(subject: Subject, spec: OperationFacts, evidence: OperationFacts): Difference[] {
  return compareTexts(
    subject,
    "the security is",
    { spec: securityText(spec), evidence: securityText(evidence) },
    { spec: spec.security.place, evidence: evidence.security.place },
  );
}

function securityText({ security }: OperationFacts): string {
  const alternatives = security.value.map((schemes) => (schemes.length === 0 ? "none" : sorted(schemes).join(" + ")));
  return `[${sorted([...new Set(alternatives)]).join(", ")}]`;
}

function compareResponses(subject: Subject, spec: OperationFacts, evidence: OperationFacts): Difference[] {
  const { pairs, moved, specOnly, evidenceOnly } = match(
    spec.responses,
    evidence.responses,
    ({ status }) => status,
    (a, b) => a.status[0] === b.status[0] && contentsText(a) === contentsText(b),
  );
  return [
    ...pairs.flatMap(([a, b]) => {
      const places = { spec: a.place, evidence: b.place };
      const oneIsEmpty = a.content.length === 0 || b.content.length === 0;
      if (!oneIsEmpty) return compareContent(subject, `the answer ${a.status}`, a, b);
      return compareTexts(
        subject,
        `the answer ${a.status} is`,
        { spec: contentsText(a), evidence: contentsText(b) },
        places,
      );
    }),
    ...moved.map(([a, b]) =>
      difference(
        "different",
        subject,
        `the answer ${b.status} (${contentsText(b)}) of the evidence is ${a.status} in the spec`,
        {
          spec: a.place,
          evidence: b.place,
        },
      ),
    ),
    ...specOnly.map((a) =>
      unwitnessed(subject, `the answer ${a.status} (${contentsText(a)})`, { spec: a.place, evidence: evidence.place }),
    ),
    ...evidenceOnly.map((b) =>
      absent(subject, `the answer ${b.status} (${contentsText(b)})`, { spec: spec.place, evidence: b.place }),
    ),
  ];
}
