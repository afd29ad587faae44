import { describe, expect, it } from "vitest";
import * as all from "../src/styles.ts";

const { reserved, ...styles } = { ...all };

const list = ["a b", "c,d"];
const object = { a: 1, "b c": "x,y", gone: undefined };

describe("a style of queries", () => {
  it.each([
    ["form", "v/w", "n=v%2Fw"],
    ["form", 0, "n=0"],
    ["form", list, "n=a%20b&n=c%2Cd"],
    ["form", [], ""],
    ["comma", "v,w", "n=v%2Cw"],
    ["comma", list, "n=a%20b,c%2Cd"],
    ["comma", ["one"], "n=one"],
    ["comma", [], ""],
    ["formObject", object, "a=1&b%20c=x%2Cy"],
    ["formObject", {}, ""],
    ["commaObject", object, "n=a,1,b%20c,x%2Cy"],
    ["space", list, "n=a%20b%20c%2Cd"],
    ["pipe", list, "n=a%20b|c%2Cd"],
    ["deep", object, "n[a]=1&n[b%20c]=x%2Cy"],
    ["deep", { a: { b: [{ c: 1 }, 2] }, gone: null }, "n[a][b][0][c]=1&n[a][b][1]=2"],
    ["deep", {}, ""],
    ["json", object, `n=${encodeURIComponent('{"a":1,"b c":"x,y"}')}`],
  ] as const)("%s writes %j as %s", (style, value, written) => {
    expect(styles[style]("n", value)).toBe(written);
  });

  it("encodes the name", () => {
    expect(styles.form("a[b]", "c")).toBe("a%5Bb%5D=c");
    expect(styles.comma("a b", list)).toBe("a%20b=a%20b,c%2Cd");
    expect(styles.deep("a b", { c: 1 })).toBe("a%20b[c]=1");
  });

  it("with reserved characters keeps those that end neither the value nor the query", () => {
    expect(reserved(styles.form)("n", "a/b?c:d@e,f;g")).toBe("n=a/b?c:d@e,f;g");
    expect(reserved(styles.form)("n", "a&b=c#d+e f%")).toBe("n=a%26b%3Dc%23d%2Be%20f%25");
  });
});

describe("a style of paths", () => {
  it.each([
    ["simple", "v/w", "v%2Fw"],
    ["simple", list, "a%20b,c%2Cd"],
    ["simple", object, "a,1,b%20c,x%2Cy"],
    ["simpleExploded", object, "a=1,b%20c=x%2Cy"],
    ["label", "v", ".v"],
    ["label", list, ".a%20b,c%2Cd"],
    ["labelExploded", list, ".a%20b.c%2Cd"],
    ["labelExploded", object, ".a=1.b%20c=x%2Cy"],
    ["matrix", "v", ";n=v"],
    ["matrix", list, ";n=a%20b,c%2Cd"],
    ["matrixExploded", list, ";n=a%20b;n=c%2Cd"],
    ["matrixExploded", object, ";a=1;b%20c=x%2Cy"],
    ["jsonSegment", { a: "b/c" }, "%7B%22a%22%3A%22b%2Fc%22%7D"],
  ] as const)("%s writes %j as %s", (style, value, written) => {
    expect(styles[style]("n", value)).toBe(written);
  });
});

it("a header described as JSON is JSON in characters that headers can hold", () => {
  const written = styles.jsonHeader("n", { a: "ä\n\u{1F600}" });
  expect(new Headers({ n: written }).get("n")).toBe(written);
  expect(JSON.parse(written)).toEqual({ a: "ä\n\u{1F600}" });
});
