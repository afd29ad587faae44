import { expect, test } from "vitest";

import { problems } from "./helpers.ts";

const text = (version: string): string => `openapi: "${version}"
info: { title: T, version: "1" }
paths: {}
components:
  schemas:
    Base: { type: object }
    Plain: { $ref: "#/components/schemas/Base", description: Kept }
    More: { $ref: "#/components/schemas/Base", nullable: true }
    Node: { $dynamicRef: "#node" }
`;

test("what OpenAPI 3.0 ignores beside a reference is told, texts aside", () => {
  expect(problems(text("3.0.3"))).toContain("8:48 ignored-sibling");
  expect(problems(text("3.0.3")).filter((problem) => problem.endsWith("ignored-sibling"))).toHaveLength(1);
  expect(problems(text("3.1.0")).join()).not.toContain("ignored-sibling");
});

test("a dynamic reference is told, since no type follows it", () => {
  expect(problems(text("3.1.0"))).toEqual(["9:13 dynamic-reference"]);
});
