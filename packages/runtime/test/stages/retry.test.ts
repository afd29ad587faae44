import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { bodyOf } from "../../src/bodies/body.ts";
import { binaryBody } from "../../src/bodies/plain-bodies.ts";
import { call } from "../../src/call.ts";
import { AbortError } from "../../src/errors/abort-error.ts";
import { ConnectionError } from "../../src/errors/connection-error.ts";
import type { Operation } from "../../src/operation.ts";
import { rateLimit } from "../../src/stages/rate-limit.ts";
import { replying } from "../support/replies.ts";
import { createItem, errorOf, get, getItem, makeCore, post, service } from "../support/sample.ts";
import { listen } from "../support/server.ts";

const found = { json: { id: "a" } };

function operation(method: string, more: Partial<Operation> = {}): Operation {
  return { ...getItem, method, ...more };
}

describe("a retry follows", () => {
  it.each([408, 429, 502, 503, 504])("the status %i", async (status) => {
    const { fetch, sent } = replying({ status }, found);
    expect(await get(makeCore({ fetch }))).toEqual({ id: "a" });
    expect(sent).toHaveLength(2);
  });

  it.each([400, 401, 404, 500, 501])("not the status %i", async (status) => {
    const { fetch, sent } = replying({ status }, found);
    await errorOf(get(makeCore({ fetch })));
    expect(sent).toHaveLength(1);
  });

  it("the statuses that the service and the operation add", async () => {
    const { fetch, sent } = replying({ status: 556 }, { status: 409 }, found);
    const core = makeCore({ fetch, service: { ...service, retryStatuses: [556] } });
    await call(core, operation("GET", { retryStatuses: [409] }), { id: "a" }, undefined);
    expect(sent).toHaveLength(3);
  });

  it("a connection that is cut", async () => {
    let requests = 0;
    const { url } = await listen((request, response) => {
      if (++requests === 1) request.socket.destroy();
      else response.writeHead(200, { "content-type": "application/json" }).end('{"id":"a"}');
    });
    expect(await get(makeCore({ baseUrl: url }))).toEqual({ id: "a" });
    expect(requests).toBe(2);
  });

  it.each([
    ["CERT_HAS_EXPIRED", 1],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", 1],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", 1],
    ["ERR_TLS_CERT_ALTNAME_INVALID", 1],
    ["ECONNRESET", 2],
  ])("what fetch gives the code %s for only if it may pass", async (code, attempts) => {
    let sent = 0;
    const fetch = (): Promise<Response> => {
      sent += 1;
      if (sent === 2) return Promise.resolve(Response.json({ id: "a" }));
      return Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) }));
    };
    await get(makeCore({ fetch })).catch((error: unknown) => expect(error).toBeInstanceOf(ConnectionError));
    expect(sent).toBe(attempts);
  });

  it("nothing that middleware throws", async () => {
    const { fetch, sent } = replying(found);
    const middleware = [() => Promise.reject(new Error("mine"))];
    expect(await errorOf(get(makeCore({ fetch, middleware })))).toEqual(new Error("mine"));
    expect(sent).toHaveLength(0);
  });
});

describe("the number of attempts", () => {
  it("is three unless told", async () => {
    const { fetch, sent } = replying({ status: 503 });
    expect(await errorOf(get(makeCore({ fetch })))).toMatchObject({ status: 503 });
    expect(sent).toHaveLength(3);
  });

  it("is the call's, else the client's limit and one", async () => {
    const { fetch, sent } = replying({ status: 503 });
    const core = makeCore({ fetch, retry: { limit: 4 } });
    await errorOf(get(core));
    expect(sent).toHaveLength(5);
    await errorOf(get(core, { retry: { limit: 0 } }));
    expect(sent).toHaveLength(6);
    await errorOf(get(core, { retry: { limit: undefined } }));
    expect(sent).toHaveLength(11);
  });

  it("ends with the last failure", async () => {
    let tries = 0;
    const core = makeCore({ fetch: () => Promise.reject(new TypeError(`failure ${++tries}`)) });
    const error = await errorOf(get(core));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.message).toContain("failure 3");
  });
});

