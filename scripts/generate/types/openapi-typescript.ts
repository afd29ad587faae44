import { createRequire, Module } from "node:module";

import { COMPILER, type TypeNode } from "./nodes.ts";

/**
 * openapi-typescript's transform of schemas, taken as CommonJS: the package's main file would load a bundler and a linter that
 * nothing here uses. It builds its types by the compiler's factory of nodes and needs nothing else of the compiler, whose nine
 * megabytes take longer to load than all specs of this repository to generate from; so it is given a factory of plain nodes.
 */

export interface TransformContext {
  readonly [option: string]: unknown;
}

interface Exports {
  readonly default: (schema: object, options: { readonly ctx: TransformContext }) => TypeNode;
}

function loadTransform(): Exports["default"] {
  const require = createRequire(import.meta.url);
  const file = require.resolve("openapi-typescript/dist/transform/schema-object.cjs");
  const compiler = createRequire(file).resolve("typescript");
  const loaded = require.cache[compiler];
  require.cache[compiler] = Object.assign(new Module(compiler), { exports: COMPILER, loaded: true });
  try {
    return (require(file) as Exports).default;
  } finally {
    // Whoever else asks for the compiler gets it.
    if (loaded === undefined) delete require.cache[compiler];
    else require.cache[compiler] = loaded;
  }
}

export const transformSchemaObject: Exports["default"] = loadTransform();
