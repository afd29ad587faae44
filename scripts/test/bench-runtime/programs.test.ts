import { expect, test } from "vitest";
import { calls, wholeClient } from "../../bench-runtime/bundle/programs.ts";
import { awaited, mixed } from "../../bench-runtime/types/programs.ts";
import type { Operation, Package } from "../../bench-runtime/packages.ts";
import { packageWith } from "./package.ts";

const acme = packageWith("acme", {
  listThings: ["GET /things", { paged: true }],
  getThing: ["GET /things/{id}", { required: { id: "a" }, errors: ["404"] }],
  "odd name": ["GET /odd"],
});
const operations = acme.operations.slice(0, 2);

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

test("a program of one call imports that operation alone, and no sign-in", () => {
  const program = calls(acme, operations, 1);
  expect(program).toContain(`import { createCore, listThings } from "/acme/operations.mjs";`);
  expect(occurrences(program, "await ")).toBe(1);
});

test("a program that signs in hands the sign-in to the core", () => {
  expect(calls(acme, operations, 1, "tokenSignIn")).toContain("signIn: tokenSignIn(given)");
});

test("more calls than operations call them over and over, and import each once", () => {
  const program = calls(acme, operations, 20);
  expect(occurrences(program, "await listThings(core)")).toBe(10);
  expect(occurrences(program, `await getThing(core, { "id": given })`)).toBe(10);
  expect(program).toContain("import { createCore, listThings, getThing }");
});

test("values that a program passes are none of the bundle's bytes", () => {
  const long: Operation = { ...getThing(acme), arguments: { required: { id: "x".repeat(1000) }, all: {} } };
  expect(calls(acme, [long], 1).length).toBeLessThan(400);
  expect(wholeClient(acme, long)).toContain(`client.things.getThing({ "id": given })`);
});

test("types are measured with twenty awaited calls, arguments and all", () => {
  const program = awaited({ ...acme, operations });
  expect(program).toContain(`import { AcmeClient, isApiError } from "@vendor-sdks/acme";`);
  expect(occurrences(program, "await client.things.")).toBe(20);
  expect(program).toContain(`client.things.getThing({ id: "a" })`);
});

test("mixed uses walk what lists by pages, and narrow errors by a status that is declared", () => {
  const walking = mixed({ ...acme, operations: operations.slice(0, 1) });
  expect(occurrences(walking, "for await (const item of client.things.listThings())")).toBe(5);
  const narrowing = mixed({ ...acme, operations: operations.slice(1) });
  expect(narrowing).not.toContain("for await");
  expect(occurrences(narrowing, `isApiError(error, "getThing", 404)`)).toBe(5);
  expect(occurrences(narrowing, "result.status === 404")).toBe(5);
});

function getThing({ operations }: Package): Operation {
  const found = operations.find(({ operationId }) => operationId === "getThing");
  if (found === undefined) throw new Error("there is no getThing");
  return found;
}