describe("a method", () => {
  it.each(["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"])("%s is repeated", async (method) => {
    const { fetch, sent } = replying({ status: 503 }, found);
    await call(makeCore({ fetch }), operation(method), { id: "a" }, undefined).asResponse();
    expect(sent).toHaveLength(2);
  });

  it.each(["POST", "PATCH"])("%s is not, since a repetition may do harm", async (method) => {
    const { fetch, sent } = replying({ status: 503 }, found);
    await errorOf(call(makeCore({ fetch }), operation(method), { id: "a" }, undefined));
    expect(sent).toHaveLength(1);
  });

  it("that may do harm is repeated where the spec calls the operation idempotent", async () => {
    const { fetch, sent } = replying({ status: 503 }, found);
    await call(
      makeCore({ fetch, retry: { unsafe: false } }),
      operation("POST", { idempotent: true }),
      { id: "a" },
      undefined,
    );
    expect(sent).toHaveLength(2);
  });

  it("that may do harm is repeated where the caller says so", async () => {
    const { fetch, sent } = replying({ status: 503 }, { status: 201, json: { id: "n" } });
    await post(makeCore({ fetch, retry: { unsafe: true } }), {});
    expect(sent.map(({ body }) => body)).toEqual(["{}", "{}"]);
  });

  it("with a stream as its body is never repeated", async () => {
    const { fetch, sent } = replying({ status: 503 }, found);
    const stream = (): ReadableStream<Uint8Array> => new Blob(["data"]).stream();
    const upload = { ...createItem, method: "PUT", body: bodyOf({ "application/octet-stream": binaryBody }) };
    const pending = call(makeCore({ fetch }), upload, { body: stream() }, { retry: { unsafe: true } });
    expect(await errorOf(pending)).toMatchObject({ status: 503 });
    expect(sent.map(({ body }) => body)).toEqual(["data"]);
  });
});

describe("the pause", () => {
  it("is what Retry-After says, and is logged", async () => {
    const { fetch, sent } = replying({ status: 503, headers: { "retry-after": "0.01" } }, found);
    const logged: string[] = [];
    const core = makeCore({ fetch, logger: { info: (message) => logged.push(message) }, logLevel: "info" });
    await get(core);
    expect(logged).toEqual(["shop: getItem answered 503; attempt 2 in 10 ms"]);
    expect(sent).toHaveLength(2);
  });

  it("is not begun when it is longer than a minute", async () => {
    const { fetch, sent } = replying({ status: 429, headers: { "retry-after": "61" } }, found);
    expect(await errorOf(get(makeCore({ fetch })))).toMatchObject({ status: 429 });
    expect(sent).toHaveLength(1);
  });

  it("is not begun when the total timeout would end it", async () => {
    const { fetch, sent } = replying({ status: 429, headers: { "retry-after": "10" } }, found);
    expect(await errorOf(get(makeCore({ fetch }), { totalTimeout: 5_000 }))).toMatchObject({ status: 429 });
    expect(sent).toHaveLength(1);
  });

  it("is ended by an abort", async () => {
    const controller = new AbortController();
    const { fetch, sent } = replying({ status: 429, headers: { "retry-after": "30" } }, found);
    const core = makeCore({ fetch, hooks: { onRetry: () => queueMicrotask(() => controller.abort("stop")) } });
    const timers = (): number => process.getActiveResourcesInfo().filter((each) => each === "Timeout").length;
    const before = timers();
    const error = await errorOf(get(core, { signal: controller.signal, timeout: 0, totalTimeout: 0 }));
    await setImmediate();
    // A timer of the test runner may have ended meanwhile.
    expect(timers(), "no timer keeps the program alive").toBeLessThanOrEqual(before);
    expect(error).toBeInstanceOf(AbortError);
    expect(error.cause).toBe("stop");
    expect(sent).toHaveLength(1);
  });

  it("honours the service's rate-limit header where there is no Retry-After", async () => {
    const { fetch } = replying({ status: 429, headers: { "x-reset": "7" } }, found);
    const logged: string[] = [];
    const core = makeCore({
      fetch,
      service: { ...service, rateLimit: rateLimit("x-reset", "delay", 1000) },
      logger: { info: (message) => logged.push(message) },
      logLevel: "info",
    });
    await get(core);
    expect(logged).toEqual(["shop: getItem answered 429; attempt 2 in 7 ms"]);
  });
});
