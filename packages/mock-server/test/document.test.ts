import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { startMock, startMockProcess } from "../src/index.ts";
import { document, json, send, serve, use } from "./helpers.ts";

const spec = document({ "/a/{ids}": { get: { responses: { 200: json("ok") } } } }, { servers: [{ url: "/v1" }] });

async function write(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mock-server-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
  return folder;
}

test.each([
  ["a path", (file: string) => file],
  ["a file URL", (file: string) => pathToFileURL(file)],
])("a JSON file is read from %s", async (_, place) => {
  const file = join(await write({ "openapi.json": JSON.stringify(spec) }), "openapi.json");
  const mock = await use(startMock(place(file)));
  expect((await send(mock.origin, "/v1/a/1,2")).text).toBe('"ok"');
});

const yaml = `
openapi: 3.1.0
info: { title: Test, version: "1" }
servers: [{ url: /v2 }]
paths:
  /days:
    get:
      responses:
        "200":
          description: A day
          content:
            application/json: { schema: { $ref: "schemas.yaml#/Day" }, example: 2026-01-02 }
`;

test.each([
  ["in this process", startMock],
  ["in a process of its own", startMockProcess],
])("a YAML file is read with the files that it refers to, for Prism %s", async (_, start) => {
  const folder = await write({ "openapi.yaml": yaml, "schemas.yaml": "Day: { type: string, maxLength: 3 }" });
  const mock = await use(start(join(folder, "openapi.yaml")));
  const answer = await send(mock.origin, "/v2/days");
  expect(answer.text).toBe('"2026-01-02"');
  expect(mock.violations(answer)).toMatchObject([{ location: ["response", "body"], code: "maxLength" }]);
});

test("a document is read from a server", async () => {
  const server = await serve((_, response) => response.end(JSON.stringify(spec)));
  const mock = await use(startMock(new URL("/openapi.json", server)));
  expect(mock.basePath).toBe("/v1");
});

test("what is no OpenAPI document is refused with its name", async () => {
  const file = join(await write({ "package.json": "{}" }), "package.json");
  await expect(startMock(file)).rejects.toThrow(`Not an OpenAPI 3 document: ${file} has no "openapi" version`);
});
