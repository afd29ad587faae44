import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";
import { generate, type Generated } from "../../generate/generate.ts";
import { repository } from "../emit/repository.ts";
import { SPEC } from "../emit/spec.ts";

function generated(text: string): Generated {
  const { root } = repository({ shop: text });
  return generate("shop", join(root, "specs/shop/openapi.yaml"), "specs/shop/openapi.yaml");
}

function pagesOf(text: string): ReadonlyMap<string, string> {
  const { files, diagnostics } = generated(text);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return new Map([...files].filter(([file]) => file.startsWith("docs/")));
}

function changed(before: string, after: string): string[] {
  expect(after).not.toBe(before);
  const [old, fresh] = [pagesOf(before), pagesOf(after)];
  const files = [...new Set([...old.keys(), ...fresh.keys()])].filter((file) => old.get(file) !== fresh.get(file));
  return files.toSorted((a, b) => (a < b ? -1 : 1));
}

test("there is a page that leads to all, one for each operation and one for each model", () => {
  const pages = pagesOf(SPEC);
  expect([...pages.keys()]).toEqual([
    "docs/README.md",
    "docs/operations/listThings.md",
    "docs/operations/deleteThings.md",
    "docs/operations/deleteThing.md",
    "docs/models/Problem.md",
    "docs/models/Thing.md",
    "docs/models/Things.md",
  ]);
  const index = pages.get("docs/README.md");
  expect(index).toContain("| [listThings](operations/listThings.md) | `GET /things` | List things |");
  expect(index).toContain("All paths are below `https://{host}/v1`. `ShopClient` takes what is in braces as options");
  expect(index).toContain("| `host` |  | Name of the shop. |");
  expect(index).toContain("Sent as bearer token.\n");
  expect(index).toContain("| `token` | `SHOP_TOKEN` | yes | Secret. |");
  for (const page of pages.values()) expect(page).toContain("Made from `specs/shop/openapi.yaml`");
});

test("the page of an operation says how it is called and what comes of it", () => {
  const page = pagesOf(SPEC).get("docs/operations/listThings.md") ?? "";
  for (const line of [
    'import { isApiError, ShopClient } from "@vendor-sdks/shop";',
    'const shop = new ShopClient({ host: "shop.example.com", credentials: { token: "example-token" } });',
    "const data = await shop.things.listThings();",
    'await shop.things.listThings({ colours: ["red", "blue"] });',
    "| `colours` | query | `string`\\[\\] |  | Colours. |",
    "[Things](../models/Things.md)",
    "from `/things`, by moving `offset`, 100 at a time by `limit` unless that is given",
    "- Token (bearer token): given by `{ token }`",
    "| `404` | None. | none |  |",
    "| any other | Wrong. | [Problem](../models/Problem.md) as `application/json` |  |",
    'if (!isApiError(error, "listThings")) throw error;',
    "`GET` may be repeated",
  ])
    expect(page).toContain(line);
  expect(page).toContain('```text\n{\n  "things": [\n    {\n      "id": "a"\n    },');
});

test("each status that is an error has its guard, and the type of its body", () => {
  const more =
    '"409": { description: Taken., content: { application/json: { schema: { $ref: "#/components/schemas/problem" } }, text/plain: { schema: { type: string } } } }';
  const page = pagesOf(
    SPEC.replace('"404": { description: None. }\n', `"404": { description: None. }\n        ${more}\n`),
  );
  expect(page.get("docs/operations/listThings.md")).toContain(
    '| `isApiError(error, "listThings", 404)` | none |\n| `isApiError(error, "listThings", 409)` | [Problem](../models/Problem.md) \\| `string` |\n',
  );
});

test("an operation that lies elsewhere says where", () => {
  const elsewhere = "operationId: listThings\n      servers: [{ url: https://lists.example.com/v2 }]\n";
  const pages = pagesOf(SPEC.replace("operationId: listThings\n", elsewhere));
  expect(pages.get("docs/operations/listThings.md")).toContain(
    "- Below `https://lists.example.com/v2`, unlike the others",
  );
  expect(pages.get("docs/operations/deleteThing.md")).not.toContain("unlike the others");
});

