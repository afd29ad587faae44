import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { printSummary, printWalk } from "../../tour/print.ts";
import type { Step } from "../../tour/walk.ts";
import { vendorWith } from "../mock/vendors.ts";

const heading = { vendor: vendorWith({}), mock: { baseUrl: "http://127.0.0.1:4010/api" } };
const sensitive = new Set(["token"]);
const steps: readonly Step[] = [
  {
    call: "signIn()",
    note: "by password",
    requests: [{ method: "POST", target: "/api/login", status: 201, text: '{"token":"s3cret"}' }],
  },
  {
    call: 'sessions.endSession({ id: "x" })',
    requests: [{ operation: "endSession", method: "DELETE", target: "/api/sessions/x", status: 204, text: "" }],
  },
  { call: "close()", requests: [] },
];

describe("what the tour prints", () => {
  test("per call the method of the client, and below it what was sent and came back", () => {
    expect(stripVTControlCharacters(printWalk(heading, { steps, sensitive }))).toBe(
      [
        "acme  AcmeClient at http://127.0.0.1:4010/api",
        "  signIn()  by password",
        "    POST    /api/login       201  token ********",
        '  sessions.endSession({ id: "x" })',
        "    DELETE  /api/sessions/x  204  no content",
        "  close()  (no request)",
        "",
      ].join("\n"),
    );
  });

  test("a walk that failed ends with the reason", () => {
    const text = printWalk(heading, { steps: [], sensitive, problem: "signIn(): no answer" });
    expect(stripVTControlCharacters(text)).toContain("\n  failed  signIn(): no answer\n");
  });

  test("the last line counts the vendors in words", () => {
    const all = ["a", "b", "c", "d", "e"].map((name) => ({ name }));
    expect(stripVTControlCharacters(printSummary(all))).toBe("Five vendors signed in: a, b, c, d, e\n");
    expect(stripVTControlCharacters(printSummary(all.slice(0, 1)))).toBe("One vendor signed in: a\n");
  });

  test("failures are named with their reasons", () => {
    expect(stripVTControlCharacters(printSummary([{ name: "a" }, { name: "b", problem: "signIn(): refused" }]))).toBe(
      "1 of 2 vendors failed\n  b: signIn(): refused\n",
    );
  });
});
