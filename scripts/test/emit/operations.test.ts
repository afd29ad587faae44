import { join } from "node:path";

import { expect, test } from "vitest";
import { generate } from "../../generate/generate.ts";
import { repository } from "./repository.ts";
import { SPEC } from "./spec.ts";

function file(name: string, spec: string = SPEC): string {
  const { root } = repository({ shop: spec });
  const generated = generate("shop", join(root, "specs/shop/openapi.yaml"), "specs/shop/openapi.yaml");
  expect(generated.diagnostics).toEqual([]);
  return generated.files.get(name) ?? "";
}

test("declared errors, a status without content and default each have their member", () => {
  expect(file("src/generated/operations/things.ts")).toContain(`export type ListThingsResult =
  | Success<200, Things>
  | Failure<404, unknown>
  | Failure<ErrorStatusExcept<404>, Problem>
  | Undeclared;
`);
});

test("default alone stands for successes and errors", () => {
  expect(file("src/generated/operations/things.ts")).toContain(
    "export type DeleteThingsResult = Success<SuccessStatus, Problem> | Failure<ErrorStatus, Problem> | Undeclared;\n",
  );
});

test("openapi-fetch's client is told which parameters must not be forgotten", () => {
  expect(file("src/generated/client.ts")).toContain('drastic: { "DELETE /things/all": "owner" }');
  const harmless = SPEC.replace(/ +x-sdk-caution:.*\n/, "");
  expect(file("src/generated/client.ts", harmless)).not.toContain("drastic");
});

test("a group imports no type of an error that its methods do not mention", () => {
  const errorsAlone = SPEC.replace("default: { description: Anything.", '"409": { description: Anything.');
  expect(file("src/generated/groups/things.ts")).toMatch(/import type \{.*\bProblem\b.*\} from "\.\.\/types\.ts";/);
  expect(file("src/generated/groups/things.ts", errorsAlone)).not.toContain("Problem");
});

test("a success without content has no data, and no errors leave only the undeclared", () => {
  expect(file("src/generated/operations/things.ts")).toContain(
    "export type DeleteThingResult = Success<204, undefined> | Undeclared;\n",
  );
});

test("a range leaves out the statuses that are declared by themselves", () => {
  const ranged = SPEC.replace(
    '"404": { description: None. }',
    '"404": { description: None. }\n        "4XX": { description: Odd., content: { text/plain: { schema: { type: string } } } }',
  );
  expect(file("src/generated/operations/things.ts", ranged)).toContain(
    "  | Failure<404, unknown>\n  | Failure<Exclude<StatusIn<4>, 404>, string>\n",
  );
});

test("a name in several places is plain for the path alone, and a parameter called body has its place in front", () => {
  const text = file("src/generated/operations/things.ts");
  expect(text).toContain(`export interface DeleteThingArgs {
  /** Its id. */
  id: string;
  /** Another id. */
  "query.id"?: string | undefined;
  /** No body. */
  "query.body"?: string | undefined;
  /** A mark. */
  "X-Trace"?: string | undefined;
}
`);
  expect(text).toContain(`const deleteThingOperation: Operation = {
  id: "deleteThing",
  method: "DELETE",
  path: "/things/{id}",
  query: { "query.id": /* @__PURE__ */ named("id", form), "query.body": /* @__PURE__ */ named("body", form) },
  header: /* @__PURE__ */ headerParameters({ "X-Trace": text }),
  responses: { 204: null },
  security: usualSecurity,
};
`);
});

test("a drastic call demands either the parameter or the choice", () => {
  expect(file("src/generated/operations/things.ts")).toContain(`export type DeleteThingsArgs =
  | {
      /** Whose. */
      owner: string;
      everyThing?: undefined;
    }
  | {
      /** Whose. */
      owner?: undefined;
      /** Stands for leaving out \`owner\`. Without an owner all things go. */
      everyThing: true;
    };
`);
});

test("a list is a walk over its items, its arrays joined by commas where the spec says so", () => {
  const text = file("src/generated/operations/things.ts");
  expect(text).toContain("query: { colours: comma, offset: form, limit: form }");
  expect(text).toContain('items: "/things"');
  expect(text).toContain(
    "): PagedCall<Thing, Things, ListThingsResult> {\n  return callPaged(core, listThingsOperation, args, options);\n}\n",
  );
});

