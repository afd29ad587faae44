import { vendorNames } from "../../scripts/mock/vendor.ts";
import { explorersOf, type Explorer } from "../.vitepress/explorer.ts";
import { noteOf } from "../.vitepress/explorer-note.ts";

interface Route {
  readonly params: Explorer;
  readonly content: string;
}

/** A page for each vendor. */
const routes: { readonly paths: () => readonly Route[] } = {
  paths: () => explorersOf(vendorNames()).map((explorer) => ({ params: explorer, content: noteOf(explorer) })),
};

export default routes;
