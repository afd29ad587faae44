import { describe, expect, it } from "vitest";
import { AbortError } from "../src/errors/abort-error.ts";
import { replying } from "./support/replies.ts";
import { errorOf, get, makeCore } from "./support/sample.ts";
import { listen, serve } from "./support/server.ts";

const found = { json: { id: "a" } };

describe("asResponse()", () => {
  it.each([200, 204, 404, 503])("resolves for the status %i, the body unread", async (status) => {
    const { url } = await serve(status === 204 ? { status } : { status, text: "as it came" });
    const response = await get(makeCore({ baseUrl: url, retry: { limit: 0 } })).asResponse();
    expect(response.status).toBe(status);
    expect(response.bodyUsed).toBe(false);
    expect(await response.text()).toBe(status === 204 ? "" : "as it came");
  });

  it("goes through the retries", async () => {
    const { fetch, sent } = replying({ status: 503, text: "busy" }, { text: "ready" });
    const response = await get(makeCore({ fetch })).asResponse();
    expect(await response.text()).toBe("ready");
    expect(sent).toHaveLength(2);
  });

  it("is refused in a later turn, however slow the network is", async () => {
    const pending = get(makeCore(replying(() => undefined)), { signal: AbortSignal.timeout(20) });
    await Promise.resolve();
    const error = await errorOf(pending.asResponse());
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toContain("withResponse()");
    expect(await errorOf(pending)).toBeInstanceOf(AbortError);
  });

  it.each(["then", "withResponse", "result"] as const)("is refused after %s()", async (use) => {
    const pending = get(makeCore(replying(found)));
    const first = pending[use]();
    expect(await errorOf(pending.asResponse())).toBeInstanceOf(TypeError);
    await first;
  });

  it("is refused a second time", async () => {
    const pending = get(makeCore(replying(found)));
    const first = pending.asResponse();
    expect(await errorOf(pending.asResponse())).toBeInstanceOf(TypeError);
    expect((await first).status).toBe(200);
  });

  it("leaves no data to read", async () => {
    const pending = get(makeCore(replying(found)));
    const response = pending.asResponse();
    for (const late of [pending, pending.withResponse(), pending.result()]) {
      expect(await errorOf(late)).toBeInstanceOf(TypeError);
    }
    expect(await (await response).json()).toEqual({ id: "a" });
  });

  it("leaves the body to the caller's signal, no longer to the time limits", async () => {
    const { url } = await listen(async (_, response) => {
      response.writeHead(200).write("first ");
      setTimeout(() => response.end("second"), 550);
    });
    const response = await get(makeCore({ baseUrl: url }), { timeout: 500, totalTimeout: 500 }).asResponse();
    expect(await response.text()).toBe("first second");
  });

  it("lets the caller's signal end a body that is being read", async () => {
    const { url } = await listen((_, response) => response.writeHead(200).write("first "));
    const controller = new AbortController();
    const response = await get(makeCore({ baseUrl: url }), { signal: controller.signal }).asResponse();
    const text = response.text();
    controller.abort();
    expect((await errorOf(text)).name).toBe("AbortError");
  });
});
