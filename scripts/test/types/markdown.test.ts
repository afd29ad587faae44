import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { codeSpan, fenced, paragraphs, plainText, prose, table } from "../../generate/types/markdown.ts";

const markdown = new MarkdownIt({ html: true });

test("text is shown as it was written, whatever Markdown would make of it", () => {
  for (const text of [
    "a *b* _c_ `d` [e](f) <g> &amp; | h # i ~j~ $k$ \\l {{m}}",
    "# no heading",
    "- no item",
    "1. no item",
    "+ no item",
    "::: no container",
    "=== no heading",
    "<!-- no comment -->",
    "![no](image.png)",
  ]) {
    const shown = markdown.renderInline(plainText(text)).replaceAll(/<[^>]*>/g, "!");
    expect(shown).toBe(markdown.utils.escapeHtml(text));
    expect(markdown.render(plainText(text))).toBe(`<p>${markdown.utils.escapeHtml(text)}</p>\n`);
  }
});

test("prose keeps spans of code, bold words and links to the web, and nothing else", () => {
  expect(prose("Ask `a|b` or **two *words***, [see](https://example.com/a_b) [not](javascript:x) <b>")).toBe(
    String.raw`Ask ${"`a\\|b`"} or \*\*two \*words\*\*\*, [see](https://example.com/a_b) \[not\](javascript:x) \<b\>`,
  );
  expect(prose("It is **sparse** here.")).toBe("It is **sparse** here.");
  expect(prose("**Without `a|b` <all> of them.** `c")).toBe(
    String.raw`**Without ${"`a\\|b`"} \<all\> of them.** ${"\\`c"}`,
  );
  expect(prose("a\nb\u2028c\u202ed")).toBe("a b c d");
});

test("a span of code ends where its text ends", () => {
  for (const text of ["plain", "a `b` ``c``", "`", "| a |", "a\nb"]) {
    const [cell] =
      /<td><code>(.*)<\/code><\/td>/.exec(markdown.render(table(["head"], [[codeSpan(text)]])))?.slice(1) ?? [];
    expect(cell).toBe(markdown.utils.escapeHtml(text.replaceAll("\n", " ")));
  }
});

test("a block of code ends where its text ends", () => {
  const text = "a\n```\nb\n````ts\nc";
  const [block, ...others] = markdown.parse(fenced("text", text), {});
  expect(block).toMatchObject({ type: "fence", info: "text", content: `${text}\n` });
  expect(others).toEqual([]);
});

test("a description keeps its paragraphs, lists, tables and blocks of code", () => {
  const written = "One\nline.\n\n# Two\n\n- a\n  b\n- c\n\n| x | y |\n|---|---|\n\n```ts\nrun();\n```\n\n~~~\nopen";
  expect(paragraphs(written)).toEqual([
    "One line.",
    "Two",
    "- a b\n- c",
    "```\n| x | y |\n|---|---|\n```",
    "```\nrun();\n```",
    "```\nopen\n```",
  ]);
});

test("a cell of a table holds no end of the cell", () => {
  const rows = [[prose("a | b\nc"), codeSpan("d | e")]];
  expect(table(["one", "two"], rows)).toBe("| one | two |\n| --- | --- |\n| a \\| b c | `d \\| e` |\n");
  expect(table(["one"], [])).toBe("");
});
