import { readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test, vi } from "vitest";
import { parse } from "yaml";

import { root } from "../../bin.ts";
import type { JsonObject } from "../../generate/load/json.ts";
import { handWrittenOf } from "../../generate/specs.ts";
import { splitSchemas } from "../../generate/types/split.ts";
import { complaints } from "./compiler.ts";
import { json, printerFor, ref } from "./documents.ts";

// The compiler reads the library of the DOM each time, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const text = { type: "string" };

const RICH: JsonObject = {
  paths: {
    "/pets/{id}": {
      parameters: [{ in: "path", name: "id", required: true, schema: text }],
      get: {
        operationId: "getPet",
        parameters: [
          { in: "query", name: "kind", schema: { enum: ["cat", "dog"] } },
          {
            in: "query",
            name: "filter",
            schema: { type: "object", additionalProperties: { type: ["string", "null"] } },
          },
        ],
        responses: {
          200: json(ref("pet")),
          404: { $ref: "#/components/responses/Bad" },
          default: { $ref: "#/components/responses/Bad" },
        },
      },
      put: {
        requestBody: { required: true, ...json(ref("pet")) },
        responses: { 204: {}, "4XX": { $ref: "#/components/responses/Bad" } },
      },
    },
    "/files": {
      post: {
        requestBody: {
          content: {
            "multipart/form-data": {
              schema: {
                required: ["file"],
                properties: { file: { type: "string", format: "binary" }, meta: ref("meta") },
              },
            },
          },
        },
        responses: { 201: json({ type: "array", items: ref("node") }) },
      },
    },
  },
  components: {
    responses: { Bad: json(ref("Error")) },
    schemas: {
      Error: {
        properties: {
          code: { type: "integer", enum: [1, -2] },
          message: { type: "string", description: "*/ \u2028 \u202E" },
        },
        required: ["code"],
      },
      pet: {
        allOf: [
          ref("base"),
          {
            properties: {
              kind: ref("kind"),
              tag: { type: ["string", "null"] },
              "odd name": text,
              secret: { type: "string", writeOnly: true },
            },
          },
        ],
        required: ["kind", "id"],
      },
      base: {
        properties: { id: { type: "string", readOnly: true }, owner: { anyOf: [ref("owner"), { type: "null" }] } },
        required: ["owner"],
      },
      owner: { properties: { name: text, pets: { type: "array", items: ref("pet") } } },
      kind: { type: "string", enum: ["cat", "dog"] },
      meta: { properties: { size: { type: "integer" }, note: text }, additionalProperties: text },
      node: {
        properties: {
          next: ref("node"),
          more: { type: "array", items: { anyOf: [ref("node"), text] } },
          big: { type: "integer", "x-sdk-bigint": true },
        },
        additionalProperties: true,
      },
      left: { allOf: [ref("right"), { properties: { l: text } }] },
      right: { allOf: [ref("left"), { properties: { r: text } }] },
      itself: { anyOf: [ref("itself"), { type: "null" }] },
      json: {
        anyOf: [text, { type: "array", items: ref("json") }, { type: "object", additionalProperties: ref("json") }],
      },
      strict: { allOf: [ref("owner"), ref("node")], required: ["name"] },
      other: { allOf: [ref("owner"), { properties: { name: { type: "integer" } } }] },
      mapped: { allOf: [ref("meta"), { properties: { flag: { type: "boolean" } } }] },
    },
  },
};

const RUNTIME = "export type FilePart = Blob | Uint8Array | ArrayBuffer;";

const USE = `
import createClient from "openapi-fetch";
import type { paths } from "./paths.ts";
import type { ErrorModel, Pet, PetInput } from "./types.ts";

const client = createClient<paths>({});
export async function use(kind: "cat" | undefined): Promise<void> {
  const { data, error } = await client.GET("/pets/{id}", { params: { path: { id: "1" }, query: { kind, filter: { a: null } } } });
  const owner: string | undefined = data?.owner?.name;
  const message: string | undefined = error?.message;
  const pet: PetInput = { kind: "cat", owner: null, tag: undefined, secret: "x" };
  await client.PUT("/pets/{id}", { params: { path: { id: "1" } }, body: pet });
  await client.POST("/files", { body: { file: new Blob([]), meta: { size: 1, other: "x" } } });
  await client.POST("/files");
  const found: Pet = { kind: "a kind of the future", id: "1", owner: null };
  const failed: ErrorModel = { code: 77 };
  void [owner, message, found, failed];
}`;

const MISUSES = [
  'const pet: PetInput = { kind: "a kind of the future", owner: null };',
  'const pet: PetInput = { kind: "cat", owner: null, id: "1" };',
  'const pet: Pet = { kind: "cat", owner: null, id: "1", tag: undefined };',
  'const pet: Pet = { kind: "cat", owner: null, id: "1", secret: "x" };',
  'await client.PUT("/pets/{id}", { body: { kind: "dog", owner: null } });',
  'await client.GET("/pets/{id}", { params: { path: { id: "1" }, query: { kind: "cow" } } });',
];

describe("the printed types", () => {
  const printer = printerFor(splitSchemas(RICH));
  const files = { "runtime.ts": RUNTIME, "types.ts": printer.declarations(), "paths.ts": printer.paths() };

  test("compile in a strict project and carry openapi-fetch", () => {
    expect(complaints({ ...files, "use.ts": USE })).toEqual([]);
  });

  test("refuse what the spec refuses", () => {
    const lines = MISUSES.map((misuse) => `{ ${misuse} }`);
    const wrong = USE.replace("  void [owner", `${lines.join("\n")}\n  void [owner`);
    const first = wrong.split("\n").findIndex((line) => line === lines[0]) + 1;
    const places = complaints({ ...files, "use.ts": wrong }).map((complaint) => complaint.split(" ")[0]);
    expect(places).toEqual(lines.map((_, index) => `use.ts:${first + index}`));
  });
});

describe("the types of the specs in this repository", () => {
  const specs = join(import.meta.dirname, "../../../specs");
  const names = handWrittenOf(root).map((service) => `${service}/openapi.yaml`);

  test("there are specs", () => {
    expect(names).not.toEqual([]);
  });

  test.each(names)("%s", (name) => {
    const document = parse(readFileSync(join(specs, name), "utf8"), { maxAliasCount: -1 }) as JsonObject;
    const printer = printerFor(splitSchemas(document));
    expect(complaints({ "types.ts": printer.declarations(), "paths.ts": printer.paths() })).toEqual([]);
  });
});
