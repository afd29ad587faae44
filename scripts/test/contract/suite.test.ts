import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { suite, tinyPackage, type TinyPackage } from "./package.ts";

// A package is emitted, and its suite is run.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const SPEC = `openapi: 3.1.0
info: { title: a, version: "1" }
servers: [{ url: https://api.example/v1 }]
paths:
  /things:
    get:
      operationId: list
      security: [{ key: [] }, { token: [] }]
      responses:
        200: { description: ok, content: { application/json: { schema: { type: array }, example: [] } } }
        302: { description: elsewhere, headers: { Location: { schema: { type: string }, example: "https://other.example" } } }
        501: { description: not here }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: key }
    token: { type: http, scheme: bearer }
`;

let tiny: TinyPackage;
beforeAll(async () => void (tiny = await tinyPackage(SPEC)));
afterAll(() => tiny.remove());

test("every cell is covered, and what Prism's proxy would change is judged by a check of our own", async () => {
  const { problem, output } = await tiny.run();
  expect(problem, output).toBeUndefined();
  const { cells, problems } = tiny.coverage();
  expect(problems).toEqual([]);
  expect(tiny.red()).toEqual([]);
  expect(cells).toHaveLength(3 * 2 * 2);
  const own = cells.filter(({ state }) => state === "own check");
  expect(own.map(({ status, credentials, route, why }) => `${status} ${credentials} ${route}: ${why ?? ""}`)).toEqual([
    "302 apiKey proxy: of Prism's proxy is known: it follows redirections",
    "302 token proxy: of Prism's proxy is known: it follows redirections",
    "501 apiKey proxy: of Prism's proxy is known: it puts a mock in the place of a 501",
    "501 token proxy: of Prism's proxy is known: it puts a mock in the place of a 501",
  ]);
});

test("shards leave their parts, and what is missing is told until all are there", async () => {
  expect((await tiny.run("--shard=1/2")).problem).toBeUndefined();
  expect(tiny.coverage().problems).toEqual([expect.stringContaining("shard 2 of 2 has left no report")]);
  expect(tiny.red()).toHaveLength(6);
  expect((await tiny.run("--shard=2/2")).problem).toBeUndefined();
  expect(tiny.coverage().problems).toEqual([]);
  expect(tiny.red()).toEqual([]);
});

test("a test that is skipped leaves its cells red, and the run fails", async () => {
  tiny.write("proxy.test.ts", suite('describe.skip("some day", () => contractSuite(vendor, "proxy"));'));
  const { problem, output } = await tiny.run();
  tiny.write("proxy.test.ts", suite('contractSuite(vendor, "proxy");'));
  expect(problem).toBe("it ended with 1");
  expect(output).toContain("6 of 12 cells that the spec makes are not covered");
  expect(tiny.red()).toContain("501 token proxy skipped: the test was skipped, and the ledger says nothing of it");
});

test("an answer that does not show that Prism has had the request covers nothing", async () => {
  const disguised = `contractSuite({ ...vendor, client: class extends vendor.client {
  constructor({ fetch, ...options }) {
    super({ ...options, async fetch(url, init) {
      const { body, status, headers } = await fetch(url, init);
      headers.delete("mock-server-prism");
      return new Response(body, { status, headers });
    } });
  }
} }, "answers");`;
  tiny.write("answers.test.ts", suite(disguised));
  const { problem, output } = await tiny.run();
  tiny.write("answers.test.ts", suite('contractSuite(vendor, "answers");'));
  expect(problem).toBe("it ended with 1");
  expect(output).toContain("the exchange that Prism has judged");
  expect(tiny.red()).toContain('200 apiKey mock failed: the test of "example" failed');
});

test("a status that a spec gains is red, before the tests are run again and after", async () => {
  expect((await tiny.run()).problem).toBeUndefined();
  const document = readFileSync(tiny.file("openapi.json"), "utf8");
  const grown = document.replace(/"responses": ?\{/, '"responses": { "404": { "description": "gone" },');
  expect(grown).not.toBe(document);
  tiny.write("openapi.json", grown);
  const missing = ["apiKey mock", "apiKey proxy", "token mock", "token proxy"].map(
    (each) => `404 ${each} missing: no test`,
  );
  expect(tiny.red()).toEqual(missing);
  // The client does not know the status, whatever the mock answers.
  expect((await tiny.run()).problem).toBe("it ended with 1");
  tiny.write("openapi.json", document);
  expect(tiny.red()).toEqual([]);
});
