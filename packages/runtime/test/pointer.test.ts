import { describe, expect, it } from "vitest";
import { at } from "../src/pointer.ts";

describe("a JSON pointer", () => {
  const value = { a: [{ b: null }], "": 1, "x/y": 2, "m~n": 3 };

  it.each([
    ["", value],
    ["/a/0/b", null],
    ["/", 1],
    ["/x~1y", 2],
    ["/m~0n", 3],
  ])("%j points at its value", (pointer, expected) => {
    expect(at(value, pointer)).toEqual(expected);
  });

  it.each(["/b", "/a/1", "/a/0/b/c", "/a/length/x", "/toString", "/__proto__"])("%s points at nothing", (pointer) => {
    expect(at(value, pointer)).toBeUndefined();
  });

  it.each([undefined, null, "text", 5])("into %j points at nothing", (other) => {
    expect(at(other, "/a")).toBeUndefined();
  });
});
