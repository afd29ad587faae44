import { join } from "node:path";

import { expect, test } from "vitest";
import { generate } from "../../generate/generate.ts";
import { repository } from "./repository.ts";

// Three groups, one of them unlisted, security of all kinds, a derived name, shared schemas.
const HEAD = `openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: "https://{host}" }]
tags: [{ name: Things }, { name: Owners }]
`;
const PATHS = `paths:
  /things:
    get: { operationId: listThings, tags: [Things], security: [{ Token: [] }], responses: { 200: { $ref: "#/components/responses/Thing" } } }
  /things/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { tags: [Things], security: [{ Key: [] }], responses: { 200: { $ref: "#/components/responses/Thing" } } }
  /owners:
    get: { operationId: listOwners, tags: [Owners], security: [{ Token: [] }, {}], responses: { 200: { $ref: "#/components/responses/Thing" } } }
    post: { operationId: createOwner, tags: [Owners], security: [], responses: { 204: { description: Done. } } }
  /ping:
    get: { operationId: ping, tags: [zeta], responses: { 204: { description: Done. } } }
`;
const COMPONENTS = `components:
  securitySchemes:
    Key: { type: apiKey, in: header, name: X-Key }
    Token: { type: http, scheme: bearer }
  responses:
    Thing: { description: A thing., content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
  schemas:
    Thing: { type: object, properties: { id: { type: string }, next: { $ref: "#/components/schemas/thingId" } } }
    thingId: { type: string }
`;

function emitted(text: string): ReadonlyMap<string, string> {
  const { root } = repository({ shop: text });
  const { files, diagnostics } = generate("shop", join(root, "specs/shop/openapi.yaml"), "specs/shop/openapi.yaml");
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return files;
}

/** The files in which two documents' packages differ, below src/generated; those that hold the whole document, and the pages, aside. */
function changed(before: string, after: string): string[] {
  const [old, fresh] = [emitted(before), emitted(after)];
  const files = [...new Set([...old.keys(), ...fresh.keys()])].filter((file) => old.get(file) !== fresh.get(file));
  return files
    .filter((file) => !["openapi.json", "test/generated/cases.json", "src/generated/paths.ts"].includes(file))
    .filter((file) => !file.startsWith("docs/"))
    .map((file) => file.replace("src/generated/", ""))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

/** The lines of a file that were there and are no more. */
function lost(file: string, before: string, after: string): string[] {
  const fresh = new Set(emitted(after).get(file)?.split("\n"));
  return (emitted(before).get(file) ?? "")
    .split("\n")
    .filter((line) => !fresh.has(line) && !line.startsWith("// sha256"));
}

const INDEXES = ["index.ts", "operations/index.ts", "results.ts"];
const ROOTS = ["", "security: [{ Token: [] }, { Key: [] }]\n"];
const ADDED = [
  ["a name of its own and the security of others", "operationId: addThing, tags: [Things], security: [{ Token: [] }]"],
  ["no name", "tags: [Things], security: [{ Token: [] }]"],
  ["security of its own", "operationId: addThing, tags: [Things], security: [{ Token: [], Key: [] }, { Token: [] }]"],
  ["no need of credentials", "operationId: addThing, tags: [Things], security: []"],
] as const;

test.each(ROOTS.flatMap((root) => ADDED.map(([what, says]) => [what, says, root] as const)))(
  "an operation with %s changes its group, the indexes and nothing else",
  (_, says, root) => {
    const before = HEAD + root + PATHS + COMPONENTS;
    // Ahead of all others, so that nothing may go by the order.
    const operation = `  /a: { post: { ${says}, responses: { 204: { description: Done. } } } }\n`;
    const files = changed(before, before.replace("paths:\n", `paths:\n${operation}`));
    const extra = says.includes("Key") ? ["credentials.ts", "standalone.ts"] : [];
    expect(files).toEqual(
      [...extra, "groups/things.ts", ...INDEXES, "operations/things.ts"].toSorted((a, b) => (a < b ? -1 : 1)),
    );
  },
);

test("several operations with other security do not change what the others say", () => {
  const before = HEAD + PATHS + COMPONENTS;
  const many = [1, 2, 3, 4, 5].map(
    (n) =>
      `  /a${n}: { get: { operationId: a${n}, tags: [Things], security: [{ Key: [] }], responses: { 204: { description: Done. } } } }\n`,
  );
  const after = before.replace("paths:\n", `paths:\n${many.join("")}`);
  expect(changed(before, after)).toEqual([
    "groups/things.ts",
    "index.ts",
    "operations/index.ts",
    "operations/things.ts",
    "results.ts",
  ]);
});

test("a group that is added changes the client and the indexes, and moves no other group", () => {
  const before = HEAD + PATHS + COMPONENTS;
  const operation =
    "  /a: { post: { operationId: addMore, tags: [Another], responses: { 204: { description: Done. } } } }\n";
  const after = before.replace("paths:\n", `paths:\n${operation}`);
  expect(changed(before, after)).toEqual(
    ["client.ts", "groups/another.ts", ...INDEXES, "operations/another.ts"].toSorted((a, b) => (a < b ? -1 : 1)),
  );
  for (const file of ["client.ts", ...INDEXES]) expect(lost(`src/generated/${file}`, before, after)).toEqual([]);
});

test("a schema that is added renames nothing", () => {
  const before = HEAD + PATHS + COMPONENTS;
  const after = before.replace(
    "  schemas:\n",
    "  schemas:\n    Added: { type: object, properties: { thing: { $ref: '#/components/schemas/Thing' } } }\n",
  );
  for (const file of ["src/generated/types.ts", "src/generated/operations/things.ts"]) {
    expect(lost(file, before, after)).toEqual([]);
  }
});
