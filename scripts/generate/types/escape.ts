/**
 * The only place where text from a spec becomes TypeScript source: as a string literal or as comment lines.
 * What a reader cannot see (control characters, bidirectional marks, line separators, lone surrogates) is spelled out, so that
 * source shows what it means and no text ends the literal or the comment that it stands in.
 */

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
// The joiners shape visible text (Persian words, composed emoji), so comments keep them.
const INVISIBLE_IN_COMMENT = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}]/gu;
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

// One line of printable ASCII with nothing to escape or to trim, as most texts are.
const PLAIN_LINE = /^(?! *@)(?:[!-)+-~]| (?!$)|\*(?!\/))+$/;

function spellOut(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16).toUpperCase();
  return code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`;
}

/** A string literal in double quotes. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(INVISIBLE, spellOut);
}

/** The lines of a text, fit for any comment. An `@` that opens a line would start a tag, such as `@deprecated`. */
export function commentLines(text: string): string[] {
  if (PLAIN_LINE.test(text)) return [text];
  const lines = text.split(LINE_BREAK).map((line) =>
    line
      .replaceAll("\t", "  ")
      .trimEnd()
      .replace(INVISIBLE_IN_COMMENT, spellOut)
      .replaceAll("*/", "*\\/")
      .replace(/^(\s*)@/u, "$1\\@"),
  );
  while (lines[0] === "") lines.shift();
  while (lines.at(-1) === "") lines.pop();
  return lines;
}

/** A doc comment of lines made by {@link commentLines}, or nothing; it ends with a line break. */
export function docComment(lines: readonly string[], indent: number): string {
  const margin = " ".repeat(indent);
  const [first] = lines;
  if (first === undefined) return "";
  const single = `${margin}/** ${first} */`;
  if (lines.length === 1 && single.length <= 120) return `${single}\n`;
  const body = layProse(lines, 117 - indent);
  const stars = body.map((line) => (line === "" ? `${margin} *\n` : `${margin} * ${line}\n`)).join("");
  return `${margin}/**\n${stars}${margin} */\n`;
}

/** Breaks long lines. What is left of one runs on into the next line of its paragraph; code and tables stay as they are. */
function layProse(lines: readonly string[], width: number): string[] {
  const body: string[] = [];
  let fenced = false;
  let rest = "";
  for (const line of lines) {
    const fence = line.trimStart().startsWith("```");
    if (fence) fenced = !fenced;
    const continues = rest !== "" && !fenced && /^(?!```)[^\s@\\|#>*-](?!\d*\. )/u.test(line);
    if (rest !== "" && !continues) body.push(rest);
    const pieces =
      fence || fenced || line.trimStart().startsWith("|") ? [line] : wrap(continues ? `${rest} ${line}` : line, width);
    const isProse = pieces.length > 1 && !line.startsWith("@");
    rest = isProse ? (pieces.at(-1) ?? "") : "";
    body.push(...(isProse ? pieces.slice(0, -1) : pieces));
  }
  return rest === "" ? body : [...body, rest];
}

/** Breaks a long line of prose at spaces. A word that begins with `@` must not come to stand at the start of a line. */
function wrap(line: string, width: number): string[] {
  const margin = /^\s*(?:[-*] |\d+\. )?/u.exec(line)?.[0] ?? "";
  const [first = "", ...words] = line.slice(margin.length).split(" ");
  const lines: string[] = [];
  let current = margin + first;
  for (const word of words) {
    if (current.length + 1 + word.length <= width || word.startsWith("@")) {
      current += ` ${word}`;
    } else {
      lines.push(current);
      current = " ".repeat(margin.length) + word;
    }
  }
  return [...lines, current];
}
