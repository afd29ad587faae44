import { describe, expect, it } from "vitest";
import { evaluate, firstText } from "../../src/credentials/expression.ts";

const scope = {
  field: { name: "ann", empty: "", none: null, flag: true },
  session: { id: "s1" },
  response: {
    headers: new Headers({ "x-token": "h1" }),
    body: { data: { token: "b1", seconds: 60, list: ["x"], "a/b": 1, "c~d": 2 }, none: null },
  },
};

describe("an expression", () => {
  it.each([
    ["$field.name", "ann"],
    ["$field.flag", true],
    ["$session.id", "s1"],
    ["$response.header.x-token", "h1"],
    ["$response.header.X-Token", "h1"],
    ["$response.body#/data/token", "b1"],
    ["$response.body#/data/seconds", 60],
    ["$response.body#/data/list/0", "x"],
    ["$response.body#/data/a~1b", 1],
    ["$response.body#/data/c~0d", 2],
    ["$response.body#", scope.response.body],
  ])("%s finds its value as it is", (expression, value) => {
    expect(evaluate(expression, scope)).toEqual(value);
  });

  it.each([
    "$field.none",
    "$field.other",
    "$session.other",
    "$response.header.y",
    "$response.body#/none",
    "$response.body#/a/b",
  ])("%s finds nothing", (expression) => {
    expect(evaluate(expression, scope)).toBeUndefined();
  });

  it.each(["$response.body#/toString", "$response.body#/data/list/length/x", "$response.body#/__proto__"])(
    "%s finds own properties only",
    (expression) => {
      expect(evaluate(expression, scope)).toBeUndefined();
    },
  );

  it("finds nothing where there is no response yet", () => {
    expect(evaluate("$response.body#/a", {})).toBeUndefined();
    expect(evaluate("$response.header.a", {})).toBeUndefined();
  });
});

describe("a text", () => {
  it("takes expressions in braces", () => {
    expect(evaluate("{$field.name}-{$session.id}", scope)).toBe("ann-s1");
  });

  it("with a hole that is not filled counts as not found", () => {
    expect(evaluate("Bearer {$field.other}", scope)).toBeUndefined();
  });

  it.each(["plain", "{plain}", "", "costs 5$"])("without expressions is itself: %j", (text) => {
    expect(evaluate(text, scope)).toBe(text);
  });
});

describe("an object", () => {
  it("leaves out what finds nothing, and keeps literals", () => {
    expect(evaluate({ a: "$field.name", b: "$field.other", c: 5, d: false, e: { f: "$session.id" } }, scope)).toEqual({
      a: "ann",
      c: 5,
      d: false,
      e: { f: "s1" },
    });
  });
});

describe("of several values", () => {
  it("the first that gives a text is taken", () => {
    expect(
      firstText(["$field.other", "$field.empty", "$response.body#/data/seconds", "$session.id", "me"], scope),
    ).toBe("s1");
    expect(firstText(["$field.other", "me"], scope)).toBe("me");
    expect(firstText("$field.other", scope)).toBeUndefined();
  });
});
