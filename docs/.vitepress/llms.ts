import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type { Contents, Group } from "./contents.ts";
import { describe } from "./describe.ts";
import { type Repository, siteLink } from "./links.ts";
import type { MadePage } from "./made-pages.ts";
import { withReports } from "./reports.ts";
import { routeOf } from "./routes.ts";

export interface Site {
  readonly name: string;
  readonly description: string;
  /** What its addresses begin with, with a slash at the end. */
  readonly address: string;
  readonly contents: Contents;
  readonly summaries: ReadonlyMap<string, string>;
  /** Pages that stand in no file of the repository. */
  readonly made: readonly MadePage[];
}

/** Writes what programs read: `llms.txt`, which tells of each page, `llms-full.txt`, which has them all, and each page as Markdown beside its HTML. */
export function writeLlms(folder: string, repository: Repository, site: Site): void {
  const { root, pages } = repository;
  const place = (page: string): string => `${site.address}${routeOf(page)}`;
  const sources = new Map([...pages].map((page) => [page, readFileSync(join(root, page), "utf8")]));
  for (const { page, text } of site.made) sources.set(page, text);
  const summaries = new Map([...site.summaries, ...site.made.map(({ page, summary }) => [page, summary] as const)]);
  const texts = new Map([...sources].map(([page, text]) => [page, markdownOf(repository, page, text, place)]));
  for (const [page, text] of texts) write(join(folder, routeOf(page)), text);
  const groups = groupsOf(site, pages);
  const index = groups.map(({ title, members }) => {
    const lines = members.map((page) => {
      const { title } = describe(sources.get(page) ?? "");
      return `- [${title}](${place(page)}): ${summaries.get(page)}`;
    });
    return [`## ${title}`, "", ...lines, ""].join("\n");
  });
  write(join(folder, "llms.txt"), [`# ${site.name}`, "", `> ${site.description}`, "", ...index].join("\n"));
  const full = groups
    .flatMap(({ members }) => members)
    .map((page) => `---\nurl: ${place(page)}\n---\n\n${texts.get(page)}`);
  write(join(folder, "llms-full.txt"), full.join("\n"));
}

/** Pages of a site as it was built that programs are not told of. */
export function untold(folder: string, address: string): string[] {
  const told = readFileSync(join(folder, "llms.txt"), "utf8");
  return globSync("**/*.html", { cwd: folder })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file !== "404.html" && !told.includes(`](${address}${file.replace(/html$/, "md")})`))
    .toSorted()
    .map((file) => `${file} is not in llms.txt, which names the pages of the repository and those of made-pages.ts`);
}

/** Every page once, where it is listed first. */
function groupsOf(
  { contents: { documentation, references }, made }: Site,
  pages: ReadonlySet<string>,
): { title: string; members: string[] }[] {
  const left = new Set(pages);
  const take = (title: string, { entries }: Group): { title: string; members: string[] } => ({
    title,
    members: entries.map(({ page }) => page).filter((page) => left.delete(page)),
  });
  const listed = [
    ...documentation.map((group) => take(group.title, group)),
    { title: "Explorer", members: made.map(({ page }) => page) },
    ...[...references.values()].flatMap(([start, ...groups]) =>
      start === undefined
        ? []
        : [take(start.title, start), ...groups.map((group) => take(`${start.title}: ${group.title}`, group))],
    ),
  ];
  return listed.filter(({ members }) => members.length > 0);
}

const LINK = /(\]\()([^)\s]+)(?=[)\s])/g;
const FENCE = /^\s*(?:```|~~~)/;
/** Comments, which no reader sees, and blocks of code, which may look like some. */
const HIDDEN = /(^\s*(```+|~~~+)[\s\S]*?^\s*\2\s*$)|^<!--[\s\S]*?-->\n*/gm;
const DRAWN = /^<div><figure.*\n\n?/gm;

/** A page as it is, but for its links, which are of the site. What is drawn on it stands in a table, too. */
function markdownOf(repository: Repository, page: string, source: string, place: (page: string) => string): string {
  const { root, pages } = repository;
  const text = withReports(source, root, pages)
    .replaceAll(HIDDEN, (_, block: string | undefined) => block ?? "")
    .replaceAll(DRAWN, "");
  let code = false;
  const lines = text.split("\n").map((line) => {
    if (FENCE.test(line)) code = !code;
    if (code) return line;
    return line.replaceAll(LINK, (_, start: string, href: string) => start + siteLink(repository, page, href, place));
  });
  return lines.join("\n");
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
