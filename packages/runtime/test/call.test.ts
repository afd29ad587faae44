import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { call } from "../src/call.ts";
import { ApiError } from "../src/errors/api-error.ts";
import { AbortError } from "../src/errors/abort-error.ts";
import { ConfigurationError } from "../src/errors/configuration-error.ts";
import { ConnectionError } from "../src/errors/connection-error.ts";
import { ParseError } from "../src/errors/parse-error.ts";
import { replying } from "./support/replies.ts";
import { createItem, errorOf, get, getItem, makeCore, post } from "./support/sample.ts";
import { serve } from "./support/server.ts";

const found = { json: { id: "a" } };
const missing = { status: 404, json: { message: "no such item" } };

describe("a call starts", () => {
  it("by itself, though nobody awaits it", async () => {
    const { fetch, sent } = replying(found);
    void get(makeCore({ fetch }));
    await setImmediate();
    expect(sent).toHaveLength(1);
  });

  it("after the turn in which it is made", async () => {
    const { fetch, sent } = replying(found);
    const pending = get(makeCore({ fetch }));
    expect(sent).toHaveLength(0);
    await pending;
  });

  it("beside another call, neither waiting for the other", async () => {
    const answerBoth: (() => void)[] = [];
    const { url } = await serve(async () => {
      await new Promise<void>((resolve) => {
        if (answerBoth.push(resolve) === 2) for (const each of answerBoth) each();
      });
      return found;
    });
    const core = makeCore({ baseUrl: url });
    expect(await Promise.all([get(core), get(core)])).toHaveLength(2);
  });

  it("not at all when it is aborted in the same turn", async () => {
    const { fetch, sent } = replying(found);
    const controller = new AbortController();
    const pending = get(makeCore({ fetch }), { signal: controller.signal });
    controller.abort(new Error("changed my mind"));
    const error = await errorOf(pending);
    expect(error).toBeInstanceOf(AbortError);
    expect(error.cause).toEqual(new Error("changed my mind"));
    expect(sent).toHaveLength(0);
  });

  it("not at all when its signal was aborted before", async () => {
    const { fetch, sent } = replying(found);
    expect(await errorOf(get(makeCore({ fetch }), { signal: AbortSignal.abort() }))).toBeInstanceOf(AbortError);
    expect(sent).toHaveLength(0);
  });

  it("with the arguments as they were when it was made", async () => {
    const { fetch, sent } = replying(found);
    const args = { id: "before" };
    const pending = call(makeCore({ fetch }), getItem, args, undefined);
    args.id = "after";
    await pending;
    expect(sent[0]?.path).toBe("/items/before");
  });

  it("with the body serialised once, though it is sent three times", async () => {
    const { fetch, sent } = replying({ status: 503 }, { status: 503 }, { status: 201, json: { id: "a" } });
    let times = 0;
    const body = { toJSON: () => ++times };
    await post(makeCore({ fetch }), body, { retry: { unsafe: true } });
    expect(sent.map((each) => each.body)).toEqual(["1", "1", "1"]);
  });
});

describe("a wrong argument", () => {
  it("rejects the call instead of making the method throw", async () => {
    const { fetch, sent } = replying(found);
    const pending = call(makeCore({ fetch }), getItem, {}, undefined);
    expect(await errorOf(pending)).toBeInstanceOf(ConfigurationError);
    expect(sent).toHaveLength(0);
  });

  it("is reported by asResponse() and result() as well", async () => {
    const core = makeCore(replying(found));
    expect(await errorOf(call(core, getItem, {}, undefined).asResponse())).toBeInstanceOf(ConfigurationError);
    expect(await errorOf(call(core, getItem, {}, undefined).result())).toBeInstanceOf(ConfigurationError);
  });
});

describe("one call is one request", () => {
  it("however often and in whatever ways it is taken", async () => {
    const { fetch, sent } = replying(found);
    const pending = get(makeCore({ fetch }));
    const [data, again, withResponse, result] = await Promise.all([
      pending,
      pending.then((it) => it),
      pending.withResponse(),
      pending.result(),
    ]);
    expect(sent).toHaveLength(1);
    expect(again).toBe(data);
    expect(withResponse.data).toBe(data);
    expect(result).toMatchObject({ ok: true, status: 200 });
    expect(result.ok && result.data).toBe(data);
    expect(await pending).toBe(data);
  });

  it("whose error is the same for every reader", async () => {
    const { fetch, sent } = replying(missing);
    const pending = get(makeCore({ fetch }));
    const error = await errorOf(pending);
    expect(await errorOf(pending.withResponse())).toBe(error);
    expect(await errorOf(pending)).toBe(error);
    expect(await pending.result()).toBe((error as ApiError).result);
    expect(sent).toHaveLength(1);
  });

  it("and the same method called again is a new one", async () => {
    const { fetch, sent } = replying(found);
    const core = makeCore({ fetch });
    await get(core);
    await get(core);
    expect(sent).toHaveLength(2);
  });
});

