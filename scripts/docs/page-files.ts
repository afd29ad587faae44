import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { servicesOf } from "../generate/specs.ts";

/** Every page of the repository that people read: those by hand and those that are emitted. */
export function pagesIn(root: string): string[] {
  return [...pagesByHand(root), ...servicesOf(root).flatMap((name) => filesIn(root, `packages/${name}/docs`, ".md"))];
}

function pagesByHand(root: string): string[] {
  const packages = readdirSync(join(root, "packages")).map((name) => `packages/${name}/README.md`);
  const others = [
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "specs/README.md",
    "specs/DIAGNOSTICS.md",
    "scripts/README.md",
    "examples/README.md",
  ];
  const pages = [...others, ...packages].filter((file) => existsSync(join(root, file)));
  // What the explorer of the site is made of is a page for each vendor.
  const made = /\/(?:node_modules|reports|\.vitepress|explorer)\//;
  return [...pages, ...filesIn(root, "docs", ".md").filter((file) => !made.test(file))];
}

/** The files below a folder whose names end so, from the root, with slashes. */
export function filesIn(root: string, folder: string, ending: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .toSorted();
}
