import { existsSync } from "node:fs";
import { join } from "node:path";

import { servicesOf } from "../../scripts/generate/specs.ts";

/** The page of the explorer of each service, if the repository has what they are made of. */
export function explorerPages(root: string): (readonly [service: string, page: string])[] {
  if (!existsSync(join(root, "docs/explorer/[vendor].md"))) return [];
  return servicesOf(root).map((service) => [service, `docs/explorer/${service}.md`]);
}
