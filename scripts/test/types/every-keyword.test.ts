import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { afterAll, beforeAll, expect, test, vi } from "vitest";

import type { JsonObject } from "../../generate/load/json.ts";
import { splitSchemas } from "../../generate/types/split.ts";
import { json, printerFor, ref } from "./documents.ts";

/** One document with every keyword that types are made of, compiled as strict users of either compiler would. */

vi.setConfig({ testTimeout: 60_000 });

const text = { type: "string" };
const number = { type: "integer" };

const SCHEMAS: JsonObject = {
  Cat: { type: "object", required: ["kind"], properties: { kind: text, lives: number } },
  Dog: { type: "object", required: ["kind"], properties: { kind: text, tricks: { type: "array", items: text } } },
  Pet: {
    oneOf: [ref("Cat"), ref("Dog")],
    discriminator: { propertyName: "kind", mapping: { cat: "Cat", dog: "Dog" } },
  },
  Shape: { discriminator: { propertyName: "form" }, required: ["form"], properties: { form: text } },
  Circle: { allOf: [ref("Shape"), { properties: { radius: { type: "number" } } }] },
  Ring: { allOf: [ref("Circle"), { properties: { hole: { type: "number" } } }] },
  Point: { prefixItems: [{ type: "number" }, { type: "number" }], items: { type: "number" }, minItems: 1 },
  Pair: { prefixItems: [text, { type: ["integer", "null"] }], items: false, minItems: 2 },
  Anything: true,
  Nothing: false,
  Never: { not: {} },
  Closed: { type: "object", additionalProperties: false },
  Open: { type: "object", properties: { a: number }, additionalProperties: text, patternProperties: { "^x": {} } },
  Odd: {
    type: "object",
    required: ["missing"],
    properties: Object.fromEntries(
      ["__proto__", "constructor", "a b", "100%", "1", "-1", "é", 'q"\n', ""].map((name) => [name, text]),
    ),
  },
  When: { type: "object", properties: { a: text }, if: { required: ["a"] }, then: { properties: { b: number } } },
  Mixed: { enum: [1, -2.5, "a", true, null, [1, "b"], { c: [null] }, {}] },
  Loop: { anyOf: [ref("Loop"), { type: "array", items: ref("Loop") }, { type: "null" }] },
  Left: { allOf: [ref("Right"), { properties: { l: text } }] },
  Right: { allOf: [ref("Left"), { properties: { r: text } }] },
  Joined: {
    properties: { id: text },
    oneOf: [{ properties: { a: text } }, { properties: { b: number } }],
    required: ["id"],
  },
  Narrow: { allOf: [ref("Open"), { properties: { a: text } }] },
  Part: { properties: { at: { $ref: "#/components/schemas/Joined/oneOf/0" } } },
  string: text,
  "2nd": text,
  "größe.x": text,
  Record: text,
  paths: text,
  Upload: {
    properties: { file: { type: "string", format: "binary" }, day: { type: "string", format: "date", default: "x" } },
  },
};

const operation = {
  parameters: [{ in: "query", name: "pet", schema: ref("Pet") }],
  requestBody: { content: { "multipart/form-data": { schema: ref("Upload") } } },
  responses: {
    200: json(ref("Pet")),
    "4XX": json(ref("Mixed")),
    default: { content: { "application/jsonl": { itemSchema: ref("Pet") } } },
  },
};

const DOCUMENT: JsonObject = {
  openapi: "3.2.0",
  paths: {
    "/x": {
      post: { ...operation, callbacks: { back: { "{$url}": { post: operation } } } },
      query: operation,
      additionalOperations: { COPY: operation },
    },
  },
  webhooks: { hook: { post: operation } },
  components: { schemas: SCHEMAS },
};

const USE = `
import createClient from "openapi-fetch";
import type { paths, webhooks } from "./paths.ts";
import type * as t from "./types.ts";

export function lives(pet: t.Pet): number | undefined {
  return pet.kind === "cat" ? pet.lives : pet.tricks?.length;
}
export const ring: t.Ring = { form: "Ring", hole: 1, radius: 2 };
export const circle: t.Circle = ring;
export const point: t.Point = [1];
export const pair: t.Pair = ["a", null];
export const odd: Pick<t.Odd, "missing" | "100%"> = { missing: 1, "100%": "x" };
export const when: t.When = { b: 1 };
export const part: t.Part = { at: { a: "x" } };
export const upload: t.UploadInput = { file: new Uint8Array() };
export type Sent = webhooks["hook"]["post"]["requestBody"];
export type Back = paths["/x"]["post"]["callbacks"]["back"]["{$url}"]["post"];
export async function call(): Promise<t.Pet | undefined> {
  const { data } = await createClient<paths>({}).POST("/x", { body: upload });
  return data;
}
`;

const OPTIONS = {
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  module: "nodenext",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  isolatedDeclarations: true,
  declaration: true,
  verbatimModuleSyntax: true,
  allowImportingTsExtensions: true,
  erasableSyntaxOnly: true,
  noEmit: true,
  // Half of the time went into the compilers' own declarations.
  skipDefaultLibCheck: true,
  types: [],
};

const root = join(import.meta.dirname, "../../..");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "every-keyword-"));
  const printer = printerFor(splitSchemas(DOCUMENT));
  const fetcher = dirname(createRequire(import.meta.url).resolve("openapi-fetch/package.json"));
  writeFileSync(join(folder, "runtime.ts"), "export type FilePart = Blob | Uint8Array;\n");
  writeFileSync(join(folder, "types.ts"), printer.declarations());
  writeFileSync(join(folder, "paths.ts"), printer.paths());
  writeFileSync(join(folder, "use.ts"), USE);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  mkdirSync(join(folder, "node_modules"));
  const paths = { "openapi-fetch": [join(fetcher, "dist/index.d.mts")] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...OPTIONS, paths } }));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

// The scripts have the compiler that the generator needs, packages the one that they are built with.
test.each(["scripts", "packages/runtime"])("types of every keyword compile with the TypeScript of %s", (owner) => {
  const compiler = join(root, owner, "node_modules/typescript/bin/tsc");
  let said = "";
  try {
    execFileSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8" });
  } catch (error) {
    said = error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  }
  expect(said).toBe("");
});
