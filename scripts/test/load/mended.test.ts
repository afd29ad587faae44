import { expect, test } from "vitest";

import { resolvePointer } from "../../generate/load/pointer.ts";
import { HEAD, load, loadFiles, problems } from "./helpers.ts";

/** What a spec is read as, if there are warnings and no errors. */
function mended(text: string, pointer: string): unknown {
  const { document, diagnostics } = load(HEAD + text);
  expect(diagnostics.length).toBeGreaterThan(0);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return resolvePointer(document, pointer);
}

const operation = (parameters: string, id = "a"): string =>
  `{ operationId: ${id}, parameters: [${parameters}], responses: { 204: { description: ok } } }`;

test("a path parameter that does not say that it is required is", () => {
  const text = `paths: { "/{id}": { get: ${operation("{ name: id, in: path, schema: {} }")} } }\n`;
  expect(mended(text, "/paths/~1{id}/get/parameters/0/required")).toBe(true);
});

test("a path parameter that is not declared is a string, and one that is not in the path is left out", () => {
  const text = `paths: { "/{id}": { get: ${operation("{ name: x, in: path, required: true, schema: {} }, { name: q, in: query, schema: { type: nothing } }")} } }\n`;
  const { document, diagnostics, locate } = load(HEAD + text);
  expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`).sort()).toEqual([
    "error invalid-value",
    "warning undeclared-path-parameter",
    "warning unused-path-parameter",
  ]);
  const pointer = "/paths/~1{id}/get/parameters";
  expect(resolvePointer(document, pointer)).toMatchObject([
    { name: "q" },
    { name: "id", in: "path", required: true, schema: { type: "string" } },
  ]);
  // What moved up in the list is found where it is written.
  expect(locate(`${pointer}/0`)).toEqual({ line: 3, column: 108 });
});

test("what is left out of a path is left out there alone, whoever else refers to the same", () => {
  const { document } = loadFiles({
    "openapi.yaml": `${HEAD}paths: { "/a/{a}": { $ref: item.yaml }, "/b/{b}": { $ref: item.yaml } }\n`,
    "item.yaml": `get: ${operation("{ name: a, in: path, required: true, schema: {} }")}\n`,
  });
  expect(resolvePointer(document, "/paths/~1a~1{a}/get/parameters")).toMatchObject([{ name: "a" }]);
  expect(resolvePointer(document, "/paths/~1b~1{b}/get/parameters")).toMatchObject([{ name: "b" }]);
});

test("operators of URI templates are taken off", () => {
  const parameters = ["a", "b", "c"].map((name) => `{ name: ${name}, in: path, required: true, schema: {} }`).join();
  expect(
    Object.keys(mended(`paths: { "/{.a}/{;b*}/{c*}": { get: ${operation(parameters)} } }\n`, "/paths") as object),
  ).toEqual(["/{a}/{b}/{c}"]);
});

test("an empty enum, a required of one property, and a null that is no text are mended", () => {
  const schemas = mended(
    "components: { schemas: { A: { enum: [], allOf: [{ type: string }] }, B: { required: true }, C: { type: null }, D: { type: [string, null] } } }\n",
    "/components/schemas",
  );
  expect(schemas).toEqual({
    A: { allOf: [{ type: "string" }] },
    B: {},
    C: { type: "null" },
    D: { type: ["string", "null"] },
  });
});

test("lists and maps with nothing in them are as good as none", () => {
  const text =
    "servers:\ntags:\npaths:\n  /a:\n    get:\n      operationId: a\n      parameters:\n      responses:\n        4xx:\n          description: no\n          headers:\n";
  expect(mended(text, "")).toEqual({
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: { "/a": { get: { operationId: "a", responses: { "4XX": { description: "no" } } } } },
  });
});

test("one call that is described twice is an error, the same path with different methods a warning", () => {
  const parameter = (name: string): string => `{ name: ${name}, in: path, required: true, schema: {} }`;
  const text = (method: string): string => `${HEAD}paths:
  /a/{x}: { get: ${operation(parameter("x"))} }
  /a/{y}: { ${method}: ${operation(parameter("y"), "b")} }
`;
  expect(problems(text("get"))).toEqual(["5:3 path-collision"]);
  expect(load(text("get")).diagnostics).toMatchObject([{ severity: "error" }]);
  expect(load(text("put")).diagnostics).toMatchObject([{ severity: "warning" }]);
});