test("an argument that must not be forgotten stands in the example, and its absence in a caution", () => {
  const page = pagesOf(SPEC).get("docs/operations/deleteThings.md") ?? "";
  expect(page).toContain('await shop.things.deleteThings({ owner: "ann" });');
  expect(page).toContain(
    "> **Caution.** Without an owner all things go. So a call must give `owner` or `everyThing: true`.",
  );
  expect(page).toContain("| `owner` | query | `string` | this or `everyThing` | Whose. |");
  expect(page).toContain("| `everyThing` | not sent | `true` | this or `owner` | Without an owner all things go. |");
});

const MODELS = `openapi: 3.1.0
info: { title: Models, version: "1" }
paths:
  /trees:
    post:
      operationId: plant
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/tree" } } } }
      responses:
        "200":
          description: Done.
          headers: { X-Left: { description: How many more., schema: { type: integer, minimum: 0 } } }
          content: { application/json: { schema: { $ref: "#/components/schemas/tree" } } }
  /old: { get: { operationId: old, deprecated: true, description: "Use \`plant\`.", responses: { "204": { description: Done. } } } }
components:
  schemas:
    base: { type: object, required: [id], properties: { id: { type: string, readOnly: true, description: Its id. } } }
    tree:
      description: A tree.
      x-sdk-source: { from: "example.com/docs", version: "2", confidence: observed, note: Seen once }
      allOf:
        - { $ref: "#/components/schemas/base" }
        - type: object
          required: [kind]
          properties:
            kind: { type: string, enum: [oak, "a|b"], default: oak }
            secret: { type: string, writeOnly: true, minLength: 3, maxLength: 9 }
            token: { type: string, x-sdk-sensitive: true }
            height: { type: [number, "null"], minimum: 0, deprecated: true }
            place: { type: object, required: [x], properties: { x: { type: integer, format: int64 } } }
            branches: { type: array, items: { $ref: "#/components/schemas/tree" } }
            tags: { type: object, additionalProperties: { type: string } }
            either: { oneOf: [{ $ref: "#/components/schemas/base" }, { type: string }] }
`;

test("the page of a model has every field with what is to be known of it", () => {
  const page = pagesOf(MODELS).get("docs/models/Tree.md") ?? "";
  for (const line of [
    "# Tree",
    "what answers hold · `tree` in the spec, which is also [TreeInput](../models/TreeInput.md)",
    "Source: example.com/docs (2, observed). Seen once.",
    "| `id` | `string` | yes | From [Base](../models/Base.md). Its id. Read-only. |",
    '| `kind` | `"oak"` \\| `"a\\|b"` | yes | Other values may come. Default: `"oak"`. |',
    "| `token` | `string` |  | Never shown in logs and errors. |",
    "| `height` | `number` \\| `null` |  | **Deprecated.** Range: at least 0. |",
    "| `place` | `object` |  |  |",
    "| `place.x` | `number` | yes | Format: int64. |",
    "| `branches` | [Tree](../models/Tree.md)\\[\\] |  |  |",
    "| `tags` | Record\\<string, `string`\\> |  |  |",
    "| `either` | [Base](../models/Base.md) \\| `string` |  |  |",
  ])
    expect(page).toContain(line);
  expect(page).not.toContain("`secret`");
  const input = pagesOf(MODELS).get("docs/models/TreeInput.md") ?? "";
  expect(input).toContain("| `secret` | `string` |  | Length: 3 to 9. Write-only. Never shown in logs and errors. |");
  expect(input).toContain('| `kind` | `"oak"` \\| `"a\\|b"` | yes | Default: `"oak"`. |');
});

test("headers of answers are told, and what stands in for a deprecated operation", () => {
  const pages = pagesOf(MODELS);
  expect(pages.get("docs/operations/plant.md")).toContain(
    "| `X-Left` | `200` | `number` | How many more. Range: at least 0. |",
  );
  expect(pages.get("docs/operations/old.md")).toContain("> **Deprecated.** Named in its place: [plant](plant.md).");
});

