import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";
import { readmeSections } from "../../generate/package/sections.ts";
import { framed, withSections } from "../../generate/package/splice.ts";
import { generateService } from "../../generate/service.ts";
import { repository } from "../emit/repository.ts";
import { SPEC } from "../emit/spec.ts";

const NAMES = ["credentials", "operations", "compatibility", "further"];
const README = `# Shop\n\nBy hand.\n\n${NAMES.map((name) => framed(name, "")).join("\n")}\nBy hand, too.\n`;

function sectionsOf(spec: string): Map<string, string> {
  const { root } = repository({ shop: spec });
  const { model, split } = generateService("shop", root);
  if (model === undefined || split === undefined) throw new Error("the spec is wrong");
  return readmeSections(model, split, "@vendor-sdks/shop");
}

test("a README by hand has its sections made, and keeps what stands around them", () => {
  const { root, put, generate } = repository({ shop: SPEC });
  put("packages/shop/README.md", README);
  expect(generate("--check").stderr).toContain("packages/shop/README.md (changed)");
  expect(generate().code).toBe(0);
  const text = readFileSync(join(root, "packages/shop/README.md"), "utf8");
  expect(text).toMatch(/^# Shop\n\nBy hand\.\n\n<!-- prettier-ignore-start -->\n/);
  expect(text).toMatch(/<!-- prettier-ignore-end -->\n\nBy hand, too\.\n$/);
  expect(text).toContain("| [things.listThings](docs/operations/listThings.md) | `GET /things` | List things |");
  expect(generate("--check").code).toBe(0);
  put("packages/shop/README.md", text.replace("List things", "List all"));
  expect(generate("--check").stderr).toContain("packages/shop/README.md (changed)");
});

test("each kind of credentials has an example with what it prints, whose secrets come from the environment", () => {
  const spec = SPEC.replace("fields: { token: {} }", "fields: { token: {}, account: { secret: false } }");
  expect(sectionsOf(spec).get("credentials")).toContain(`### \`{ account, token }\`

A token.

Sent as bearer token.

\`\`\`ts
import { ShopClient } from "@vendor-sdks/shop";

const shop = new ShopClient({
  host: "shop.example.com",
  credentials: { account: "example-account", token: process.env.SHOP_TOKEN ?? "" },
});

const { response } = await shop.things.listThings().withResponse();
console.log(response.status);
await shop.close();
\`\`\`

\`\`\`text
200
\`\`\`
`);
});

test("an example that would ask a server of its own for a token is not run", () => {
  const spec = `openapi: 3.1.0
info: { title: T, version: "7" }
paths: { /a: { get: { operationId: a, security: [{ O: [] }], responses: { "204": { description: Done. } } } } }
components:
  securitySchemes: { O: { type: oauth2, flows: { clientCredentials: { tokenUrl: "https://id.example.com/token", scopes: {} } } } }
`;
  const sections = sectionsOf(spec);
  expect(sections.get("credentials")).toContain('```ts no-run="its token comes from a server of its own"');
  expect(sections.get("compatibility")).toContain("made from version 7 of the service's own description");
});

test("a package without credentials shows a first call", () => {
  const spec = SPEC.replace("security: [{ Token: [] }]\n", "")
    .replace(/x-sdk-credentials:\n.*\n/, "")
    .replace(/ {2}securitySchemes.*\n/, "");
  expect(sectionsOf(spec).get("credentials")).toContain(
    '## A first call\n\n```ts\nimport { ShopClient } from "@vendor-sdks/shop";\n\nconst shop = new ShopClient({ host: "shop.example.com" });',
  );
});

test("operations are listed by the release that their source speaks of", () => {
  const source = 'x-sdk-source: { from: the pages, version: "2.1", confidence: observed }';
  const spec = SPEC.replace("operationId: listThings\n", `operationId: listThings\n      ${source}\n`);
  const section = sectionsOf(spec).get("compatibility");
  expect(section).toContain("| 2\\.1 | `listThings` | observed |");
  expect(section).toContain("| no release named | `deleteThings`, `deleteThing` | without a source |");
});

test.each([
  ["without a section", README.replace(framed("operations", ""), ""), 1, "It has no section operations"],
  [
    "with a section without an end",
    README.replace("<!-- end of further -->", ""),
    27,
    "The section further has no end",
  ],
  ["with a section twice", README + framed("further", ""), 35, "The section further stands there a second time"],
  ["with another section", README + framed("more", ""), 35, "The section more is none that is made"],
])("nothing is written beside a README %s, whose place is told", (_, text, line, message) => {
  const { root, put, generate } = repository({ shop: SPEC });
  put("packages/shop/README.md", text);
  const { code, stderr } = generate();
  expect(code).toBe(1);
  expect(stderr).toContain(`packages/shop/README.md:${line}:1 error [misplaced-section] ${message}\n`);
  expect(readFileSync(join(root, "packages/shop/README.md"), "utf8")).toBe(text);
});

test("sections that are made twice are the same, whatever their texts show", () => {
  const sections = new Map([...sectionsOf(SPEC), ["further", "```\n<!-- end of further -->\n```\n"]]);
  const once = withSections(README, sections);
  expect(withSections(String(once), sections)).toBe(once);
});
