import ts from "typescript";
import { describe, expect, test } from "vitest";

import { commentLines, docComment, quote } from "../../generate/types/escape.ts";

/** What TypeScript reads in a literal. */
function read(literal: string): string | undefined {
  const [statement] = ts.createSourceFile("x.ts", literal, ts.ScriptTarget.ES2022).statements;
  if (statement === undefined || !ts.isExpressionStatement(statement)) return undefined;
  return ts.isStringLiteral(statement.expression) ? statement.expression.text : undefined;
}

describe("text from a spec in source", () => {
  test.each([
    ['say "hi" \\ bye', '"say \\"hi\\" \\\\ bye"'],
    ["two\nlines\u2028and\u2029more", '"two\\nlines\\u2028and\\u2029more"'],
    ["abc\u202Ecba\u2066", '"abc\\u202Ecba\\u2066"'],
    ["lone \uD800 surrogate", '"lone \\ud800 surrogate"'],
    ["tag \u{E0041}", '"tag \\u{E0041}"'],
    ["größe 😀", '"größe 😀"'],
  ])("a literal of %j shows what it holds", (text, literal) => {
    expect(quote(text)).toBe(literal);
    expect(read(literal)).toBe(text);
  });

  test("a comment cannot be closed from inside", () => {
    expect(docComment(commentLines("a */ export {}; /* b"), 0)).toBe("/** a *\\/ export {}; /* b */\n");
  });

  test("every kind of line break begins a line of the comment", () => {
    expect(commentLines("a\r\nb\rc\u2028d\u2029e\u0085f\vg")).toEqual(["a", "b", "c", "d", "e", "f", "g"]);
    expect(docComment(commentLines("one\n\ntwo"), 2)).toBe("  /**\n   * one\n   *\n   * two\n   */\n");
  });

  test("characters that turn the reading direction are spelled out", () => {
    expect(commentLines("safe \u202E\u2066\uFEFF!")).toEqual(["safe \\u202E\\u2066\\uFEFF!"]);
  });

  test("a text cannot set a tag", () => {
    expect(commentLines("  @deprecated since ever\nmail a@b.example")).toEqual([
      "  \\@deprecated since ever",
      "mail a@b.example",
    ]);
  });

  test("long prose is broken at spaces, and never before an at sign", () => {
    const comment = docComment([`- ${"word ".repeat(22)}@tag and ${"more ".repeat(8)}`.trimEnd()], 0);
    expect(comment).toBe(`/**\n * - ${"word ".repeat(22)}@tag\n *   and ${"more ".repeat(8)}`.trimEnd() + "\n */\n");
  });

  test("a line that is slightly too long leaves no short one behind", () => {
    const words = (count: number): string => Array.from({ length: count }, () => "word").join(" ");
    const lines = [`${words(24)} over`, "and the end of the sentence.", "", "- a list", "@default 1"];
    expect(docComment(lines, 0)).toBe(
      `/**\n * ${words(23)}\n * word over and the end of the sentence.\n *\n * - a list\n * @default 1\n */\n`,
    );
  });

  test("code in a description keeps its lines", () => {
    const code = `${"x ".repeat(80)}y`;
    expect(docComment(["```", code, "```"], 0)).toBe(`/**\n * \`\`\`\n * ${code}\n * \`\`\`\n */\n`);
  });

  test("no text, no comment", () => {
    expect(docComment(commentLines(" \n "), 0)).toBe("");
  });
});