test("a comment from the spec cannot end the comment it stands in", () => {
  expect(file("src/generated/types.ts")).toContain("/** Ends *\\/ here */");
});

test("the contract cases have every declared answer with its examples", () => {
  const cases = JSON.parse(file("test/generated/cases.json")) as {
    operations: { operationId: string; answers: unknown }[];
  };
  expect(cases.operations.find(({ operationId }) => operationId === "listThings")?.answers).toEqual([
    {
      status: "200",
      code: 200,
      mediaType: "application/json",
      kind: "json",
      examples: [{ name: "two", value: { things: [{ id: "a" }, { id: "b" }], total: 2 } }],
    },
    { status: "404", code: 404, mediaType: null, kind: null, examples: [] },
    {
      status: "default",
      code: 400,
      mediaType: "application/json",
      kind: "json",
      examples: [{ name: "wrong", value: { why: "no" } }],
    },
  ]);
});

test("adding an operation to a group changes that group's files and the indexes alone", () => {
  const { generate: run, put } = repository({ shop: SPEC });
  run();
  put(
    "specs/shop/openapi.yaml",
    SPEC.replace(
      "  /things/all:",
      `  /things/first:
    get:
      operationId: firstThing
      tags: [Others]
      responses: { "204": { description: None. } }
  /things/all:`,
    ),
  );
  const { stdout } = run();
  expect(stdout).toMatch(/(?:new|changed) src\/generated\/operations\/others\.ts/);
  expect(stdout).not.toContain("operations/things.ts");
  expect(stdout).not.toContain("credentials.ts");
});

const shapes = {
  single: "{ type: string }",
  list: "{ type: array, items: { type: string } }",
  object: "{ type: object, properties: { a: { type: string } } }",
};

test.each([
  ["query", "style: form", "list", "form"],
  ["query", "style: form, explode: false", "list", "comma"],
  ["query", "style: form", "object", "formObject"],
  ["query", "style: form, explode: false", "object", "commaObject"],
  ["query", "style: spaceDelimited, explode: false", "list", "space"],
  ["query", "style: pipeDelimited, explode: false", "list", "pipe"],
  ["query", "style: pipeDelimited, explode: true", "list", "form"],
  ["query", "style: deepObject", "object", "deep"],
  ["query", "allowReserved: true", "single", "/* @__PURE__ */ reserved(form)"],
  ["header", "style: simple", "list", "text"],
  ["header", "explode: true", "object", "textExploded"],
  ["cookie", "style: form", "single", "form"],
  ["path", "style: simple", "list", "simple"],
  ["path", "explode: true", "object", "simpleExploded"],
  ["path", "style: label", "single", "label"],
  ["path", "style: label, explode: true", "list", "labelExploded"],
  ["path", "style: matrix", "list", "matrix"],
  ["path", "style: matrix, explode: true", "object", "matrixExploded"],
] as const)("a parameter in %s with %s that is a %s is written by %s", (place, says, shape, style) => {
  const parameter = `{ name: x, in: ${place}, required: true, ${says}, schema: ${shapes[shape]} }`;
  const spec = SPEC.replace(
    "  /things/all:",
    `  /more${place === "path" ? "/{x}" : ""}:
    get: { operationId: more, tags: [Things], parameters: [${parameter}], responses: { "204": { description: None. } } }
  /things/all:`,
  );
  const key = place === "path" ? "segments" : place;
  const text = file("src/generated/operations/things.ts", spec);
  const written = `{ x: ${style} }`;
  const inHeaders = place === "header" || place === "cookie";
  expect(text).toContain(`  ${key}: ${inHeaders ? `/* @__PURE__ */ ${place}Parameters(${written})` : written},\n`);
  for (const name of style.match(/\b[a-z]\w+/g) ?? []) expect(text).toMatch(new RegExp(`^  ${name},$`, "m"));
});

test("a single value in a path needs no style", () => {
  expect(file("src/generated/operations/things.ts")).not.toContain("segments");
});

test("a query described as JSON is written as JSON and typed by its schema", () => {
  const spec = SPEC.replace(
    "{ name: offset, in: query, description: Where to begin., schema: { type: integer } }",
    "{ name: where, in: query, description: Which., content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }",
  ).replaceAll("position: offset", "position: limit");
  const text = file("src/generated/operations/things.ts", spec);
  expect(text).toContain("where: json");
  expect(text).toMatch(/where\?: \{\s+a\?: string \| undefined;/);
});
