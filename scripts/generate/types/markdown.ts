/**
 * The only place where text from a spec becomes Markdown: as plain text, as a span or block of code, as prose of which code spans,
 * links to the web and lists are kept, or as a cell of a table. Nothing else of what a text holds means anything: no HTML, no heading,
 * no end of the cell, fence or line that it stands in.
 */

// Letters and signs that mean nothing anywhere in a line, as most texts are made of.
const PLAIN = /^[A-Za-z](?:[A-Za-z0-9,.;:'"()/?%-]| (?! |$))*$/;
const PLAIN_CODE = /^[\w.[\]/{} -]*[\w.[\]/{}]$/;
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;
const SIGNS = /[\\`*_{}[\]<>|#~&$]/g;
const OPENS_LINE = /^(\d{0,9})([-+=:.)])/;
const LONGEST_SPAN = 200;
const KEPT = new RegExp(
  String.raw`(?<!\x60)\x60([^\x60\n]{1,${LONGEST_SPAN}})\x60(?!\x60)|\[([^\]\[\n]{1,${LONGEST_SPAN}})\]\((https?://[^\s()<>\x60|\\"]{1,500})\)|\*\*(?! )([^*\n]{1,${LONGEST_SPAN}})(?<! )\*\*`,
  "gu",
);
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

/** Text alone: on one line, without markup of its own. */
export function plainText(from: string): string {
  if (PLAIN.test(from)) return from;
  return escapeSigns(oneLine(from)).replace(OPENS_LINE, "$1\\$2");
}

/** A span of code, delimited by more backticks than it holds. A table takes a pipe for the end of a cell even there. */
export function codeSpan(from: string): string {
  if (PLAIN_CODE.test(from)) return `\`${from}\``;
  const line = oneLine(from).replaceAll("|", String.raw`\|`);
  if (line === "") return "";
  if (!line.includes("`")) return `\`${line}\``;
  const ticks = "`".repeat(longestRun(line) + 1);
  const space = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${ticks}${space}${line}${space}${ticks}`;
}

/** A block of code; `info` is our own. */
export function fenced(info: string, lines: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(lines) + 1));
  return `${fence}${info}\n${lines}\n${fence}\n`;
}

/** Prose on one line: spans of code and links to the web stay what they are. */
export function prose(from: string): string {
  if (PLAIN.test(from)) return from;
  let line = "";
  let end = 0;
  for (const { 0: whole, 1: code, 2: label = "", 3: url, 4: strong = "", index } of from.matchAll(KEPT)) {
    line += escapeSigns(from.slice(end, index).replaceAll(INVISIBLE, " "));
    if (code !== undefined) line += codeSpan(code);
    else if (url === undefined) line += `**${prose(strong)}**`;
    else line += `[${escapeSigns(oneLine(label))}](${url})`;
    end = index + whole.length;
  }
  line += escapeSigns(from.slice(end).replaceAll(INVISIBLE, " "));
  return line.trim().replace(OPENS_LINE, "$1\\$2");
}

/** Prose of several paragraphs. Lists stay lists; a table or a block of code is shown as it was written. */
export function paragraphs(from: string): string[] {
  if (PLAIN.test(from)) return [from];
  const blocks: string[] = [];
  let lines: string[] = [];
  let fence: string | undefined;
  const end = (): void => {
    if (lines.length > 0) blocks.push(block(lines));
    lines = [];
  };
  for (const line of from.split(LINE_BREAK)) {
    const opening = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (opening?.startsWith(fence) === true) {
        blocks.push(fenced("", lines.join("\n")).trimEnd());
        [lines, fence] = [[], undefined];
      } else lines.push(visible(line));
    } else if (opening === undefined) {
      if (line.trim() === "") end();
      else lines.push(line);
    } else {
      end();
      fence = opening;
    }
  }
  if (fence === undefined) end();
  else if (lines.length > 0) blocks.push(fenced("", lines.join("\n")).trimEnd());
  return blocks;
}

const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;

function block(lines: readonly string[]): string {
  if (lines.every((line) => line.trimStart().startsWith("|")))
    return fenced("", lines.map(visible).join("\n")).trimEnd();
  const pieces: { item: boolean; text: string }[] = [];
  for (const line of lines) {
    const item = ITEM.test(line);
    const last = pieces.at(-1);
    const text = line.replace(ITEM, "").replace(/^\s*#{1,6}\s+/, "");
    if (item || last === undefined) pieces.push({ item, text });
    else last.text += `\n${text}`;
  }
  return pieces
    .map(({ item, text }, index) => `${item ? "- " : ""}${prose(text)}${pieces[index + 1]?.item === !item ? "\n" : ""}`)
    .join("\n");
}

/** A table, or nothing without rows. Cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  return `${line(head)}${line(head.map(() => "---"))}${rows.map(line).join("")}`;
}

/** Whatever a reader cannot see counts as a space. */
function oneLine(from: string): string {
  return from.replaceAll(INVISIBLE, " ").trim();
}

function visible(line: string): string {
  return line
    .replaceAll("\t", "  ")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, " ")
    .trimEnd();
}

function escapeSigns(line: string): string {
  return line.replaceAll(SIGNS, String.raw`\$&`);
}

function longestRun(of: string): number {
  if (!of.includes("`")) return 0;
  return Math.max(...[...of.matchAll(/`+/g)].map(([run]) => run.length));
}
