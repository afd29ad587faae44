import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";

import { expect, test } from "vitest";
import { repository } from "../emit/repository.ts";
import { SPEC } from "../emit/spec.ts";

interface Explained {
  readonly code: number;
  /** Lines without columns: words apart by one space, places without their folder. */
  readonly lines: readonly string[];
  readonly stderr: string;
}

function explain(operation: string, spec: string = SPEC): Explained {
  const { root, generate } = repository({ shop: spec });
  const { code, stdout, stderr } = generate("--explain", operation, "shop");
  const lines = stripVTControlCharacters(stdout)
    .split("\n")
    .map((line) =>
      line
        .replaceAll(/\S*specs\/shop\//g, "")
        .replaceAll(/ +/g, " ")
        .trim(),
    );
  return { code, lines, stderr: stderr.replaceAll(root, "") };
}

test("an operation is told with its place, how it is called, and where its names come from", () => {
  const { code, lines } = explain("listThings");
  expect(code).toBe(0);
  expect(lines.slice(0, 5)).toEqual([
    "listThings GET /things openapi.yaml:13:5",
    "called",
    "client.things.listThings(args?, options?) of ShopClient; and listThings(core, args?, options?) by itself",
    "listThings the operationId openapi.yaml:14:7",
    'things the tag "Things" in camelCase openapi.yaml:15:14',
  ]);
});

test("each argument is told with its type, the parameter behind it and how it is written", () => {
  const { lines } = explain("deleteThing");
  expect(lines).toContain('id: string the path parameter "id", written by one segment openapi.yaml:29:9');
  expect(lines).toContain(
    'query.id?: string the query parameter "id", written by form, called "query.id" because the name alone is taken openapi.yaml:35:11',
  );
});

test("each answer is told with its type, and the members of the result", () => {
  const { lines } = explain("listThings");
  expect(lines).toContain("awaited Things");
  expect(lines).toContain(
    ".result() Success<200, Things> | Failure<404, unknown> | Failure<ErrorStatusExcept<404>, Problem> | Undeclared",
  );
  expect(lines).toContain("200: Things read as application/json openapi.yaml:24:51");
  expect(lines).toContain("404 no content openapi.yaml:25:9");
});

test("what an operation needs is told with the kinds of credentials that give it", () => {
  const { lines } = explain("listThings");
  expect(lines).toContain("Token one of: openapi.yaml:8:12");
  expect(lines).toContain("{ token } kind token openapi.yaml:10:3");
});

test("kinds that the spec does not describe are told to be made of its security requirements", () => {
  const { lines } = explain("listThings", SPEC.replace(/x-sdk-credentials:\n.*\n/, ""));
  expect(lines.find((line) => line.startsWith("{ "))).toContain("made of the security requirements");
});

test("pages, retries and cautions are told", () => {
  expect(explain("listThings").lines).toContain(
    'pages by offset: "offset" is moved, 100 at a time by "limit"; items at /things; the total at /total is the end openapi.yaml:21:7',
  );
  const { lines } = explain("deleteThings");
  expect(lines).toContain("tried again yes, as DELETE may be repeated");
  expect(lines).toContain(
    'caution "owner" must be given, or "everyThing: true" in its place: Without an owner all things go. openapi.yaml:45:7',
  );
});

test("what a stateful mock makes of an operation is told", () => {
  const resource = "{ name: thing, role: end, id: id, where: { id: $request.path.id }, absent: 204 }";
  const { lines } = explain(
    "deleteThing",
    SPEC.replace("summary: Delete a thing\n", `$&      x-sdk-resource: ${resource}\n`),
  );
  expect(lines).toContain(
    'stateful mock ends "thing" by "id"; "id" is $request.path.id; 204 where there is none openapi.yaml:34:7',
  );
});

test.each(["listThings", "things.listThings", "GET /things", "get /things"])("%s names an operation", (word) => {
  expect(explain(word).lines[0]).toBe("listThings GET /things openapi.yaml:13:5");
});

test("a name that comes of method and path is told to, and so are the warnings about the operation", () => {
  const spec = SPEC.replace("      operationId: listThings\n", "");
  const { lines } = explain("GET /things", spec);
  expect(lines[3]).toMatch(/^getThings method and path in words: there is no operationId openapi\.yaml:13:5$/);
  expect(lines.some((line) => line.includes("warning [derived-operation-name]"))).toBe(true);
});

test("a word that is no operation's is answered with the nearest names", () => {
  const { code, stderr } = explain("listThing");
  expect(code).toBe(1);
  expect(stderr).toBe('There is no operation "listThing". The nearest names: listThings, deleteThing, deleteThings\n');
});

test("an operation of any file can be explained", () => {
  const { root, generate } = repository({ shop: SPEC });
  const spec = join(root, "specs/shop/openapi.yaml");
  const { code, stdout } = generate("--explain", "listThings", "--spec", spec);
  expect(code).toBe(0);
  expect(stdout).toContain("of OpenapiClient");
  expect(generate("--explain", "listThings", "--spec", spec, "shop").stderr).toContain("a vendor or --spec, not both");
});

test("bodies are told by the types that calls take and give", () => {
  const thing = "{ schema: { type: object } }";
  const operation = `    post:
      operationId: sendThing
      requestBody: { content: { text/csv: ${thing}, image/png: {} } }
      responses: { 200: { description: Done., content: { text/plain: ${thing}, image/gif: {}, application/jsonl: ${thing} } } }
`;
  const { lines } = explain("sendThing", SPEC.replace("paths:\n  /things:\n", `paths:\n  /things:\n${operation}`));
  const found = lines.filter((line) => /^(?:body|200)/.test(line)).map((line) => line.replace(/ openapi.*/, ""));
  expect(found).toEqual([
    "body?: BinaryBody sent as image/png",
    "body?: string sent as text/csv",
    "200: JsonLines<{ [key: string]: unknown }> read as application/jsonl",
    "200: Blob read as image/gif",
    "200: string read as text/plain",
  ]);
});

test("a spec with broken parts is explained without them, if that is wanted", () => {
  const { root, generate } = repository({
    shop: SPEC.replace("paths:\n", "paths:\n  /broken: { trace: { operationId: broken } }\n"),
  });
  const spec = join(root, "specs/shop/openapi.yaml");
  expect(generate("--explain", "listThings", "--spec", spec)).toMatchObject({ code: 1, stdout: "" });
  expect(generate("--explain", "listThings", "--spec", spec, "--tolerant").code).toBe(0);
  expect(generate("--explain", "listThings", "--tolerant").stderr).toContain("--tolerant and --root go with --spec");
});

test("a spec that is wrong is told to be, instead", () => {
  const { code, lines, stderr } = explain("listThings", SPEC.replace("in: header", "in: heder"));
  expect(code).toBe(1);
  expect(lines).toEqual([""]);
  expect(stderr).toContain("[invalid-value]");
});
