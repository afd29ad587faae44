import { expect, test } from "vitest";
import { fileProblems } from "../../release/checks/files.ts";
import { undeclaredImports } from "../../release/checks/imports.ts";
import { namedPlaces } from "../../release/checks/places.ts";
import { foreignRanges } from "../../release/checks/ranges.ts";
import { installScripts } from "../../release/checks/scripts.ts";
import type { TarballFile } from "../../tarball/read.ts";

const MANIFEST = {
  name: "@x/shop",
  exports: { ".": { types: "./dist/index.d.mts", default: "./dist/index.mjs" }, "./openapi.json": "./openapi.json" },
  dependencies: { "@x/runtime": "^1.0.0" },
};

const WHOLE: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify(MANIFEST),
  "README.md": "",
  "CHANGELOG.md": "",
  LICENSE: "",
  "THIRD-PARTY-NOTICES.md": "",
  "openapi.json": "{}",
  "dist/index.mjs": 'import { a } from "./part.mjs";\nimport "@x/runtime";\n//# sourceMappingURL=index.mjs.map',
  "dist/index.mjs.map": "{}",
  "dist/part.mjs": "export const a = 1;",
  "dist/index.d.mts": 'export type { A } from "./types.mjs";',
  "dist/types.d.mts": "export type A = 1;",
};

function files(changes: Readonly<Record<string, string | undefined>> = {}): TarballFile[] {
  return Object.entries({ ...WHOLE, ...changes }).flatMap(([path, text]) =>
    text === undefined ? [] : [{ path, bytes: Buffer.from(text) }],
  );
}

test("a package with what its exports reach, and what every package has, is in order", () => {
  expect(fileProblems(files())).toEqual([]);
});

test.each([
  ["dist/old-chunk.mjs", "", "dist/old-chunk.mjs is in the package, and nothing refers to it"],
  [".env", "SECRET=1", ".env is in the package, and nothing refers to it"],
  ["src/index.ts", "", "src/index.ts is in the package, and nothing refers to it"],
  ["dist/part.mjs", undefined, "dist/part.mjs is missing"],
  ["dist/index.mjs.map", undefined, "dist/index.mjs.map is missing"],
  ["dist/types.d.mts", undefined, "dist/types.d.mts is missing"],
  ["LICENSE", undefined, "LICENSE is missing"],
  ["openapi.json", undefined, "openapi.json is missing"],
])("the list of files notices %s", (path, text, problem) => {
  expect(fileProblems(files({ [path]: text }))).toEqual([problem]);
});

test("the declarations of a command belong to it", () => {
  const manifest = JSON.stringify({ ...MANIFEST, bin: { shop: "./dist/cli.mjs" } });
  const more = { "package.json": manifest, "dist/cli.mjs": "", "dist/cli.d.mts": "" };
  expect(fileProblems(files(more))).toEqual([]);
});

test.each([
  ["dist/part.mjs", 'import ky from "ky";', "dist/part.mjs imports ky, and package.json declares no ky"],
  ["dist/part.mjs", 'const a = await import("ky/x");', "dist/part.mjs imports ky/x, and package.json declares no ky"],
  [
    "dist/types.d.mts",
    'export type A = import("@y/z").A;',
    "dist/types.d.mts imports @y/z, and package.json declares no @y/z",
  ],
  [
    "dist/types.d.mts",
    '/// <reference types="node" />',
    "dist/types.d.mts imports node, and package.json declares no node",
  ],
])("an import in %s that package.json does not declare is found: %s", (path, text, problem) => {
  expect(undeclaredImports(files({ [path]: text }))).toEqual([problem]);
});

test.each(['import "@x/runtime/node";', 'import "node:fs";', 'import "@x/shop/operations";', 'import "./other.mjs";'])(
  "%s needs no declaration of its own",
  (text) => {
    expect(undeclaredImports(files({ "dist/part.mjs": text }))).toEqual([]);
  },
);

test("a devDependency is no declaration: users do not have it", () => {
  const manifest = JSON.stringify({ ...MANIFEST, devDependencies: { ky: "1.0.0" } });
  const list = files({ "package.json": manifest, "dist/part.mjs": 'import "ky";' });
  expect(undeclaredImports(list)).toEqual(["dist/part.mjs imports ky, and package.json declares no ky"]);
});

test.each(["workspace:^", "catalog:", "file:../runtime", "*", "latest"])("the range %s is none for users", (range) => {
  const manifest = JSON.stringify({ ...MANIFEST, dependencies: { "@x/runtime": range } });
  expect(foreignRanges(files({ "package.json": manifest }))).toEqual([
    `dependencies: @x/runtime: ${range} is no range of versions`,
  ]);
});

test.each(["preinstall", "install", "postinstall"])("a script that runs on installation is found: %s", (name) => {
  const manifest = JSON.stringify({ ...MANIFEST, scripts: { build: "tsdown", [name]: "node setup.mjs" } });
  expect(installScripts(files({ "package.json": manifest }))).toEqual([
    `package.json runs "node setup.mjs" on installation (${name})`,
  ]);
});

test("a map that names the folder it was built in is found", () => {
  const list = files({ "dist/index.mjs.map": '{"sources":["/home/me/shop/src/a.ts"]}' });
  expect(namedPlaces(list, ["/home/me/shop"])).toEqual(["dist/index.mjs.map names the folder /home/me/shop"]);
});
