import { type AddressInfo, createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { AbortError } from "../../src/errors/abort-error.ts";
import { ConnectionError } from "../../src/errors/connection-error.ts";
import { SdkError } from "../../src/errors/sdk-error.ts";
import { TimeoutError } from "../../src/errors/timeout-error.ts";
import { replying } from "../support/replies.ts";
import { errorOf, get, makeCore } from "../support/sample.ts";
import { listen, serve } from "../support/server.ts";

const once = { retry: { limit: 0 } };

describe("the timeout of an attempt", () => {
  it("ends a request that is not answered", async () => {
    const { url } = await serve(() => undefined);
    const error = await errorOf(get(makeCore({ baseUrl: url }), { ...once, timeout: 20 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toBeInstanceOf(SdkError);
    expect(error.message).toBe(`getItem got no answer from ${url} within 20 ms`);
    expect(error.cause).toBeInstanceOf(Error);
  });

  it("ends a body that does not come to its end", async () => {
    const { url } = await listen((_, response) => {
      response.writeHead(200, { "content-type": "application/json" }).write('{"id":');
    });
    expect(await errorOf(get(makeCore({ baseUrl: url }), { ...once, timeout: 50 }))).toBeInstanceOf(TimeoutError);
  });

  it("is the client's where the call has none", async () => {
    const core = makeCore({ ...replying(() => undefined), timeout: 20, ...once });
    expect(await errorOf(get(core))).toBeInstanceOf(TimeoutError);
  });

  it("holds for each attempt, so that the next one may succeed", async () => {
    const { fetch, sent } = replying(() => undefined, { json: { id: "a" } });
    expect(await get(makeCore({ fetch }), { timeout: 20 })).toEqual({ id: "a" });
    expect(sent).toHaveLength(2);
  });

  it.each([0, Infinity, Number.MAX_SAFE_INTEGER])("is lifted by %s", async (timeout) => {
    const { fetch } = replying({ json: { id: "a" } });
    expect(await get(makeCore({ fetch }), { timeout, totalTimeout: timeout })).toEqual({ id: "a" });
  });
});

describe("the total timeout", () => {
  it("ends an attempt that has longer by itself", async () => {
    const core = makeCore(replying(() => undefined));
    const error = await errorOf(get(core, { totalTimeout: 20 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error.message).toContain("within its total timeout");
  });

  it("ends a call whose attempts are each in time", async () => {
    const { fetch, sent } = replying(() => undefined);
    expect(
      await errorOf(get(makeCore({ fetch }), { timeout: 20, totalTimeout: 50, retry: { limit: 1000 } })),
    ).toBeInstanceOf(TimeoutError);
    expect(sent.length).toBeLessThan(5);
  });
});

describe("an abort", () => {
  it("ends a request that is under way, and is no timeout", async () => {
    const controller = new AbortController();
    const { url } = await serve(() => {
      controller.abort(new Error("enough"));
      return undefined;
    });
    const error = await errorOf(get(makeCore({ baseUrl: url }), { ...once, signal: controller.signal }));
    expect(error).toBeInstanceOf(AbortError);
    expect(error).not.toBeInstanceOf(TimeoutError);
    expect(error.message).toBe("getItem was aborted");
    expect(error.cause).toEqual(new Error("enough"));
  });

  it("ends a body that is being read", async () => {
    const controller = new AbortController();
    const { url } = await listen((_, response) => {
      response.writeHead(200, { "content-type": "application/json" }).write('{"id":', () => controller.abort());
    });
    expect(await errorOf(get(makeCore({ baseUrl: url }), { signal: controller.signal }))).toBeInstanceOf(AbortError);
  });

  it("is not tried again", async () => {
    const controller = new AbortController();
    const { fetch, sent } = replying(() => {
      controller.abort();
      return undefined;
    });
    await errorOf(get(makeCore({ fetch }), { signal: controller.signal }));
    expect(sent).toHaveLength(1);
  });
});

describe("a connection failure", () => {
  it("is neither a timeout nor an abort, names the host and keeps its cause", async () => {
    const { url } = await listen((request) => request.socket.destroy());
    const error = await errorOf(get(makeCore({ baseUrl: url }), once));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.message).toContain(`getItem got no answer from ${url}: `);
    expect((error.cause as Error).cause).toBeInstanceOf(Error);
  });

  it("says what the transport says of a port where nobody listens", async () => {
    const port = await closedPort();
    const error = await errorOf(get(makeCore({ baseUrl: `http://127.0.0.1:${port}` }), once));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.message).toContain("ECONNREFUSED");
  });

  it("is a body that is cut off, too", async () => {
    const { url } = await listen((request, response) => {
      response.writeHead(200, { "content-length": "100" }).write("{", () => request.socket.destroy());
    });
    expect(await errorOf(get(makeCore({ baseUrl: url }), once))).toBeInstanceOf(ConnectionError);
  });

  it("may be anything that a given fetch throws", async () => {
    const core = makeCore({ fetch: () => Promise.reject("no network today"), ...once });
    expect((await errorOf(get(core))).message).toBe("getItem got no answer from http://shop.test: no network today");
  });
});

it("looks the global fetch up at the call", async () => {
  const { url } = await serve({ json: { id: "a" } });
  expect(await get(makeCore({ baseUrl: url }))).toEqual({ id: "a" });
});

/** A port that was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
