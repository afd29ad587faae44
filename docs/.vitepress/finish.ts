import { linkFaults } from "../../scripts/docs/links.ts";
import { builtFaults } from "./built.ts";
import type { Repository } from "./links.ts";
import { type Site, writeLlms } from "./llms.ts";

/** What a build ends with: the files for programs, and the checks of what was built. */
export function finish(folder: string, repository: Repository, site: Site, base: string): void {
  const { root, pages } = repository;
  writeLlms(folder, repository, site);
  // The sources first: they have lines.
  const broken = linkFaults(root, [...pages]);
  const faults = broken.length > 0 ? broken : builtFaults(folder, base);
  if (faults.length > 0) throw new Error(`What was built is not whole:\n${faults.join("\n")}`);
}
