import type { DefaultTheme } from "vitepress";
import type { Contents, Group } from "./contents.ts";
import { addressOf } from "./routes.ts";

/** What is beside a page: the reference of a package beside its own pages, the documentation beside all others. */
export function sidebarOf({ documentation, references }: Contents): DefaultTheme.SidebarMulti {
  const byPackage = [...references].flatMap(([name, groups]) =>
    [`packages/${name}/docs/README.md`, `packages/${name}/README.md`].map((page) => [addressOf(page), itemsOf(groups)]),
  );
  return { ...(Object.fromEntries(byPackage) as DefaultTheme.SidebarMulti), "/": itemsOf(documentation) };
}

function itemsOf(groups: readonly Group[]): DefaultTheme.SidebarItem[] {
  return groups.map(({ title, entries }) => ({
    text: title,
    // Long lists are opened by whoever wants them.
    collapsed: entries.length > 20,
    items: entries.map((entry) => ({ text: entry.title, link: addressOf(entry.page) })),
  }));
}
