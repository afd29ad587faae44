import { createRequire } from "node:module";

import type { GlobalContext, transformSchemaObject as Transform } from "openapi-typescript";
import type ts from "typescript";

/**
 * The compiler's node factory and openapi-typescript's transform of schemas, both taken as CommonJS. As ES modules Node would
 * compile the nine megabytes of the compiler twice, and the package's main file would load a bundler and a linter that nothing
 * here uses: together that takes as long as all four specs of this repository.
 */

const require = createRequire(import.meta.url);

export const typescript = require("typescript") as typeof ts;

const module = require("openapi-typescript/dist/transform/schema-object.cjs") as { readonly default: typeof Transform };

export const transformSchemaObject: typeof Transform = module.default;
export type TransformContext = GlobalContext;
