import { describe, expect, test } from "vitest";
import { summarize } from "../../tour/summary.ts";

const NONE = new Set<string>();
const json = (value: unknown, sensitive: ReadonlySet<string> = NONE): string =>
  summarize(JSON.stringify(value), sensitive);

describe("the summary of an answer", () => {
  test("values come from the outside in, lists as their length", () => {
    expect(json({ data: { id: "x", tags: ["a"] }, meta: { page: { total: 2 } }, ok: true, rows: [1, 2] })).toBe(
      'ok true, rows 2 items, id "x", tags 1 item, total 2',
    );
  });

  test("what is empty comes last, links do not come at all", () => {
    expect(json({ _links: { self: "/x" }, a: null, b: [], c: "", d: 0 })).toBe('d 0, a null, b 0 items, c ""');
  });

  test("sensitive values are masked at any depth, and come first", () => {
    const sensitive = new Set(["token", "keys"]);
    const shown = json({ id: "x", session: { token: "s3cret" }, keys: { a: "s3cret" } }, sensitive);
    expect(shown).toBe('token ********, a ********, id "x"');
  });

  test("a line is never long", () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`field${index}`, "x".repeat(100)]));
    expect(json(many)).toBe(`field0 "${"x".repeat(35)}…", …`);
  });

  test.each([
    ["", "no content"],
    ["{}", "empty"],
    ['{"data":{},"meta":{}}', "empty"],
    ["[1,2]", "2 items"],
    ["null", "null"],
    ["plain text", '"plain text"'],
  ])("%j is summarized as %s", (body, text) => {
    expect(summarize(body, NONE)).toBe(text);
  });
});
