import { expect, test } from "vitest";
import { createSchemaChecker } from "../src/schema/checker.ts";

const document = {
  openapi: "3.0.3",
  components: { schemas: { Id: { type: "string" }, Made: { type: "string", readOnly: true } } },
};

test("a property is read-only as well where a part of its allOf says so", () => {
  const id = { allOf: [{ $ref: "#/components/schemas/Id" }, { readOnly: true }] };
  const made = { allOf: [{ $ref: "#/components/schemas/Made" }] };
  const schema = { type: "object", required: ["id", "made"], properties: { id, made } };
  const { problems } = createSchemaChecker(document);
  expect(problems(schema, {}, "request")).toEqual([]);
  expect(problems(schema, { id: "a" }, "request")).toMatchObject([{ path: ["id"] }]);
  expect(problems(schema, {}, "response")).toMatchObject([{ code: "required" }]);
});

test("a property that is marked both ways travels both ways", () => {
  const schema = { properties: { id: { type: "string", readOnly: true, writeOnly: true } } };
  expect(createSchemaChecker(document).problems(schema, { id: "a" }, "request")).toEqual([]);
});
