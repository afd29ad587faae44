import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { binIn, root } from "../../bin.ts";
import { generate } from "../../generate/generate.ts";
import { workspaceManifest } from "../../generate/package/manifest.ts";
import { SOURCES } from "../../generate/package/sources.ts";
import { TSCONFIG } from "../../new-vendor/package.ts";
import { output } from "../../run/output.ts";
import { folderWith, snapshot } from "../support/folder.ts";

const SPEC = `openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: { title: Shop, version: "1.0" }
servers: [{ url: https://shop.example.com }]
tags: [{ name: Items }]
paths:
  /items:
    get:
      operationId: listItems
      tags: [Items]
      responses:
        "200": { description: Items, content: { application/json: { schema: { type: array, items: { type: string } } } } }
`;

const SHOWN = "specs/shop/openapi.yaml";

/** A repository with one description, and the tools to build its package. */
export function repository(): string {
  const notices = { "packages/shop/THIRD-PARTY-NOTICES.md": "None.\n" };
  const folder = folderWith({ [SHOWN]: SPEC, LICENSE: "Be kind.\n", ...notices });
  for (const file of ["tsconfig.base.json", "tsdown.config.ts"]) copyFileSync(join(root, file), join(folder, file));
  symlinkSync(join(root, "packages/runtime/node_modules"), join(folder, "packages/shop/node_modules"));
  return folder;
}

let made: Promise<Readonly<Record<string, string>>> | undefined;

/** The files of its package as a release would pack them. */
export function shop(): Promise<Readonly<Record<string, string>>> {
  return (made ??= build());
}

async function build(): Promise<Readonly<Record<string, string>>> {
  const folder = repository();
  const home = join(folder, "packages/shop");
  const manifest = workspaceManifest(
    { name: "@x/shop", service: "shop", version: "1.2.3", title: "Shop" },
    { faults: false },
  );
  const { files } = generate("shop", join(folder, SHOWN), SHOWN);
  for (const [file, text] of [
    ...files,
    ...Object.entries(SOURCES),
    ["tsconfig.json", TSCONFIG],
    ["package.json", manifest],
  ] as const) {
    mkdirSync(dirname(join(home, file)), { recursive: true });
    writeFileSync(join(home, file), text);
  }
  const { scripts } = JSON.parse(manifest) as { readonly scripts: { readonly build: string } };
  await output(process.execPath, [binIn(home, "tsdown", "tsdown"), ...scripts.build.split(" ").slice(1)], home);
  return {
    ...Object.fromEntries(Object.entries(snapshot(join(home, "dist"))).map(([file, text]) => [`dist/${file}`, text])),
    "package.json": manifest.replaceAll("workspace:^", "^1.0.0"),
    ...Object.fromEntries([...files].filter(([file]) => file === "openapi.json" || file.startsWith("docs/"))),
    "README.md": "# Shop, in somebody's own words\n",
    LICENSE: "Be kind.\n",
    "THIRD-PARTY-NOTICES.md": "None.\n",
  };
}
