import type { Item, ItemKind } from "./worklist.ts";

const HEADINGS: readonly (readonly [ItemKind, string])[] = [
  ["operation", "Operations"],
  ["parameter", "Parameters"],
  ["field", "Fields"],
  ["status", "Statuses"],
];

/** The worklist as a list to tick off, each line with its place in their document. */
export function worklistPage(file: string, service: string, items: readonly Item[]): string {
  const title = `## What ${code(file)} has and the spec of ${service} lacks\n`;
  if (items.length === 0) return `${title}\nNothing.\n`;
  const sections = HEADINGS.flatMap(([kind, heading]) => {
    const those = items.filter((item) => item.kind === kind);
    return those.length === 0 ? [] : [`### ${heading}: ${those.length}\n\n${those.map(line).join("")}`];
  });
  return `${title}\nIt may be wrong, or of another release: look each up in the sources before it is taken over.\n\n${sections.join("\n")}`;
}

function line({ operation, what, name, place }: Item): string {
  const said = [code(operation), what === "" ? "" : plain(what), name === undefined ? "" : code(name)].filter(Boolean);
  return `- [ ] ${said.join(" ")}, ${code(`${place.file}:${place.line}:${place.column}`)}\n`;
}

// What a stranger's document says is no markup here, and ends no line.

function code(text: string): string {
  return `\`${oneLine(text).replaceAll("`", "'")}\``;
}

function plain(text: string): string {
  return oneLine(text).replaceAll(/[\\`<>|[\]*_#]/g, String.raw`\$&`);
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}
