import { linkFaults } from "../../scripts/docs/links.ts";
import { builtFaults } from "./built.ts";
import { entriesOf, type Contents } from "./contents.ts";
import type { Repository } from "./links.ts";
import { type Site, untold, writeLlms } from "./llms.ts";

/** What a build ends with: the files for programs, and the checks of what was built. */
export function finish(folder: string, repository: Repository, site: Site, base: string): void {
  const { root, pages } = repository;
  writeLlms(folder, repository, site);
  // The sources first: they have lines.
  const inSources = [...linkFaults(root, [...pages]), ...unlisted(site.contents, pages)];
  const faults = inSources.length > 0 ? inSources : [...builtFaults(folder, base), ...untold(folder, site.address)];
  if (faults.length > 0) throw new Error(`What was built is not whole:\n${faults.join("\n")}`);
}

/** Pages that only their readers would find who know the address. */
function unlisted(contents: Contents, pages: ReadonlySet<string>): string[] {
  const listed = new Set(entriesOf(contents).map(({ page }) => page));
  return [...pages]
    .filter((page) => !listed.has(page))
    .map((page) => `${page} is in no list of pages: name it on docs/README.md, or on the first page of its reference`);
}
