import { posix } from "node:path";

import MarkdownIt, { type Token } from "markdown-it";

// What emitted pages must be, whatever stands in the spec: Markdown without HTML and images, whose headings are ours, whose links
// lead to the web or to another page, whose tables have their columns, and whose examples are source that parses.

const HEADINGS = new Set([
  "A first call",
  ..."Compatibility Besides Operations Address Credentials Models Example Arguments Body Returns Pages Authorization HTTP Errors Retries Source".split(
    " ",
  ),
]);
const FENCES = new Set(["ts", "text", ""]);
const parser = new MarkdownIt({ html: true });

/** What is wrong with a page; nothing, if it is inert. `faultsOfCode` judges an example. */
export function faultsOfPage(
  file: string,
  text: string,
  files: ReadonlyMap<string, string>,
  faultsOfCode: (name: string, code: string) => string[],
): string[] {
  const tokens = parser.parse(text, {});
  const lines = text.split("\n");
  const faults: string[] = [];
  if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(text.replaceAll("\n", ""))) faults.push("holds what a reader cannot see");
  for (const [index, token] of tokens.entries()) {
    const line = (token.map?.[0] ?? 0) + 1;
    const tell = (what: string): number => faults.push(`line ${line} ${what}: ${lines[line - 1]?.slice(0, 160) ?? ""}`);
    if (token.type === "html_block") tell("is HTML");
    if (token.type === "fence" && !FENCES.has(token.info.replace(/ no-run="[^"]+"$/, "")))
      tell("is a block of another language");
    if (token.type === "code_block") tell("is an indented block");
    if (token.type === "fence" && token.info.startsWith("ts"))
      faults.push(...faultsOfCode(`${file}:${line}.ts`, token.content));
    if (token.type === "heading_open" && !isOurs(token, tokens[index + 1], file)) tell("is a heading of the spec");
    if (token.type === "tr_open") faults.push(...faultsOfRow(lines[line - 1] ?? "", lines, token));
    for (const child of token.children ?? [])
      faults.push(...faultsOfInline(child, file, files).map((fault) => `line ${line} ${fault}`));
  }
  if (tokens.filter(({ type }) => type === "hr").length !== 1) faults.push("has a rule of the spec");
  return faults.map((fault) => `${file} ${fault}`);
}

function isOurs(heading: Token, inline: Token | undefined, file: string): boolean {
  if (heading.tag === "h1") return heading.map?.[0] === 0;
  // On the page that leads to all others, groups and kinds of credentials are headings.
  return HEADINGS.has(inline?.content ?? "") || (heading.tag === "h3" && file.endsWith("README.md"));
}

/** Cells are told apart by the signs that nobody has escaped. */
function faultsOfRow(row: string, lines: readonly string[], { map }: Token): string[] {
  let first = map?.[0] ?? 0;
  while (lines[first - 1]?.startsWith("|") === true) first--;
  const columns = (line: string): number => line.replaceAll(/\\[\s\S]/g, "").split("|").length;
  return columns(row) === columns(lines[first] ?? "") ? [] : [`has a row of other columns: ${row.slice(0, 160)}`];
}

function faultsOfInline(token: Token, file: string, files: ReadonlyMap<string, string>): string[] {
  if (token.type === "html_inline") return [`holds HTML: ${token.content}`];
  if (token.type === "image") return ["holds an image"];
  if (token.type !== "link_open") return [];
  const target = String(token.attrGet("href") ?? "");
  if (/^https?:\/\//.test(target)) return [];
  const [path = ""] = target.split("#");
  return files.has(posix.join(posix.dirname(file), path)) ? [] : [`leads nowhere: ${target}`];
}
