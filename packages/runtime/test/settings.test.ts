import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { mergeHeaders, withOptions } from "../src/settings.ts";
import { makeCore } from "./support/sample.ts";

describe("headers merged", () => {
  it("are compared without regard to case, the later one winning", () => {
    expect(mergeHeaders({ Accept: "a", "x-b": "1" }, { accept: "b" })).toEqual({ accept: "b", "x-b": "1" });
  });

  it("keep null, which removes a default, and ignore undefined", () => {
    expect(mergeHeaders({ a: "1", b: "2" }, undefined, { a: null, b: undefined })).toEqual({ a: null, b: "2" });
  });
});

describe("options merged", () => {
  it("leave what was where nothing or undefined is said", () => {
    const fetch = (): Promise<Response> => Promise.reject(new Error("unused"));
    const base = { timeout: 1, totalTimeout: 2, retry: { limit: 3, unsafe: true }, headers: { a: "1" }, fetch };
    const merged = withOptions(makeCore(base), {
      timeout: undefined,
      retry: { limit: 0 },
      headers: { b: "2" },
    }).options();
    expect(merged).toMatchObject({ ...base, retry: { limit: 0, unsafe: true }, headers: { a: "1", b: "2" } });
  });

  it("are not shown by a core: a program may have given credentials among them", () => {
    const given = { timeout: 1, headers: { "x-key": "hunter2" }, credentials: { password: "hunter2" } };
    expect(inspect(withOptions(makeCore(given), given), { depth: 9, showHidden: true })).not.toContain("hunter2");
  });
});
