import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { OpenApiDocument } from "@vendor-sdks/mock-server";
import { generateService } from "../generate/service.ts";
import { servicesOf } from "../generate/specs.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { docBlocks, operationBlocks } from "./jsdoc.ts";
import { filesIn, pagesIn } from "./page-files.ts";
import type { Work } from "./run.ts";

export interface Examples {
  readonly blocks: readonly Block[];
  /** The document of each service, by the name of its package. */
  readonly documents: Work["documents"];
}

const OPERATIONS = /\/src\/generated\/(?:groups|operations)\//;

/** Every example of the repository: of its pages by hand, of emitted pages, and of doc comments. */
export function examplesIn(root: string): Examples {
  const services = servicesOf(root);
  const onPages = pagesIn(root).flatMap((file) => blocksOf(file, readFileSync(join(root, file), "utf8")));
  const inSource = services.flatMap((name) => {
    const { model } = generateService(name, root);
    if (model === undefined) throw new Error(`The spec of ${name} is wrong: \`pnpm generate ${name}\` says why`);
    return filesIn(root, `packages/${name}/src`, ".ts")
      .filter((file) => OPERATIONS.test(file))
      .flatMap((file) => operationBlocks(file, readFileSync(join(root, file), "utf8"), model, `@vendor-sdks/${name}`));
  });
  const elsewhere = readdirSync(join(root, "packages"))
    .flatMap((name) => filesIn(root, `packages/${name}/src`, ".ts"))
    // Types have examples that are values of the spec.
    .filter((file) => !file.includes("/src/generated/"))
    .flatMap((file) => docBlocks(file, readFileSync(join(root, file), "utf8")));
  const documents = services.map((name) => {
    const text = readFileSync(join(root, "packages", name, "openapi.json"), "utf8");
    return [`@vendor-sdks/${name}`, JSON.parse(text) as OpenApiDocument] as const;
  });
  return { blocks: [...onPages, ...inSource, ...elsewhere], documents: Object.fromEntries(documents) };
}
