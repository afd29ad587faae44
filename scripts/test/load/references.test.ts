import { expect, test } from "vitest";

import { HEAD, load, onlyProblem, problems } from "./helpers.ts";

const spec = (components: string, paths = "paths: {}"): string => `${HEAD}${paths}\ncomponents:\n${components}`;

test("references that lead somewhere are no problem, through chains and circles of described things", () => {
  const text = spec(`  schemas:
    A: { $ref: "#/components/schemas/B" }
    B: { $ref: "#/components/schemas/C" }
    C: { properties: { a: { $ref: "#/components/schemas/A" }, c: { $ref: "#/components/schemas/C" } } }
    D: { items: { $ref: "#/components/schemas/C/properties/a" } }
`);
  expect(problems(text)).toEqual([]);
});

test("every reference that leads nowhere is placed where it is written, with the name that may be meant", () => {
  const text = spec(`  schemas:
    Thing:
      properties:
        a:
          $ref: "#/components/schemas/Thin"
        b: { $ref: "#/nowhere" }
        c: { $ref: "#Thing" }
        d: { $ref: "#/%E0%A4%A" }
`);
  expect(problems(text)).toEqual([
    "9:11 unknown-reference",
    "10:14 unknown-reference",
    "11:14 unknown-reference",
    "12:14 unknown-reference",
  ]);
  expect(load(text).diagnostics[0]?.fix).toBe('write "#/components/schemas/Thing"');
});

test("a chain that breaks is reported where it breaks, once", () => {
  const text = spec(`  schemas:
    A: { $ref: "#/components/schemas/B" }
    B: { $ref: "#/components/schemas/Nothing" }
`);
  expect(problems(text)).toEqual(["7:10 unknown-reference"]);
});

test("references that only lead to each other are reported once, with the way they go", () => {
  const text = spec(`  schemas:
    A: { $ref: "#/components/schemas/B" }
    B: { $ref: "#/components/schemas/A" }
    C: { $ref: "#/components/schemas/A" }
`);
  expect(onlyProblem(text)).toMatchObject({
    code: "reference-cycle",
    pointer: "/components/schemas/A/$ref",
    message:
      "This reference leads back to itself: #/components/schemas/A → #/components/schemas/B → #/components/schemas/A",
  });
  expect(problems(spec('  schemas: { A: { $ref: "#/components/schemas/A" } }\n'))).toEqual(["5:19 reference-cycle"]);
});

test("a reference to something of another kind is refused", () => {
  const text = spec(`  schemas: { A: {} }
  responses: { R: { $ref: "#/components/schemas/A" } }
`);
  expect(onlyProblem(text)).toMatchObject({
    code: "mismatched-reference",
    message: '"#/components/schemas/A" is a schema, and a response belongs here',
  });
});

test("a reference that is no text is refused", () => {
  expect(problems(spec("  schemas: { A: { $ref: 5 } }\n"))).toEqual(["5:19 wrong-type"]);
});

test("what looks like a reference in data is left alone", () => {
  const broken = '{ $ref: "#/nowhere" }';
  const text = spec(
    `  schemas:
    A:
      example: ${broken}
      examples: [${broken}]
      default: ${broken}
      enum: [${broken}]
      const: ${broken}
      x-note: ${broken}
  parameters:
    P: { name: p, in: query, schema: {}, example: ${broken} }
  examples:
    E: { value: ${broken}, dataValue: ${broken} }
  x-things: ${broken}
x-root: ${broken}
`,
  );
  expect(problems(text)).toEqual([]);
});

test("a property may have the name of a keyword, and is a schema all the same", () => {
  const text = spec(`  schemas:
    A:
      properties:
        $ref: { type: string }
        example: { $ref: "#/nowhere" }
        default: { properties: { enum: { $ref: "#/nowhere" } } }
        x-a: { $ref: "#/nowhere" }
`);
  expect(problems(text)).toEqual(["9:20 unknown-reference", "10:42 unknown-reference", "11:16 unknown-reference"]);
});

test("what references lead to is checked wherever it stands", () => {
  const text = `${HEAD}paths: {}
components: { schemas: { A: { $ref: "#/x-shared/B" } } }
x-shared:
  B: { properties: { c: { $ref: "#/nowhere" } } }
  C: { properties: { c: { $ref: "#/nowhere" } } }
`;
  expect(problems(text)).toEqual(["6:27 unknown-reference"]);
});

test("the references of a discriminator lead somewhere; its bare names are left alone", () => {
  const text = spec(`  schemas:
    A: { discriminator: { propertyName: t, mapping: { a: "#/components/schemas/A", b: "#/nowhere", c: Name } } }
`);
  expect(problems(text)).toEqual(["6:84 unknown-reference"]);
});
