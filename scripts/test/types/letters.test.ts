import ts from "typescript";
import { expect, test } from "vitest";

import { hasUnknownLetters } from "../../generate/types/letters.ts";
import { joinWords } from "../../generate/types/names.ts";

test("what may stand in a name, the compiler takes in an identifier", () => {
  const refused: string[] = [];
  for (let code = 0x80; code <= 0x10ffff; code++) {
    const letter = String.fromCodePoint(code);
    if (!/\p{ID_Continue}/u.test(letter) || hasUnknownLetters(letter)) continue;
    const isStart = !/\p{ID_Start}/u.test(letter) || ts.isIdentifierStart(code, ts.ScriptTarget.ES2022);
    if (!isStart || !ts.isIdentifierPart(code, ts.ScriptTarget.ES2022)) refused.push(code.toString(16));
  }
  expect(refused).toEqual([]);
});

test("letters that no compiler has to know part words", () => {
  expect(joinWords("a\u{323b0}größe")).toBe("AGröße");
});