test("an argument without an example gets a sample of its schema, so that the call is whole", () => {
  expect(pagesOf(MODELS).get("docs/operations/plant.md")).toContain('shop.api.plant({ body: { kind: "oak" } })');
  const { files } = generated(MODELS);
  expect(files.get("src/generated/groups/api.ts")).toContain(
    '* const data = await shop.api.plant({ body: { kind: "oak" } });',
  );
});

test("a call that no declared answer lets succeed is asked for a value", () => {
  const spec = MODELS.replace('"204": { description: Done. }', '"302": { description: Elsewhere. }');
  expect(pagesOf(spec).get("docs/operations/old.md")).toContain(
    "const result = await shop.api.old().result();\nconsole.log(result.status);",
  );
  expect(generated(spec).files.get("src/generated/operations/api.ts")).toContain(
    "* const result = await old(core).result();",
  );
});

test("what the spec says of one thing changes the pages of that thing", () => {
  expect(changed(SPEC, SPEC.replace("Colours.", "All colours."))).toEqual(["docs/operations/listThings.md"]);
  expect(changed(SPEC, SPEC.replace("summary: Delete a thing", "summary: Drop a thing"))).toEqual([
    "docs/README.md",
    "docs/operations/deleteThing.md",
  ]);
  expect(changed(SPEC, SPEC.replace("why: { type: string }", "why: { type: string, maxLength: 9 }"))).toEqual([
    "docs/models/Problem.md",
  ]);
  expect(changed(SPEC, SPEC.replace("Ends */ here", "Ends here"))).toEqual(["docs/models/Thing.md"]);
});

test("a page that is edited or left over is drift, and generating puts it right", () => {
  const { root, put, generate: run } = repository({ shop: SPEC });
  const docs = join(root, "packages/shop/docs");
  expect(run().code).toBe(0);
  expect(run("--check").code).toBe(0);
  put("packages/shop/docs/operations/gone.md", "left over");
  put("packages/shop/docs/guide.md", "by hand");
  writeFileSync(join(docs, "models/Thing.md"), "edited");
  expect(run("--check")).toMatchObject({ code: 1 });
  expect(run("--check").stderr).toContain("packages/shop/docs/models/Thing.md (changed)");
  expect(run("--check").stderr).toContain("packages/shop/docs/operations/gone.md (stale)");
  expect(run().stdout).toContain("removed docs/operations/gone.md");
  expect(existsSync(join(docs, "operations/gone.md"))).toBe(false);
  expect(readFileSync(join(docs, "models/Thing.md"), "utf8")).toContain("# Thing");
  expect(readdirSync(docs).toSorted()).toEqual(["README.md", "guide.md", "models", "operations"]);
});

test("names that file systems do not take, or take for one, get files of their own", () => {
  const names = ["con", "readme", "aPet", "Apet", "日本"];
  const paths = names.map(
    (name, index) =>
      `  /p${index}: { get: { operationId: "${name}", responses: { "204": { description: Done. } } } }\n`,
  );
  const pages = pagesOf(`openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths:\n${paths.join("")}`);
  const files = [...pages.keys()].filter((file) => file.startsWith("docs/operations/"));
  expect(files).toHaveLength(5);
  expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(5);
  for (const file of files) expect(file).toMatch(/^docs\/operations\/[\w-]+\.md$/);
  expect(files.filter((file) => /\/(?:con|readme)\.md$/i.test(file))).toEqual([]);
});

test("what extends or holds itself has a page that ends", () => {
  const page = pagesOf(`openapi: 3.1.0
info: { title: T, version: "1" }
paths: {}
components:
  schemas:
    a: { allOf: [{ $ref: "#/components/schemas/b" }], properties: { x: { $ref: "#/components/schemas/a" } } }
    b: { allOf: [{ $ref: "#/components/schemas/a" }], properties: { y: { type: array, items: { $ref: "#/components/schemas/b" } } } }
`).get("docs/models/A.md");
  expect(page).toContain("| `x` | [A](../models/A.md) |");
  expect(page).toContain("| `y` | [B](../models/B.md)\\[\\] |");
});
