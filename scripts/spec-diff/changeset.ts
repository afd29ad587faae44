import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Bump } from "./bump.ts";
import { type Change, NOTHING } from "./change.ts";

/** The file that says in `.changeset` what a spec's changes are; whoever has more to say writes one of their own. */
function changesetFile(service: string): string {
  return `.changeset/spec-${service}.md`;
}

export function changesetText(packageName: string, bump: Bump, changes: readonly Change[]): string {
  return `---
"${packageName}": ${bump}
---

${summary(changes)}
`;
}

/** Whether the file is not what it should say. */
export function hasChangesetToWrite(root: string, service: string, text: string | undefined): boolean {
  const file = join(root, changesetFile(service));
  return (existsSync(file) ? readFileSync(file, "utf8") : undefined) !== text;
}

/** Writes it, or removes it where nothing has changed. Tells what was done; undefined if it was so already. */
export function writeChangeset(root: string, service: string, text: string | undefined): string | undefined {
  const file = join(root, changesetFile(service));
  const old = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  if (old === text) return undefined;
  if (text === undefined) {
    rmSync(file);
    return `removed ${changesetFile(service)}`;
  }
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, text);
  return `${old === undefined ? "wrote" : "updated"} ${changesetFile(service)}`;
}

const WORDS = { breaking: "Breaking", feature: "New", fix: "Fixed" } as const;

function summary(changes: readonly Change[]): string {
  const lines = changes.flatMap((change) =>
    change.kind === "docs" ? [] : [`- **${WORDS[change.kind]}.** ${line(change)}`],
  );
  const reworded = [...new Set(changes.filter(({ kind }) => kind === "docs").map(({ operation }) => operation))];
  if (reworded.length > 0) {
    const names = reworded.map((name) => (name === undefined ? "the package" : `\`${name}\``));
    lines.push(`- **Documentation.** Of ${names.join(", ")}.`);
  }
  return `The API's description has changed.\n\n${lines.join("\n")}`;
}

function line({ operation, reason, remedy }: Change): string {
  return `${operation === undefined ? "" : `\`${operation}\`: `}${reason}${remedy === NOTHING ? "" : ` ${remedy}`}`;
}
