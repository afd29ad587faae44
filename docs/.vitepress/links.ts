import { existsSync, statSync } from "node:fs";
import { join } from "node:path";

import { targetOf } from "../../scripts/docs/links.ts";

export interface Repository {
  readonly root: string;
  /** Its address on the web, without a slash at the end. */
  readonly url: string;
  /** What is on the site. */
  readonly pages: ReadonlySet<string>;
}

/** What a link of a page is on the site: pages lead to pages, and files that are none are shown by the repository's host. */
export function siteLink(
  { root, url, pages }: Repository,
  page: string,
  href: string,
  addressOf: (page: string) => string,
): string {
  const target = targetOf(root, page, href);
  // A link to what is not there is left for whoever tells of it.
  if (target === undefined || !existsSync(join(root, target.path))) return href;
  const hash = target.anchor === undefined ? "" : `#${target.anchor}`;
  if (target.path === page && hash !== "") return hash;
  if (pages.has(target.path)) return `${addressOf(target.path)}${hash}`;
  const kind = statSync(join(root, target.path)).isDirectory() ? "tree" : "blob";
  return `${url}/${kind}/main/${target.path.replace(/\/$/, "")}${hash}`;
}
