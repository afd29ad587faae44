import { existsSync } from "node:fs";
import { join } from "node:path";

import { servicesOf } from "../../scripts/generate/specs.ts";

/** Services that have a page of the explorer: all, if the repository has what the pages are made of. */
export function exploredServices(root: string): string[] {
  return existsSync(join(root, "docs/explorer/[vendor].md")) ? servicesOf(root) : [];
}

/** Where the page would lie if it were a file. */
export function explorerPage(service: string): string {
  return `docs/explorer/${service}.md`;
}
