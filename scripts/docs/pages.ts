import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { OpenApiDocument } from "@vendor-sdks/mock-server";
import { generateService } from "../generate/service.ts";
import { servicesOf } from "../generate/specs.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { jsdocBlocks } from "./jsdoc.ts";
import { filesIn, pagesIn } from "./page-files.ts";
import type { Work } from "./run.ts";

export interface Examples {
  readonly blocks: readonly Block[];
  /** The document of each service, by the name of its package. */
  readonly documents: Work["documents"];
}

/** Every example of the repository: of its pages by hand, of emitted pages, and of emitted operations. */
export function examplesIn(root: string): Examples {
  const services = servicesOf(root);
  const onPages = pagesIn(root).flatMap((file) => blocksOf(file, readFileSync(join(root, file), "utf8")));
  const inSource = services.flatMap((name) => {
    const { model } = generateService(name, root);
    if (model === undefined) throw new Error(`The spec of ${name} is wrong: \`pnpm generate ${name}\` says why`);
    return ["groups", "operations"]
      .flatMap((folder) => filesIn(root, `packages/${name}/src/generated/${folder}`, ".ts"))
      .flatMap((file) => jsdocBlocks(file, readFileSync(join(root, file), "utf8"), model, `@vendor-sdks/${name}`));
  });
  const documents = services.map((name) => {
    const text = readFileSync(join(root, "packages", name, "openapi.json"), "utf8");
    return [`@vendor-sdks/${name}`, JSON.parse(text) as OpenApiDocument] as const;
  });
  return { blocks: [...onPages, ...inSource], documents: Object.fromEntries(documents) };
}
