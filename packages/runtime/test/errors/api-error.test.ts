import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { ApiError, apiErrorGuard } from "../../src/errors/api-error.ts";
import type { GetItemResult } from "../support/sample.ts";
import { replying } from "../support/replies.ts";
import { errorOf, get, makeCore } from "../support/sample.ts";

interface Results {
  getItem: GetItemResult;
  createItem: GetItemResult;
}
const isApiError = apiErrorGuard<Results>("shop");

function failure(service = "shop", operation = "getItem", declared = true): ApiError {
  const response = new Response(null, { status: 404, headers: { "x-request-id": "r1" } });
  const shared = { ok: false, status: 404, text: '{"message":"no","pin":"body-content"}', response } as const;
  return new ApiError(
    service,
    operation,
    declared
      ? { ...shared, declared: true, error: { message: "no", pin: "body-content" } }
      : { ...shared, declared: false, error: undefined },
  );
}

describe("an ApiError", () => {
  it("has the answer with all it holds", () => {
    const error = failure();
    expect(error).toMatchObject({
      name: "ApiError",
      service: "shop",
      operation: "getItem",
      status: 404,
      declared: true,
    });
    expect(error.body).toEqual({ message: "no", pin: "body-content" });
    expect(error.text).toContain("body-content");
    expect(error.headers.get("x-request-id")).toBe("r1");
    expect(error.response.status).toBe(404);
    expect(error.result).toMatchObject({ ok: false, error: error.body });
  });

  it.each([
    ["inspection", (error: Error) => inspect(error, { depth: 9, showHidden: true })],
    ["JSON", (error: Error) => JSON.stringify(error)],
    ["text", (error: Error) => String(error) + String(error.stack)],
  ])("shows neither body nor response by %s", (_, show) => {
    const shown = show(failure());
    expect(shown).toContain("getItem answered 404");
    expect(shown).not.toMatch(/body-content|x-request-id/);
  });

  it("as JSON is what it says and where it comes from", () => {
    expect(JSON.parse(JSON.stringify(failure()))).toEqual({
      name: "ApiError",
      message: "getItem answered 404",
      service: "shop",
      operation: "getItem",
      status: 404,
      declared: true,
    });
  });
});

describe("the guard", () => {
  it("holds for the service's errors", () => {
    expect(isApiError(failure())).toBe(true);
    expect(isApiError(failure(), "getItem")).toBe(true);
    expect(isApiError(failure(), "getItem", 404)).toBe(true);
  });

  it("does not hold for another operation", () => {
    expect(isApiError(failure(), "createItem")).toBe(false);
  });

  it("does not hold for another service's operation of the same name", () => {
    expect(isApiError(failure("store"))).toBe(false);
    expect(isApiError(failure("store"), "getItem", 404)).toBe(false);
  });

  it("with a status holds for the declared answer only", async () => {
    const foreign = failure("shop", "getItem", false);
    expect(isApiError(foreign, "getItem")).toBe(true);
    expect(isApiError(foreign, "getItem", 404)).toBe(false);
    const other = await errorOf(get(makeCore(replying({ status: 418 }))));
    expect(isApiError(other, "getItem", 404)).toBe(false);
  });

  it.each([undefined, null, "ApiError", 404, new Error("no"), { name: "ApiError", service: "shop" }])(
    "does not hold for %s",
    (value) => {
      expect(isApiError(value)).toBe(false);
    },
  );

  it("holds for the errors of another copy of this package", async () => {
    const anew: string = "../../src/errors/api-error.ts?copy";
    const copy = (await import(anew)) as typeof import("../../src/errors/api-error.ts");
    expect(copy.ApiError).not.toBe(ApiError);
    const { response, result } = failure();
    const error = new copy.ApiError("shop", "getItem", { ...result, response });
    expect(error).not.toBeInstanceOf(ApiError);
    expect(isApiError(error, "getItem", 404)).toBe(true);
    expect(copy.apiErrorGuard<Results>("shop")(failure())).toBe(true);
  });
});
