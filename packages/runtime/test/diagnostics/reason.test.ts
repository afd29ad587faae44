import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { call } from "../../src/call.ts";
import { diagnosticsFor } from "../../src/diagnostics/diagnostics.ts";
import { reasonFor } from "../../src/diagnostics/reason.ts";
import { errorOf, get, getItem, makeCore } from "../support/sample.ts";
import { listen } from "../support/server.ts";

function failed(code: string, message = code): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(message), { code }) });
}

describe("the reason of a connection failure", () => {
  it.each([
    ["ECONNREFUSED", "nothing listens there"],
    ["ENOTFOUND", "no such host"],
    ["EAI_AGAIN", "name server did not answer"],
    ["ECONNRESET", "reset by the other side"],
    ["UND_ERR_SOCKET", "closed by the other side"],
    ["UND_ERR_CONNECT_TIMEOUT", "could not be made in time"],
    ["EHOSTUNREACH", "no route"],
    ["HPE_INVALID_CONSTANT", "does not speak HTTP"],
    ["ConnectionRefused", "nothing listens there"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "self-signed"],
    ["CERT_HAS_EXPIRED", "expired"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "another host"],
  ])("%s is said in plain words, with the code", (code, words) => {
    expect(reasonFor(failed(code))).toContain(words);
    expect(reasonFor(failed(code))).toContain(`(${code})`);
  });

  it("is OpenSSL's own where a certificate is too weak, with what to do", () => {
    const reason = reasonFor(failed("UNSPECIFIED", "EE certificate key too weak"));
    expect(reason).toMatch(/key too weak\..*fingerprint256 of nodeFetch.*\(UNSPECIFIED\)$/);
  });

  it("is told in the terms of Deno, which has no codes, where a certificate is not trusted", () => {
    const words = "error sending request for url (https://a.test/): client error (Connect): invalid peer certificate: ";
    const cause = new Error(`${words}UnknownIssuer`);
    expect(reasonFor(new TypeError("fetch failed", { cause }))).toBe(
      "The certificate does not hold: its authority is not known here. Trust it by caCerts of Deno.createHttpClient",
    );
  });

  it("is found where several addresses were tried", () => {
    const each = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    expect(reasonFor(new TypeError("fetch failed", { cause: new AggregateError([each, each]) }))).toContain("refused");
  });

  it.each(["Failed to fetch", "Load failed", "NetworkError when attempting to fetch resource."])(
    "in a browser, which says %s alone, is one of the usual ones",
    (message) => {
      expect(reasonFor(new TypeError(message))).toContain("CORS");
    },
  );

  it.each([
    [undefined, "undefined"],
    ["no network today", "no network today"],
    [new Error("what"), "what"],
    [failed("EWHATEVER"), "EWHATEVER"],
    [failed("toString"), "toString"],
  ])("is left to the transport's words where nothing is known of %s", (cause, words) => {
    expect(reasonFor(cause)).toBe(words);
  });

  it("between here and a proxy is told of the proxy, not of the server", () => {
    const cause = Object.assign(new Error("no way through the proxy", { cause: failed("ECONNREFUSED").cause }), {
      code: "ERR_PROXY_TUNNEL",
    });
    expect(reasonFor(new TypeError("fetch failed", { cause }))).toBe("no way through the proxy (ERR_PROXY_TUNNEL)");
  });

  it("ends where causes go in a circle", () => {
    const error = new Error("round");
    error.cause = error;
    expect(reasonFor(error)).toBe("round");
  });
});

describe("a client with diagnostics", () => {
  it("leaves what a call was aborted with, and what a fetch of one's own fails with, as it is", async () => {
    const reason = { code: "HPE_", data: "mine" };
    const aborted = call(makeCore({}), getItem, { id: "a" }, { signal: AbortSignal.abort(reason) });
    expect((await errorOf(aborted)).cause).toEqual({ code: "HPE_", data: "mine" });
    const own = Object.assign(new Error("no line"), { data: "mine" });
    const failing = call(makeCore({ fetch: () => Promise.reject(own) }), getItem, { id: "a" }, { retry: { limit: 0 } });
    expect((await errorOf(failing)).cause).toHaveProperty("data", "mine");
  });

  it("has none of the bytes that were no HTTP", async () => {
    const broken = Object.assign(new Error("no HTTP"), { code: "HPE_INVALID_CONSTANT", data: "canary-bytes" });
    const fetch = (): Promise<never> => Promise.reject(new TypeError("fetch failed", { cause: broken }));
    const error = await errorOf(get(makeCore({ fetch, retry: { limit: 0 } })));
    expect(inspect(error, { depth: 10 })).toContain("HPE_INVALID_CONSTANT");
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain("canary-bytes");
  });

  it("prints no secret of a URL that the transport quotes", async () => {
    const url = "http://shop.test/items/canary-pin";
    const words = new Error(`error sending request for url (${url}): no route`);
    const pathed = Object.defineProperty(new Error("unable to connect"), "path", {
      value: url,
      writable: true,
      enumerable: true,
    });
    const get = { ...getItem, path: "/items/{pin}" };
    const extras = [diagnosticsFor({ sensitive: ["pin"] })];
    for (const cause of [words, pathed]) {
      const fetch = (): Promise<never> => Promise.reject(new TypeError("fetch failed", { cause }));
      const core = makeCore({ fetch, retry: { limit: 0 }, extras });
      const error = await errorOf(call(core, get, { pin: "canary-pin" }, undefined));
      expect(error.name).toBe("ConnectionError");
      const printed = inspect(error, { depth: 10 }) + error.message + JSON.stringify(error) + String(cause.stack);
      expect(printed).not.toContain("canary-pin");
      expect(printed).toContain("http://shop.test/items/***");
    }
  });

  it("says it in the error, and keeps the cause", async () => {
    const fetch = (): Promise<never> => Promise.reject(failed("ENOTFOUND"));
    const error = await errorOf(get(makeCore({ fetch }), { retry: { limit: 0 } }));
    expect(error.message).toMatch(
      /^getItem got no answer from http:\/\/shop\.test: no such host is known\..*\(ENOTFOUND\)$/,
    );
    expect(error.cause).toBeInstanceOf(TypeError);
  });

  it("says it of a real connection that is cut", async () => {
    const { url } = await listen((request) => request.socket.destroy());
    const error = await errorOf(get(makeCore({ baseUrl: url }), { retry: { limit: 0 } }));
    expect(error.message).toContain("closed by the other side");
  });

  it("says it of a real connection to what is no web server, and prints nothing of what came", async () => {
    const { url } = await listen((request) => request.socket.end("SSH-2.0-canary-bytes\r\n"));
    const error = await errorOf(get(makeCore({ baseUrl: url }), { retry: { limit: 0 } }));
    expect(error.message).toContain("does not speak HTTP");
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain("canary-bytes");
  });

  it("says the transport's own words where it knows none", async () => {
    const fetch = (): Promise<never> => Promise.reject(failed("EWHATEVER", "the cat sat on it"));
    const error = await errorOf(get(makeCore({ fetch }), { retry: { limit: 0 } }));
    expect(error.message).toBe("getItem got no answer from http://shop.test: the cat sat on it");
  });
});