describe("awaiting a call", () => {
  it("gives the data", async () => {
    expect(await get(makeCore(replying(found)))).toEqual({ id: "a" });
  });

  it("throws an ApiError for an error status", async () => {
    const error = await errorOf<ApiError>(get(makeCore(replying(missing))));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ service: "shop", operation: "getItem", status: 404, declared: true });
    expect(error.body).toEqual({ message: "no such item" });
    expect(error.message).toBe("getItem answered 404: no such item");
  });

  it("works with catch() and finally() as with any promise", async () => {
    const pending = get(makeCore(replying(missing)));
    let settled = 0;
    await pending.finally(() => settled++).catch(() => settled++);
    expect(settled).toBe(2);
  });

  it("can be done by whoever takes a Promise", async () => {
    const pending: Promise<{ id: string }> = get(makeCore(replying(found)));
    expect(await Promise.all([pending, pending])).toEqual([{ id: "a" }, { id: "a" }]);
    expect(Object.prototype.toString.call(pending)).toBe("[object Promise]");
  });

  it("gives plain data when the call is returned from an async function", async () => {
    const wrapper = async (): Promise<unknown> => get(makeCore(replying(found)));
    expect(await wrapper()).toEqual({ id: "a" });
  });
});

describe("withResponse()", () => {
  it("gives the data beside the response it came in", async () => {
    const { url } = await serve({ ...found, headers: { "x-request-id": "r1" } });
    const { data, response } = await get(makeCore({ baseUrl: url })).withResponse();
    expect(data).toEqual({ id: "a" });
    expect(response.headers.get("x-request-id")).toBe("r1");
  });
});

describe("result()", () => {
  it("is a success for a success", async () => {
    const result = await get(makeCore(replying(found))).result();
    expect(result).toMatchObject({ ok: true, status: 200, data: { id: "a" } });
    expect(result.response.status).toBe(200);
  });

  it("is a failure, not an exception, for a declared error", async () => {
    const result = await get(makeCore(replying(missing))).result();
    expect(result).toMatchObject({ ok: false, declared: true, status: 404, error: { message: "no such item" } });
  });

  it("is undeclared for a status that the spec does not name, with the text that came", async () => {
    const result = await get(makeCore(replying({ status: 418, text: "<h1>teapot</h1>" }))).result();
    expect(result).toMatchObject({
      ok: false,
      declared: false,
      status: 418,
      error: undefined,
      text: "<h1>teapot</h1>",
    });
  });

  it("rejects where no answer came", async () => {
    const core = makeCore({ fetch: () => Promise.reject(new TypeError("fetch failed")), retry: { limit: 0 } });
    expect(await errorOf(get(core).result())).toBeInstanceOf(ConnectionError);
  });

  it("rejects where a success is not what was declared", async () => {
    const page = { text: "<h1>log in</h1>", headers: { "content-type": "text/html" } };
    expect(await errorOf(get(makeCore(replying(page))).result())).toBeInstanceOf(ParseError);
  });

  it("rejects with an ApiError of another call that middleware made", async () => {
    const other = makeCore(replying(missing));
    const core = makeCore({ ...replying(found), middleware: [async () => get(other).then(() => new Response())] });
    expect(await errorOf(get(core).result())).toBeInstanceOf(ApiError);
  });

  it("rejects for an abort", async () => {
    const pending = get(makeCore(replying(() => undefined)), { signal: AbortSignal.timeout(10) });
    expect(await errorOf(pending.result())).toBeInstanceOf(AbortError);
  });
});

describe("options", () => {
  it("may be undefined one by one", async () => {
    const none = {
      signal: undefined,
      timeout: undefined,
      totalTimeout: undefined,
      retry: undefined,
      headers: undefined,
    };
    expect(await get(makeCore(replying(found)), { ...none, fetch: undefined })).toEqual({ id: "a" });
  });

  it("of a call go before the client's", async () => {
    const client = replying(missing);
    const own = replying(found);
    expect(await get(makeCore({ fetch: client.fetch }), { fetch: own.fetch })).toEqual({ id: "a" });
    expect(client.sent).toHaveLength(0);
  });
});

it("sends an operation without arguments when args are left out", async () => {
  const { fetch, sent } = replying({ status: 201, json: { id: "n" } });
  expect(await call(makeCore({ fetch }), createItem, undefined, undefined)).toEqual({ id: "n" });
  expect(sent[0]).toMatchObject({ method: "POST", path: "/items", body: "" });
});
