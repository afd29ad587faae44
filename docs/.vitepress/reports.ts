import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { formatSection, type Section } from "../../scripts/bench/harness/table.ts";
import { barsOf } from "./bars.ts";

interface Report {
  readonly file: string;
  /** What writes it. */
  readonly command: string;
  readonly show: (text: string, pages: ReadonlySet<string>) => string;
}

const REPORTS: Readonly<Record<string, Report>> = {
  "contract-coverage": { file: "reports/contract-coverage.md", command: "pnpm contract", show: coverage },
  "bench-runtime": { file: "reports/bench-runtime.json", command: "pnpm bench:runtime", show: bench },
  bench: { file: "reports/bench.json", command: "pnpm bench", show: bench },
};

const PLACE = /^<!-- report: (\S+) -->$/gm;

/** Puts what was measured in this checkout where a page asks for it; what was not is said there, with the command that does it. */
export function withReports(markdown: string, root: string, pages: ReadonlySet<string>): string {
  return markdown.replaceAll(PLACE, (_, name: string) => {
    const report = REPORTS[name];
    if (report === undefined) {
      throw new Error(`There is no report "${name}": write one of ${Object.keys(REPORTS).join(", ")}`);
    }
    const { file, command, show } = report;
    if (!existsSync(join(root, file))) {
      return `> [!WARNING]\n> Not measured in this checkout. \`${command}\` does, and the next build of the site shows it.`;
    }
    try {
      return show(readFileSync(join(root, file), "utf8"), pages);
    } catch (error) {
      throw new Error(`${file} cannot be shown: write it anew by \`${command}\``, { cause: error });
    }
  });
}

/** What the site would lack, each with what to run. */
export function missingReports(root: string): string[] {
  return Object.values(REPORTS)
    .filter(({ file }) => !existsSync(join(root, file)))
    .map(({ file, command }) => `${file} is missing: \`${command}\` writes it`);
}

/** A list of reasons, which are long; what is not covered stays in sight. */
const REASONS = /^(?!Not covered)(.+):\n\n((?:- .+\n)+)/gm;

/** The report below a heading of the page. Operations lead to their pages, and reasons are opened by whoever wants them. */
function coverage(markdown: string, pages: ReadonlySet<string>): string {
  let service = "";
  return markdown
    .split("\n")
    .filter((line) => !line.startsWith("# "))
    .map((line) => {
      service = /^## (\S+)$/.exec(line)?.[1] ?? service;
      return line.replace(/^## /, "### ").replace(/^\| `(\w+)` \|/, (cell, operation: string) => {
        const page = `packages/${service}/docs/operations/${operation}.md`;
        return pages.has(page) ? `| [\`${operation}\`](/${page}) |` : cell;
      });
    })
    .join("\n")
    .replaceAll(REASONS, "<details>\n<summary>$1</summary>\n\n$2\n</details>\n");
}

function bench(text: string): string {
  const { where, sections } = JSON.parse(text) as { readonly where: string; readonly sections: readonly Section[] };
  const shown = sections.flatMap((section) => {
    const [heading = "", ...table] = formatSection(section).split("\n");
    const figures = (section.plots ?? []).filter(({ bars }) => bars.length > 0).map(barsOf);
    return [`#${heading}`, ...(figures.length === 0 ? [] : ["", `<div>${figures.join("")}</div>`]), ...table];
  });
  return [`Measured with ${where}.`, "", ...shown].join("\n");
}
