import { describe, expect, it } from "vitest";
import { comma, form } from "../src/styles.ts";

describe("form", () => {
  it.each([
    ["a b", "n=a%20b"],
    ["a,b", "n=a%2Cb"],
    [0, "n=0"],
    [["a", "b&c"], "n=a&n=b%26c"],
    [["one"], "n=one"],
    [[], ""],
  ])("writes %j as %j", (value, written) => {
    expect(form("n", value)).toBe(written);
  });

  it("encodes the name", () => {
    expect(form("a[b]", "c")).toBe("a%5Bb%5D=c");
  });
});

describe("comma", () => {
  it.each([
    [["a", "b"], "n=a,b"],
    [["a,b", "c d"], "n=a%2Cb,c%20d"],
    [["one"], "n=one"],
    ["single", "n=single"],
    [[], ""],
  ])("writes %j as %j", (value, written) => {
    expect(comma("n", value)).toBe(written);
  });
});
