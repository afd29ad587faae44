import { describe, expect, it } from "vitest";
import { call } from "../../src/call.ts";
import { bearer } from "../../src/credentials/put.ts";
import { signIn } from "../../src/credentials/sign-in.ts";
import { takeFields } from "../../src/credentials/take-fields.ts";
import { AbortError } from "../../src/errors/abort-error.ts";
import { ConfigurationError } from "../../src/errors/configuration-error.ts";
import { TimeoutError } from "../../src/errors/timeout-error.ts";
import type { Middleware } from "../../src/stages/middleware.ts";
import { replying } from "../support/replies.ts";
import { errorOf, get, getItem, makeCore, post } from "../support/sample.ts";
import { serve } from "../support/server.ts";

const found = { json: { id: "a" } };
const secured = { ...getItem, security: [{ bearer: [] }] };
const signed = {
  signIn: signIn(
    {
      name: "token",
      fields: { token: {} },
      authorize: (field) => ({ bearer: bearer(field["token"]) }),
      begin: takeFields,
    },
    { token: "t0ken-value" },
  ),
};

describe("middleware", () => {
  it("goes around the call, the first one outermost", async () => {
    const seen: string[] = [];
    const named =
      (name: string): Middleware =>
      async (request, next) => {
        seen.push(`${name} in`);
        const response = await next(request);
        seen.push(`${name} out`);
        return response;
      };
    await get(makeCore({ ...replying(found), middleware: [named("a"), named("b")] }));
    expect(seen).toEqual(["a in", "b in", "b out", "a out"]);
  });

  it("is told the service, the operation and the signal", async () => {
    const controller = new AbortController();
    let told: unknown;
    const middleware: Middleware = (request, next, context) => {
      told = context;
      return next(request);
    };
    await get(makeCore({ ...replying(found), middleware: [middleware] }), { signal: controller.signal });
    expect(told).toEqual({ service: "shop", operation: "getItem", path: "/items/{id}", signal: controller.signal });
  });

  it("may change what is sent", async () => {
    const { fetch, sent } = replying({ status: 201, json: { id: "n" } });
    const middleware: Middleware = (request, next) => {
      request.headers.set("x-trace", "7");
      return next({ ...request, url: `${request.url}?v=2`, method: "PUT", body: "{}" });
    };
    await post(makeCore({ fetch, middleware: [middleware] }), { name: "x" });
    expect(sent[0]).toMatchObject({ method: "PUT", path: "/items?v=2", body: "{}" });
    expect(sent[0]?.headers.get("x-trace")).toBe("7");
  });

  it("sees no credentials, neither before nor after", async () => {
    const { fetch, sent } = replying(found);
    const seen: (string | null)[] = [];
    const middleware: Middleware = async (request, next) => {
      seen.push(request.headers.get("authorization"));
      const response = await next(request);
      seen.push(request.headers.get("authorization"));
      return response;
    };
    await call(makeCore({ ...signed, fetch, middleware: [middleware, middleware] }), secured, { id: "a" }, undefined);
    expect(seen).toEqual([null, null, null, null]);
    expect(sent[0]?.headers.get("authorization")).toBe("Bearer t0ken-value");
  });

  it("cannot take credentials to another origin", async () => {
    const elsewhere = await serve(found);
    const { url } = await serve(found);
    const middleware: Middleware = (request, next) => next({ ...request, url: elsewhere.url });
    const core = makeCore({ ...signed, baseUrl: url, middleware: [middleware] });
    const error = await errorOf(call(core, secured, { id: "a" }, undefined));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(elsewhere.sent).toHaveLength(0);
  });

  it("may go on twice, with the same body", async () => {
    const { fetch, sent } = replying({ status: 409 }, { status: 201, json: { id: "n" } });
    const middleware: Middleware = async (request, next) => {
      const response = await next(request);
      return response.status === 409 ? next(request) : response;
    };
    expect(await post(makeCore({ fetch, middleware: [middleware] }), { name: "x" })).toEqual({ id: "n" });
    expect(sent.map(({ body }) => body)).toEqual(['{"name":"x"}', '{"name":"x"}']);
  });

  it("is outside of the retries", async () => {
    const { fetch, sent } = replying({ status: 503 }, found);
    let times = 0;
    const middleware: Middleware = (request, next) => {
      times++;
      return next(request);
    };
    await get(makeCore({ fetch, middleware: [middleware] }));
    expect([times, sent.length]).toEqual([1, 2]);
  });

  it("may answer by itself", async () => {
    const { fetch, sent } = replying(found);
    const middleware: Middleware = () => Promise.resolve(Response.json({ id: "cached" }));
    expect(await get(makeCore({ fetch, middleware: [middleware] }))).toEqual({ id: "cached" });
    expect(sent).toHaveLength(0);
  });

  it("may replace the response", async () => {
    const middleware: Middleware = async (request, next) => {
      const { id } = (await (await next(request)).json()) as { id: string };
      return Response.json({ id: `${id}!` });
    };
    expect(await get(makeCore({ ...replying(found), middleware: [middleware] }))).toEqual({ id: "a!" });
  });

  it("may read the body and hand on the response nonetheless", async () => {
    let read = "";
    const middleware: Middleware = async (request, next) => {
      const response = await next(request);
      read = await response.text();
      return response;
    };
    expect(await get(makeCore({ ...replying(found), middleware: [middleware] }))).toEqual({ id: "a" });
    expect(read).toBe('{"id":"a"}');
  });

  it("sees status, headers and address of the response", async () => {
    const { url } = await serve({ status: 404, json: { message: "no" }, headers: { "x-request-id": "r1" } });
    let seen: Response | undefined;
    const middleware: Middleware = async (request, next) => (seen = await next(request));
    const error = await errorOf(get(makeCore({ baseUrl: url, middleware: [middleware] })));
    expect(error).toMatchObject({ status: 404, body: { message: "no" } });
    expect([seen?.status, seen?.headers.get("x-request-id"), seen?.url]).toEqual([404, "r1", `${url}/items/a`]);
  });

  it("hands the unread response on to asResponse()", async () => {
    const { url } = await serve({ text: "as it came" });
    const middleware: Middleware = (request, next) => next(request);
    const response = await get(makeCore({ baseUrl: url, middleware: [middleware] })).asResponse();
    expect(await response.text()).toBe("as it came");
  });

  it("lets an answer without a body through", async () => {
    const middleware: Middleware = (request, next) => next(request);
    const gone = { ...getItem, method: "DELETE", responses: { 204: null } };
    const core = makeCore({ ...replying({ status: 204 }), middleware: [middleware] });
    expect(await call(core, gone, { id: "a" }, undefined)).toBeUndefined();
  });

  it("that never goes on ends with the call: by its total timeout, or by its signal", async () => {
    const middleware: Middleware = () => new Promise(() => {});
    const core = makeCore({ ...replying(found), middleware: [middleware] });
    expect(await errorOf(get(core, { totalTimeout: 10 }))).toBeInstanceOf(TimeoutError);
    expect(await errorOf(get(core, { signal: AbortSignal.timeout(10) }))).toBeInstanceOf(AbortError);
  });

  it("may answer with a body that never ends, which ends with the call", async () => {
    const middleware: Middleware = () => Promise.resolve(new Response(new ReadableStream()));
    const core = makeCore({ ...replying(found), middleware: [middleware] });
    expect(await errorOf(get(core, { totalTimeout: 10 }))).toBeInstanceOf(TimeoutError);
  });
});
