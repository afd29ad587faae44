import { createRequire, Module } from "node:module";

import { escapeToken, parsePointer } from "../load/pointer.ts";
import { COMPILER, type TypeNode } from "./nodes.ts";

/**
 * openapi-typescript's transform of schemas, taken as CommonJS: the package's main file would load a bundler and a linter that
 * nothing here uses. The transform itself needs little of what it loads: of the compiler, whose nine megabytes take as long as
 * two specs, the factory of nodes; of the linter, how references are split. It is given these alone.
 */
const GIVEN = {
  typescript: COMPILER,
  "@redocly/openapi-core/lib/ref-utils.js": {
    parseRef: (ref: string): object => ({ uri: null, pointer: parsePointer(ref.split("#")[1] ?? "") }),
    escapePointer: escapeToken,
  },
};

export interface TransformContext {
  readonly [option: string]: unknown;
}

interface Exports {
  readonly default: (schema: object, options: { readonly ctx: TransformContext }) => TypeNode;
}

function loadTransform(): Exports["default"] {
  const require = createRequire(import.meta.url);
  const file = require.resolve("openapi-typescript/dist/transform/schema-object.cjs");
  const { resolve } = createRequire(file);
  const given = Object.entries(GIVEN).map(([name, exports]) => {
    const id = resolve(name);
    return { id, loaded: require.cache[id], instead: Object.assign(new Module(id), { exports, loaded: true }) };
  });
  for (const { id, instead } of given) require.cache[id] = instead;
  try {
    return (require(file) as Exports).default;
  } finally {
    // Whoever else asks for them gets the whole.
    for (const { id, loaded } of given) {
      if (loaded === undefined) delete require.cache[id];
      else require.cache[id] = loaded;
    }
  }
}

export const transformSchemaObject: Exports["default"] = loadTransform();
