import { join } from "node:path";
import { expect } from "vitest";
import { generate, type Generated } from "../../generate/generate.ts";
import { complaints } from "../types/compiler.ts";
import { repository } from "./repository.ts";

/** A spec with one operation at /things, and the components that tests refer to. */
export function spec(operation: string, method = "post"): string {
  return `openapi: 3.2.0
info: { title: Things, version: "1" }
servers: [{ url: https://shop.example.com }]
tags: [{ name: Things, description: All. }]
paths:
  /things/{id}:
    ${method}:
      operationId: use
      tags: [Things]
${operation.replace(/^/gm, "      ")}
components:
  schemas:
    Thing: { type: object, required: [name], properties: { name: { type: string } } }
    Upload: { type: object, required: [file], properties: { file: { type: string, format: binary }, more: { type: array, description: More., items: { type: string, format: binary } }, thing: { $ref: "#/components/schemas/Thing" } } }
`;
}

export const id: string =
  "parameters: [{ name: id, in: path, required: true, description: Id., schema: { type: string } }]\n";
export const none: string = 'responses: { "200": { description: Done. } }';
export const thing: string = '{ schema: { $ref: "#/components/schemas/Thing" } }';

export function generated(text: string): Generated {
  const { root } = repository({ shop: text });
  return generate("shop", join(root, "specs/shop/openapi.yaml"), "specs/shop/openapi.yaml");
}

/** What the spec makes of the operation. */
export function emitted(text: string): string {
  const { files, diagnostics } = generated(text);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return files.get("src/generated/operations/things.ts") ?? "";
}

/** The same, compiled together with what a user writes in an async function that is given a `core`. */
export function compiled(text: string, uses: string): string {
  const { files } = generated(text);
  const flat = (name: string): string =>
    (files.get(`src/generated/${name}`) ?? "").replaceAll(/"\.\.\/(?:operations\/)?/g, '"./');
  const user = 'import type { Core } from "@vendor-sdks/runtime";\nimport { use } from "./things.ts";\n';
  const found = complaints({
    "types.ts": flat("types.ts"),
    "things.ts": flat("operations/things.ts"),
    "group.ts": flat("groups/things.ts"),
    "user.ts": `${user}export async function user(core: Core): Promise<void> {\n${uses}\n}\n`,
  });
  expect(found).toEqual([]);
  return emitted(text);
}

export function body(content: string, required = true): string {
  return spec(`${id}requestBody: { required: ${required}, description: What., content: ${content} }\n${none}`);
}

export function answer(content: string): string {
  return spec(`${id}responses: { "200": { description: Done., content: ${content} } }`, "get");
}
