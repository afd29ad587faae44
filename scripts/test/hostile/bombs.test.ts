import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, onTestFinished, test } from "vitest";

// Each document is small, or of a size that a mail could carry, and made to grow: it must end soon, within little memory, in files
// or in a diagnostic. What takes too much of either is ended from outside and fails.

const MEGABYTES = 400;
const SECONDS = 60;

interface Ending {
  readonly status: number | null;
  readonly said: string;
}

/** What comes of a text, in a process of its own. */
function ending(text: string, name = "openapi.json"): Ending {
  const folder = mkdtempSync(join(tmpdir(), "hostile-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, name);
  writeFileSync(file, text);
  const program = `import { generate } from ${JSON.stringify(new URL("../../generate/generate.ts", import.meta.url).href)};
const { diagnostics, files } = generate("shop", ${JSON.stringify(file)}, "openapi");
const codes = [...new Set(diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code))];
console.log(codes.length > 0 ? "refused: " + codes.join(", ") : "files: " + (files.size > 0));`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${MEGABYTES}`, "--input-type=module", "--eval", program],
    { encoding: "utf8", timeout: SECONDS * 1000 },
  );
  return { status, said: `${stdout.trim()}${status === 0 ? "" : stderr.slice(0, 500)}` };
}

const head = { openapi: "3.1.0", info: { title: "Bomb", version: "1" }, servers: [{ url: "https://example.com" }] };
const answering = (schema: object): object => ({
  "/bomb": {
    get: {
      operationId: "bomb",
      tags: ["Bombs"],
      responses: { "200": { description: "Boom.", content: { "application/json": { schema } } } },
    },
  },
});

test("references that double at each step are not multiplied out", { timeout: 120_000 }, () => {
  const schemas: Record<string, object> = {
    S0: { type: "object", properties: { end: { type: "string", enum: ["a"] } } },
  };
  for (let step = 1; step <= 200; step++) {
    const before = { $ref: `#/components/schemas/S${step - 1}` };
    schemas[`S${step}`] = {
      type: "object",
      allOf: [before, before],
      properties: { a: before, b: before, c: { type: "array", items: before } },
    };
  }
  const text = JSON.stringify({
    ...head,
    paths: answering({ $ref: "#/components/schemas/S200" }),
    components: { schemas },
  });
  expect(ending(text)).toEqual({ status: 0, said: "files: true" });
});

test("schemas that all refer to all others are read in bounded time", { timeout: 120_000 }, () => {
  const names = Array.from({ length: 250 }, (_, index) => `S${index}`);
  const schemas = Object.fromEntries(
    names.map((name) => [
      name,
      {
        anyOf: names.map((other) => ({ $ref: `#/components/schemas/${other}` })),
        properties: Object.fromEntries(names.map((other) => [other, { $ref: `#/components/schemas/${other}` }])),
      },
    ]),
  );
  const { status, said } = ending(
    JSON.stringify({ ...head, paths: answering({ $ref: "#/components/schemas/S0" }), components: { schemas } }),
  );
  expect({ status, said }).toEqual({ status: 0, said: "files: true" });
});

test.each(["properties", "items", "allOf"])(
  "schemas nested 100,000 deep by %s end in a diagnostic",
  { timeout: 120_000 },
  (keyword) => {
    const depth = 100_000;
    const open = { properties: '{"properties":{"a":', items: '{"items":', allOf: '{"allOf":[' }[keyword] ?? "";
    const close = { properties: "}}", items: "}", allOf: "]}" }[keyword] ?? "";
    const schema = `${open.repeat(depth)}{}${close.repeat(depth)}`;
    const text = JSON.stringify({ ...head, paths: answering({ is: "here" }) }).replace('{"is":"here"}', schema);
    const { status, said } = ending(text);
    expect({ status, refused: said.startsWith("refused: ") }).toEqual({ status: 0, refused: true });
  },
);

test(
  "a value nested 100,000 deep in an example or an extension ends in files or a diagnostic",
  { timeout: 120_000 },
  () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const text = JSON.stringify({ ...head, "x-deep": "here", paths: answering({ type: "string" }) }).replace(
      '"here"',
      deep,
    );
    expect(ending(text).status).toBe(0);
  },
);

test("YAML aliases that multiply to billions end in a diagnostic", { timeout: 120_000 }, () => {
  const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
  for (let step = 1; step <= 12; step++)
    lines.push(`a${step}: &a${step} [${Array.from({ length: 9 }, () => `*a${step - 1}`).join(", ")}]`);
  const text = `openapi: 3.1.0\ninfo: { title: Bomb, version: "1" }\npaths: {}\nx-bomb:\n${lines.map((line) => `  ${line}\n`).join("")}`;
  const { status, said } = ending(text, "openapi.yaml");
  expect({ status, refused: said.startsWith("refused: ") }).toEqual({ status: 0, refused: true });
});

test(
  "a name of a million letters and a hundred thousand fields are taken or refused, not hung upon",
  { timeout: 120_000 },
  () => {
    const properties = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, index) => [`field${index}`, { type: "string" }]),
    );
    const text = JSON.stringify({
      ...head,
      paths: answering({ type: "object", properties }),
      components: { schemas: { ["N".repeat(1_000_000)]: { type: "string" } } },
    });
    expect(ending(text).status).toBe(0);
  },
);

test("patterns that take for ever to match are not matched while generating", { timeout: 120_000 }, () => {
  const schema = {
    type: "string",
    pattern: "^(([a-z])+.)+[A-Z]([a-z])+$",
    example: "a".repeat(5_000),
    default: "a".repeat(5_000),
  };
  expect(ending(JSON.stringify({ ...head, paths: answering(schema) }))).toEqual({ status: 0, said: "files: true" });
});

test("remote references are refused, and nobody is asked for them", { timeout: 120_000 }, async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/schema.json`;
  for (const schema of [
    { $ref: address },
    { $ref: `${address}#/a` },
    { allOf: [{ $ref: "//127.0.0.1/schema.json" }] },
    { $ref: "file:///etc/passwd" },
    { $ref: "/etc/passwd" },
    { $ref: "../../../../../../etc/passwd" },
  ]) {
    const { status, said } = ending(JSON.stringify({ ...head, paths: answering(schema) }));
    expect({ schema, status, refused: said.startsWith("refused: ") }).toEqual({ schema, status: 0, refused: true });
  }
  const known = ending(
    JSON.stringify({
      ...head,
      $self: address,
      jsonSchemaDialect: address,
      externalDocs: { url: address },
      paths: answering({ $schema: address, $id: address, type: "string" }),
    }),
  );
  expect(known.status).toBe(0);
  expect(asked).toBe(0);
});
