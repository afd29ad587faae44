import { describe, expect, it } from "vitest";
import { answers } from "./answer-cases.ts";
import { requests } from "./request-cases.ts";
import { compareTexts, edit, EVIDENCE, positionOf, SPEC } from "./sample.ts";
import { schemas } from "./schema-cases.ts";
import { service } from "./service-cases.ts";

describe.each([
  ["requests", requests],
  ["answers", answers],
  ["schemas", schemas],
  ["the whole service", service],
])("comparing %s", (_, cases) => {
  it.each(cases)(
    "tells $name as one difference with both places",
    ({ spec: specEdit, evidence: evidenceEdit, says, at }) => {
      const spec = edit(SPEC, ...(specEdit ? [specEdit] : []));
      const evidence = edit(EVIDENCE, ...(evidenceEdit ? [evidenceEdit] : []));
      const places = `specs/sample/openapi.yaml:${positionOf(spec, at[0])}, specs/sample/evidence.yaml:${positionOf(evidence, at[1])}`;
      expect(compareTexts(spec, evidence).map((difference) => difference.message)).toEqual([`${says} (${places})`]);
    },
  );
});

describe("comparing a spec and its evidence", () => {
  it("finds nothing where both say the same in their own ways", () => {
    expect(compareTexts(SPEC, EVIDENCE)).toEqual([]);
  });

  it("lists two changes of the same kind apart, since neither fits the other", () => {
    const spec = edit(SPEC, ["        changed:", "        modified:"], ["        config:", "        settings:"]);
    expect(compareTexts(spec, EVIDENCE)).toHaveLength(2);
  });

  it("does not take two lost and two new fields of one type for renamed ones", () => {
    const spec = edit(
      SPEC,
      ["name: { type: string }", "title: { type: boolean }\n        header: { type: boolean }"],
      ["required: [name]", "required: [title, header]"],
    );
    const evidence = edit(
      EVIDENCE,
      ["  NewThing:\n    name: string\n", "  NewThing:\n    one: boolean\n    two: boolean\n"],
      ["  Thing:\n    name: string\n", "  Thing:\n    title: boolean\n    header: boolean\n"],
    );
    const kinds = compareTexts(spec, evidence).map((difference) => difference.kind);
    expect(kinds).toEqual(["unwitnessed", "unwitnessed", "absent", "absent"]);
  });

  it("asks no witness for a schema that is only a parent of others", () => {
    const spec = edit(SPEC, ["    Base:\n", "    Unused: { type: string }\n    Base:\n"]);
    expect(compareTexts(spec, EVIDENCE)).toEqual([]);
  });

  it("names the operation, the schema and both places as data, too", () => {
    const [inOperation] = compareTexts(edit(SPEC, ["name: roles", "name: role"]), EVIDENCE);
    expect(inOperation).toMatchObject({
      kind: "different",
      operation: "listThings",
      operations: ["listThings"],
      spec: { file: "specs/sample/openapi.yaml", line: 18, column: 11 },
    });
    const [inSchema] = compareTexts(edit(SPEC, ["        changed:", "        modified:"]), EVIDENCE);
    expect(inSchema).toMatchObject({ schema: "Thing", operations: ["listThings", "createThing"] });
  });

  it("does not wait for ever on schemas that inherit each other", () => {
    const spec = edit(SPEC, [
      "    Base:\n      type: object\n",
      '    Base:\n      allOf: [{ $ref: "#/components/schemas/Thing" }]\n',
    ]);
    expect(compareTexts(spec, EVIDENCE).length).toBeGreaterThan(0);
  });

  it("refuses a reference that leads nowhere, at its place", () => {
    const spec = edit(SPEC, [
      '"401": { $ref: "#/components/responses/Refused" }',
      '"401": { $ref: "#/components/responses/Lost" }',
    ]);
    expect(() => compareTexts(spec, EVIDENCE)).toThrow(
      `specs/sample/openapi.yaml:${positionOf(spec, '"401"')} "#/components/responses/Lost" leads nowhere`,
    );
  });
});
