import { expect, it } from "vitest";
import { writeJson } from "../../src/variants/write-json.ts";

const VALUE = {
  text: 'a "quoted" \\ line\n\u2028 日本 👩‍👧',
  half: "\uD83D and \uDE00",
  numbers: [0, -0, 12, -1.5, 5e-324, 1.7976931348623157e308],
  ["__proto__"]: { deep: [[], {}, null, true, false] },
  "": "",
};

it.each(["plain", "odd"] as const)("writes what every reader of JSON takes for the value: %s", (spelling) => {
  expect(JSON.parse(writeJson(VALUE, spelling))).toStrictEqual(VALUE);
});

it("writes bigints as the integers that they are", () => {
  expect(writeJson({ size: 2n ** 64n }, "plain")).toBe('{"size":18446744073709551616}');
});

it("spells oddly with white space, escapes and exponents", () => {
  expect(writeJson({ ab: [12] }, "odd").replace(/\s/g, "_")).toBe(
    String.raw`{____"\u0061b"____:____[____1.2E+1____]____}`,
  );
});
