import { expect, it } from "vitest";
import { firstText, joined } from "../../src/credentials/values.ts";

it("a text is put together of its parts", () => {
  expect(joined("Own ", "v", 5)).toBe("Own v5");
});

it.each([undefined, null])("a text with a part that is not there is not there either: %j", (part) => {
  expect(joined("Bearer ", part)).toBeUndefined();
});

it("of several values the first that is a text is taken", () => {
  expect(firstText(undefined, null, 5, "", {}, "a", "b")).toBe("a");
  expect(firstText(undefined)).toBeUndefined();
});
