import { expect, test } from "vitest";
import { annotate } from "../../run/github.ts";

const problem = { level: "error", title: "Contract coverage", message: "100 %\nof it" } as const;

test("on GitHub a problem is an annotation at its line", () => {
  const place = { file: "specs/sample/open,api.yaml", line: 12, column: 9 };
  expect(annotate({ GITHUB_ACTIONS: "true" }, { ...problem, place })).toBe(
    "::error file=specs/sample/open%2Capi.yaml,line=12,col=9,title=Contract coverage::100 %25%0Aof it\n",
  );
  expect(annotate({ GITHUB_ACTIONS: "true" }, problem)).toBe("::error title=Contract coverage::100 %25%0Aof it\n");
});

test("elsewhere it is none", () => {
  expect(annotate({}, problem)).toBe("");
});
