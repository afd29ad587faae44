import { type Release, tellOperations } from "../generate/package/releases.ts";

export interface Compatibility {
  readonly packageName: string;
  readonly version: string;
  readonly title: string;
  readonly releases: readonly Release[];
}

const HEAD = `# Which package fits which release

Written by \`pnpm compatibility --update\` from the descriptions in \`specs/\`: each operation there names the public source that it was written from, the release
that the source speaks of, and how sure it is. _Documented_: the vendor says so. _Observed_: seen on a real system, or in the server's source. _Inferred_: it
follows from other facts.

Of a release that is not listed, nobody here has seen a source; its operations may well be the same. What an appliance does otherwise than its description says,
\`pnpm contract --target URL VENDOR\` tells.

`;

const COLUMNS = ["package", "version", "API", "release, as its source calls it", "operations", "known how"];

export function compatibilityPage(all: readonly Compatibility[]): string {
  const rows = all.flatMap(({ packageName, version, title, releases }) =>
    releases.map(({ release, confidence, operations }) => {
      const shown = version === "0.0.0" ? "not released yet" : version;
      return row([packageName, shown, title, release, tellOperations(operations), confidence]);
    }),
  );
  return `${HEAD}${row(COLUMNS)}${row(COLUMNS.map(() => "---"))}${rows.join("")}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", String.raw`\|`)).join(" | ")} |\n`;
}
