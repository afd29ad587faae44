import { expect, test } from "vitest";

import { load } from "./helpers.ts";

const OPERATIONS = 1200;

/** About 13 MB: as large as the descriptions of the largest public APIs. */
function largeSpec(): string {
  const text = "What this is, at the length at which vendors write it. ".repeat(6);
  const fields = Array.from({ length: 24 }, (_, index) => [`field_${index}`, { type: "string", description: text }]);
  const indexes = Array.from({ length: OPERATIONS }, (_, index) => index);
  return JSON.stringify(
    {
      openapi: "3.1.0",
      info: { title: "Large", version: "1" },
      paths: Object.fromEntries(
        indexes.map((index) => [
          `/things-${index}/{id}`,
          {
            get: {
              operationId: `getThing${index}`,
              parameters: [{ name: "id", in: "path", required: true, description: text, schema: { type: "string" } }],
              "x-sdk-source": { from: "The guide", confidence: "documented" },
              responses: {
                200: {
                  description: text,
                  content: { "application/json": { schema: { $ref: `#/components/schemas/Thing${index}` } } },
                },
              },
            },
          },
        ]),
      ),
      components: {
        schemas: Object.fromEntries(
          indexes.map((index) => [`Thing${index}`, { type: "object", properties: Object.fromEntries(fields) }]),
        ),
      },
    },
    null,
    1,
  );
}

test("a JSON spec of 13 MB with 1,200 operations loads in the time of a few file reads, and so do its places", () => {
  const text = largeSpec();
  expect(text.length).toBeGreaterThan(11_000_000);

  let start = performance.now();
  expect(load(text, "large.json").diagnostics).toEqual([]);
  // Far above what is measured (0.25 s), far below what parsing it as YAML takes (4 s).
  expect(performance.now() - start).toBeLessThan(2000);

  const broken = load(text.replaceAll("schemas/Thing11", "schemas/Thong11"), "large.json");
  start = performance.now();
  expect(broken.diagnostics.length).toBeGreaterThan(100);
  const lines = broken.diagnostics.map(({ pointer }) => broken.locate(pointer).line);
  expect(new Set(lines).size).toBe(lines.length);
  expect(performance.now() - start).toBeLessThan(2000);
});
