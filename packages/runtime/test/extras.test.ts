import { describe, expect, it } from "vitest";
import { call } from "../src/call.ts";
import { coreFor } from "../src/core.ts";
import { diagnosticsFor } from "../src/diagnostics/diagnostics.ts";
import { ApiError } from "../src/errors/api-error.ts";
import { middleware, type Middleware } from "../src/stages/middleware.ts";
import { redirects } from "../src/stages/redirect.ts";
import { validation } from "../src/stages/validation.ts";
import { replying } from "./support/replies.ts";
import { errorOf, getItem, service } from "./support/sample.ts";

const baseUrl = "http://shop.test";
const refused = { status: 404, json: { message: "no such item" } };
const start = (core: Parameters<typeof call>[0]): Promise<unknown> => call(core, getItem, { id: "a" }, undefined);

describe("a core without extras", () => {
  it("says what happened, and leaves the appliance's words to the error's body", async () => {
    const error = await errorOf<ApiError>(start(coreFor(service, { baseUrl, ...replying(refused) })));
    expect(error).toBeInstanceOf(ApiError);
    expect(error.message).toBe("getItem answered 404");
    expect(error.body).toEqual({ message: "no such item" });
  });

  it("leaves the reason of a connection failure to the cause", async () => {
    const cause = new TypeError("fetch failed");
    const fetch = (): Promise<never> => Promise.reject(cause);
    const error = await errorOf(start(coreFor(service, { baseUrl, fetch, retry: { limit: 0 } })));
    expect(error).toMatchObject({
      name: "ConnectionError",
      message: "getItem got no answer from http://shop.test",
      cause,
    });
  });

  it("takes a redirect for the answer, and goes nowhere", async () => {
    const { sent, fetch } = replying({ status: 302, headers: { location: "/moved" } });
    const error = await errorOf<ApiError>(start(coreFor(service, { baseUrl, fetch })));
    expect(error).toMatchObject({ name: "ApiError", status: 302, declared: false });
    expect(error.headers.get("location")).toBe("/moved");
    expect(sent).toHaveLength(1);
  });

  it("takes a redirect that a browser hides for a failure", async () => {
    const hidden = Object.defineProperties(new Response(null), { status: { value: 0 }, ok: { value: false } });
    const error = await errorOf(start(coreFor(service, { baseUrl, fetch: () => Promise.resolve(hidden) })));
    expect(error).toMatchObject({ name: "ConnectionError", message: "getItem was redirected" });
  });
});

describe("a core with an extra", () => {
  it("follows redirects by redirects", async () => {
    const answers = replying({ status: 302, headers: { location: "/moved" } }, { json: { id: "a" } });
    const core = coreFor(service, { baseUrl, extras: [redirects], ...answers });
    expect(await start(core)).toEqual({ id: "a" });
    expect(answers.sent.map(({ path }) => path)).toEqual(["/items/a", "/moved"]);
  });

  it("explains errors by diagnostics", async () => {
    const core = coreFor(service, { baseUrl, extras: [diagnosticsFor({})], ...replying(refused) });
    expect((await errorOf(start(core))).message).toBe("getItem answered 404: no such item");
  });

  it("runs its middleware by middleware, and its validator by validation", async () => {
    const seen: string[] = [];
    const through: Middleware = (request, next) => (seen.push("middleware"), next(request));
    const core = coreFor(service, {
      baseUrl,
      extras: [middleware, validation],
      middleware: [through],
      validator: { request: () => void seen.push("request"), response: () => void seen.push("response") },
      ...replying({ json: { id: "a" } }),
    });
    expect(await start(core)).toEqual({ id: "a" });
    expect(seen).toEqual(["request", "middleware", "response"]);
  });
});
