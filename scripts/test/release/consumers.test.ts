import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../bin.ts";
import { ALL_RESOLUTIONS, typeCheck } from "../../release/consumers/compile.ts";
import { folderWith } from "../support/folder.ts";

const TSC = join(root, "packages/runtime/node_modules/typescript/bin/tsc");

/** Stands for the types of Node, which a consumer installs. */
const NODE_TYPES = {
  "node_modules/@types/node/package.json": JSON.stringify({
    name: "@types/node",
    version: "1.0.0",
    types: "index.d.ts",
  }),
  "node_modules/@types/node/index.d.ts": "declare const process: unique symbol;",
};

const PACKAGE = {
  "node_modules/@x/shop/package.json": JSON.stringify({
    name: "@x/shop",
    version: "1.0.0",
    type: "module",
    exports: { ".": { types: "./index.d.mts", default: "./index.mjs" } },
  }),
  "node_modules/@x/shop/index.d.mts": "export declare function price(item: string): number;\n",
  "package.json": JSON.stringify({ type: "module" }),
};

const PROGRAM = { "src/main.ts": 'import { price } from "@x/shop";\nexport const total: number = price("tea");\n' };

test.each(ALL_RESOLUTIONS)("a program that uses a package as it is meant to passes, by %s", async (resolution) => {
  const folder = folderWith({ ...NODE_TYPES, ...PACKAGE, ...PROGRAM });
  expect(await typeCheck(folder, TSC, resolution)).toMatch(/^TypeScript \d/);
});

test.each([
  ["the program no longer fits the package", { "src/main.ts": PROGRAM["src/main.ts"].replace('"tea"', "1") }, "TS2345"],
  [
    "the package's own declarations are wrong",
    { "node_modules/@x/shop/index.d.mts": "export declare function price(item: Item): number;\n" },
    "TS2304",
  ],
  [
    "the package imports what is not installed",
    {
      "node_modules/@x/shop/index.d.mts":
        'import type { Item } from "gone";\nexport declare function price(item: Item): number;\n',
    },
    "TS2307",
  ],
])("type-checking fails where %s", async (_, change, code) => {
  const folder = folderWith({ ...NODE_TYPES, ...PACKAGE, ...PROGRAM, ...change });
  await expect(typeCheck(folder, TSC, "nodenext")).rejects.toThrow(code);
});
