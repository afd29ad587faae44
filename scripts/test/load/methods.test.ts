import { expect, test } from "vitest";

import { operationsOf } from "../../generate/load/walk.ts";
import { HEAD, load, loadFiles, onlyProblem, problems } from "./helpers.ts";

const responses = "responses: { 204: { description: Done. } }";
const head = HEAD.replace("3.1.0", "3.2.0");

test("a TRACE is refused where it stands, since fetch does not send it", () => {
  const text = `${HEAD}paths:\n  /a:\n    get: { operationId: a, ${responses} }\n    trace: { operationId: b, ${responses} }\n`;
  expect(problems(text)).toEqual(["6:5 unsendable-method"]);
  expect(onlyProblem(text)).toMatchObject({
    severity: "error",
    message: "fetch refuses to send a TRACE, so /a cannot be called by it",
  });
});

test("with --tolerant the operation that cannot be sent is left out, and told", () => {
  const text = `${HEAD}paths: { /a: { get: { operationId: a, ${responses} }, trace: { operationId: b, ${responses} } } }\n`;
  const { document, diagnostics } = loadFiles({ "a.yaml": text }, { tolerant: true });
  expect(operationsOf(document).map(({ method }) => method)).toEqual(["get"]);
  expect(diagnostics).toMatchObject([{ severity: "warning", code: "left-out" }]);
});

test.each(["CONNECT", "connect", "Track", "GET", "get", "PATCH", "QUERY", "M SEARCH", '""'])(
  "%s is no method of an additional operation",
  (method) => {
    const text = `${head}paths:\n  /a:\n    additionalOperations:\n      ${method}: { operationId: a, ${responses} }\n`;
    expect(problems(text)).toEqual(["6:7 unsendable-method"]);
  },
);

test.each(["COPY", "M-SEARCH", "copy", "patch"])("%s is one", (method) => {
  const text = `${head}paths: { /a: { additionalOperations: { ${method}: { operationId: a, ${responses} } } } }\n`;
  expect(load(text).diagnostics).toEqual([]);
});

test("in callbacks and webhooks, which are not called, any method may be described", () => {
  const text = `${HEAD}webhooks: { w: { trace: { ${responses} } } }\n`;
  expect(load(text).diagnostics).toEqual([]);
});
