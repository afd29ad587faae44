import { explorersOf } from "./explorer.ts";
import { noteOf } from "./explorer-note.ts";
import { exploredServices, explorerPage } from "./explorer-pages.ts";

/** A page of the site that is made when the site is built. */
export interface MadePage {
  /** Where it would lie in the repository, which is what its links go by. */
  readonly page: string;
  readonly summary: string;
  /** What a program can read of it, as Markdown. */
  readonly text: string;
}

/** The pages of the explorer: what Scalar shows on them stands in the references, too. */
export function madePages(root: string): MadePage[] {
  return explorersOf(exploredServices(root)).map((explorer) => ({
    page: explorerPage(explorer.vendor),
    summary: explorer.summary,
    text: noteOf(explorer),
  }));
}
