import { sorted } from "./canonical.ts";
import { compareOperation } from "./compare-operation.ts";
import { compareSchema } from "./compare-schema.ts";
import { describeSpec } from "./describe.ts";
import { absent, compareTexts, difference, unwitnessed, type Difference, type Subject } from "./difference.ts";
import { formatField, formatType } from "./types.ts";
import type { Facts, OperationFacts, SchemaFacts } from "./facts.ts";
import { match } from "./match.ts";
import { readEvidence } from "./notation.ts";
import { schemeUses, schemaUses } from "./uses.ts";

/** Holds a spec against its witness, in both directions; an empty list means that they agree. */
export function compareEvidence(files: { readonly specFile: string; readonly evidenceFile: string }): Difference[] {
  const spec = describeSpec(files.specFile);
  const evidence = readEvidence(files.evidenceFile);
  return [
    ...compareBasePath(spec, evidence),
    ...compareSecuritySchemes(spec, evidence),
    ...compareOperations(spec, evidence),
    ...compareSchemas(spec, evidence),
  ];
}

function compareBasePath(spec: Facts, evidence: Facts): Difference[] {
  const subject: Subject = { operations: [...spec.operations.keys()] };
  const texts = { spec: `"${spec.basePath.value}"`, evidence: `"${evidence.basePath.value}"` };
  return compareTexts(subject, "the base path is", texts, {
    spec: spec.basePath.place,
    evidence: evidence.basePath.place,
  });
}

function compareSecuritySchemes(spec: Facts, evidence: Facts): Difference[] {
  const uses = { spec: schemeUses(spec), evidence: schemeUses(evidence) };
  const schemeSubject = (name: string): Subject => ({
    operations: uses.spec.get(name) ?? uses.evidence.get(name) ?? [],
  });
  const what = (name: string): string => {
    const operations = schemeSubject(name).operations;
    return `security scheme ${name} (used by ${operations.length === 0 ? "no operation" : operations.join(", ")})`;
  };
  const matched = match(
    spec.securitySchemes,
    evidence.securitySchemes,
    ([name]) => name,
    () => false,
  );
  return [
    ...matched.pairs.flatMap(([[name, inSpec], [, inEvidence]]) =>
      compareTexts(
        schemeSubject(name),
        `${what(name)} is`,
        { spec: `"${inSpec.value}"`, evidence: `"${inEvidence.value}"` },
        { spec: inSpec.place, evidence: inEvidence.place },
      ),
    ),
    ...matched.specOnly.map(([name, { place }]) =>
      unwitnessed(schemeSubject(name), what(name), { spec: place, evidence: evidence.place }),
    ),
    ...matched.evidenceOnly.map(([name, { place }]) =>
      absent(schemeSubject(name), what(name), { spec: spec.place, evidence: place }),
    ),
  ];
}

function compareOperations(spec: Facts, evidence: Facts): Difference[] {
  const { pairs, moved, specOnly, evidenceOnly } = match(
    spec.operations.values(),
    evidence.operations.values(),
    (operation) => operation.id,
    (a, b) => requestLine(a) === requestLine(b),
  );
  return [
    ...pairs.flatMap(([a, b]) => compareOperation(a, b)),
    ...moved.map(([a, b]) => renamedOperation(a, b)),
    ...moved.flatMap(([a, b]) => compareOperation(a, b)),
    ...specOnly.map((a) =>
      unwitnessed(subjectOf(a), `the operation ${requestLine(a)}`, { spec: a.place, evidence: evidence.place }),
    ),
    ...evidenceOnly.map((b) =>
      absent(subjectOf(b), `the operation ${requestLine(b)}`, { spec: spec.place, evidence: b.place }),
    ),
  ];
}

function subjectOf({ id }: OperationFacts): Subject {
  return { operation: id, operations: [id] };
}

function requestLine({ method, path }: OperationFacts): string {
  return `${method.value} ${path.value}`;
}

function renamedOperation(spec: OperationFacts, evidence: OperationFacts): Difference {
  const what = `this operation is called ${evidence.id} in the evidence, ${spec.id} in the spec`;
  return difference("different", subjectOf(spec), what, { spec: spec.place, evidence: evidence.place });
}

/** Schemas that no operation reaches by name are means of writing (parents, for the most part) and need no witness. */
function compareSchemas(spec: Facts, evidence: Facts): Difference[] {
  const uses = { spec: schemaUses(spec), evidence: schemaUses(evidence) };
  const { pairs, moved, specOnly, evidenceOnly } = match(
    spec.schemas.values(),
    evidence.schemas.values(),
    (schema) => schema.name,
    (a, b) => uses.spec.has(a.name) && shapeOf(a) === shapeOf(b),
  );
  const schemaSubject = ({ name }: SchemaFacts): Subject => ({
    schema: name,
    operations: uses.spec.get(name) ?? uses.evidence.get(name) ?? [],
  });
  return [
    ...pairs.flatMap(([a, b]) => compareSchema(schemaSubject(a), a, b)),
    ...moved.map(([a, b]) =>
      difference("different", schemaSubject(a), `is called ${b.name} in the evidence, ${a.name} in the spec`, {
        spec: a.place,
        evidence: b.place,
      }),
    ),
    ...specOnly
      .filter(({ name }) => uses.spec.has(name))
      .map((a) => unwitnessed(schemaSubject(a), "the schema", { spec: a.place, evidence: evidence.place })),
    ...evidenceOnly.map((b) => absent(schemaSubject(b), "the schema", { spec: spec.place, evidence: b.place })),
  ];
}

function shapeOf(schema: SchemaFacts): string {
  if (schema.fields !== undefined) return sorted(schema.fields.map(formatField)).join("; ");
  return schema.type === undefined ? "" : formatType(schema.type);
}
