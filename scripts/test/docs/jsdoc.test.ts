import { expect, test } from "vitest";
import { docBlocks } from "../../docs/jsdoc.ts";

test("the examples of doc comments are found where they stand, and other comments are left alone", () => {
  const source = `import { a } from "a";

/**
 * Does it.
 *
 * @example
 * \`\`\`ts
 * a("*\\/");
 *   a(2);
 * \`\`\`
 *
 * \`\`\`text
 * done
 * \`\`\`
 */
export function f(): void {
  // \`\`\`ts
  /* \`\`\`ts */
}

  /** Like \`f\`, \`\`\`ts is no block here. */
`;
  expect(docBlocks("src/f.ts", source)).toEqual([
    expect.objectContaining({ line: 8, code: 'a("*/");\n  a(2);\n', prints: { line: 13, text: "done" } }),
  ]);
});

test.each([
  "/**\n * @example\n * f();\n */\n",
  "/** @example f() */\n",
  "/**\n * @example\n * ```js\n * f();\n * ```\n */\n",
])("an example that nothing would run is an error: %j", (source) => {
  expect(() => docBlocks("src/f.ts", source)).toThrow(/^src\/f\.ts:[12] is an @example without a block of ts/);
});
