import { describe, expect, it } from "vitest";
import { formatType } from "../../src/evidence/types.ts";
import { edit, EVIDENCE, positionOf, readText, type Edit } from "./sample.ts";

function canonical(type: string): string {
  const facts = readText(edit(EVIDENCE, ["    extra?: any\n", `    extra?: ${type}\n`]));
  const field = facts.schemas.get("Thing")?.fields?.find(({ name }) => name === "extra");
  return field === undefined ? "" : formatType(field.type);
}

describe("the types of the notation", () => {
  it.each([
    ["string | null", "string | null"],
    ["null | string", "string | null"],
    ["string|string | null", "string | null"],
    [`'"b" | "a"'`, '"a" | "b"'],
    ["readonly int64[] | null", "int64[] | null"],
    ["(null | string)[][]", "(string | null)[][]"],
    ["integer(int64)", "int64"],
    ["number(int64)", "number(int64)"],
    ["map<null | Thing[]>", "map<Thing[] | null>"],
    ["map<any>", "object"],
    ["any | null", "any"],
    ["1 | 2 | true", "1 | 2 | true"],
  ])("reads %s as %s", (written, meant) => {
    expect(canonical(written)).toBe(meant);
  });

  it.each([
    ["strng", '"strng" is neither a type nor one of the schemas below'],
    ["string |", "the text ends where a type is expected"],
    ["string[", '"[" stands where the end is expected'],
    ["map<string", 'the text ends where ">" is expected'],
    ["(string]", '"]" stands where ")" is expected'],
    ["boolean y", '"y" stands where the end is expected'],
    ["any(x)", '"any" takes no format'],
    ["Thing(x)", '"Thing" takes no format'],
    ["readonly", "the text ends where a type is expected"],
    ["{ a: string }", "a text is expected here"],
  ])("refuses %s", (written, message) => {
    expect(() => canonical(written)).toThrow(message);
  });

  it("points at the character that it cannot read", () => {
    const text = edit(EVIDENCE, ["extra?: any", "extra?: string | ]x"]);
    expect(() => readText(text)).toThrow(
      `specs/sample/evidence.yaml:${positionOf(text, "]x\n")} "]x" stands where a type is expected`,
    );
  });

  it("points into a quoted text as well", () => {
    const text = edit(EVIDENCE, ['"on" | "off" | null', '"on" | ?off | null']);
    expect(() => readText(text)).toThrow(
      `specs/sample/evidence.yaml:${positionOf(text, "?off")} "?off | null" stands where a type is expected`,
    );
  });
});

interface Mistake {
  readonly name: string;
  readonly edit: Edit;
  readonly at: string;
  readonly says: string;
}

const mistakes: readonly Mistake[] = [
  {
    name: "a request line without a path",
    edit: ["request: GET /things", "request: GET things"],
    at: "request: GET things",
    says: '"request" must be a method and a path, such as "GET /things/{id}"',
  },
  {
    name: "a misspelt key",
    edit: ["schemas:", "schemas: {}\nschema:"],
    at: "schema:\n",
    says: '"schema" is not one of service, basePath, securitySchemes, operations, schemas',
  },
  {
    name: "a missing part of an operation",
    edit: ["    body: none\n    security: [ApiKey, Login + Token]\n", "    security: [ApiKey, Login + Token]\n"],
    at: "deleteThing:",
    says: '"body" is missing',
  },
  {
    name: "an array without a style",
    edit: ["query int64[] form comma", "query int64[]"],
    at: "\n      roles",
    says: "an array says how it is written, such as form comma or form repeated",
  },
  {
    name: "a parameter without a place",
    edit: ["id: path string", "id: paths string"],
    at: "paths string",
    says: "a parameter begins with path, query, header or cookie",
  },
  {
    name: "a path parameter that the path lacks",
    edit: ["    parameters: {}\n", "    parameters:\n      id: path string\n"],
    at: "id: path string",
    says: 'path parameter "id" is not in the path /things',
  },
  {
    name: "a path parameter that may be left out",
    edit: ["id: path string", "id?: path string"],
    at: "id?: path",
    says: 'path parameter "id" cannot be optional',
  },
  {
    name: "a placeholder without a parameter",
    edit: ["request: POST /things", "request: POST /things/{kind}"],
    at: "request: POST",
    says: "the path has {kind}, but no path parameter of that name is witnessed",
  },
  {
    name: "a body without a media type",
    edit: ["body: application/json NewThing", "body: NewThing"],
    at: "NewThing\n    security",
    says: 'a media type is expected, such as "application/json Thing"',
  },
  {
    name: "a status that is none",
    edit: ["404: empty", "4O4: empty"],
    at: "4O4",
    says: '"4O4" is no status',
  },
  {
    name: "an unknown security scheme",
    edit: ["security: [ApiKey, Login + Token]", "security: [ApiKey, Login + Tokens]"],
    at: "Login + Tokens",
    says: '"Tokens" is none of the security schemes ApiKey, Login, Token',
  },
  {
    name: "a security scheme of an unknown kind",
    edit: ["Login: oauth2", "Login: oauth3"],
    at: "Login: oauth3",
    says: '"oauth3" is no security scheme: write "apiKey <in> <name>", "http <scheme>" or "oauth2"',
  },
  {
    name: "the evidence of another service",
    edit: ["service: sample", "service: other"],
    at: "service:",
    says: '"service" must be the name of the folder, sample',
  },
  {
    name: "parameters that are no map",
    edit: ["parameters: {}", "parameters: none"],
    at: "parameters: none",
    says: '"parameters" must be a map, {} where it is empty',
  },
];

describe("an evidence file", () => {
  it.each(mistakes)("is refused for $name, at its place", ({ edit: mistake, at, says }) => {
    const text = edit(EVIDENCE, mistake);
    expect(() => readText(text)).toThrow(`specs/sample/evidence.yaml:${positionOf(text, at)} ${says}`);
  });

  it("has all its mistakes told in one go", () => {
    const text = edit(EVIDENCE, ["Login: oauth2", "Login: oauth3"], ["404: empty", "4O4: empty"]);
    expect(() => readText(text)).toThrow(/oauth3[^\n]*\n[^\n]*4O4[^\n]*$/);
  });

  it("is refused with a hint where a type begins with an unprotected quote", () => {
    const text = edit(EVIDENCE, [`'"on" | "off" | null'`, `"on" | "off" | null`]);
    expect(() => readText(text)).toThrow(/evidence\.yaml:\d+:\d+ .*put the whole type in single quotes/);
  });

  it("is refused where a name stands twice", () => {
    const text = edit(EVIDENCE, ["    extra?: any\n", "    extra?: any\n    extra?: string\n"]);
    expect(() => readText(text)).toThrow(`specs/sample/evidence.yaml:${positionOf(text, "extra?: string")} `);
  });
});
