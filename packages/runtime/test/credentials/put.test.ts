import { describe, expect, it } from "vitest";
import type { Kind, Put, Puts } from "../../src/credentials/kind.ts";
import { basic, bearer, inCookie, inHeader, inQuery } from "../../src/credentials/put.ts";
import { signIn } from "../../src/credentials/sign-in.ts";
import { takeFields } from "../../src/credentials/take-fields.ts";
import { Exchange } from "../../src/exchange.ts";
import type { Operation } from "../../src/operation.ts";
import { call } from "../../src/call.ts";
import { replying } from "../support/replies.ts";
import { errorOf, getItem, makeCore } from "../support/sample.ts";

function put(one: Put | undefined, url = "http://shop.test/items?a=1", headers: HeadersInit = {}): Exchange {
  const exchange = new Exchange(makeCore({}), getItem, {}, undefined);
  Object.assign(exchange, { url, headers: new Headers(headers) });
  one?.(exchange);
  return exchange;
}

const headersOf = (one: Put | undefined): object => Object.fromEntries(put(one).headers);

describe("a scheme", () => {
  it("bearer takes the bare token", () => {
    expect(headersOf(bearer("t"))).toEqual({ authorization: "Bearer t" });
  });

  it("basic takes a name and a password, in UTF-8", () => {
    const expected = `Basic ${Buffer.from("ann:pä:ß").toString("base64")}`;
    expect(headersOf(basic("ann", "pä:ß"))).toEqual({ authorization: expected });
  });

  it("apiKey takes the whole value of a header", () => {
    expect(headersOf(inHeader("x-key", "Api-Token t"))).toEqual({ "x-key": "Api-Token t" });
  });

  it("apiKey in the query is encoded beside what is there", () => {
    expect(put(inQuery("key", "a b&c")).url).toBe("http://shop.test/items?a=1&key=a%20b%26c");
  });

  it.each([
    ["http://shop.test/items", "http://shop.test/items?key=t%2C1"],
    ["http://shop.test/items?list=a,b&q=a+b%2F", "http://shop.test/items?list=a,b&q=a+b%2F&key=t%2C1"],
    ["http://shop.test/items?key=old&a=1&key", "http://shop.test/items?a=1&key=t%2C1"],
    ["http://shop.test/items?monkey=1&keys=?#part", "http://shop.test/items?monkey=1&keys=?&key=t%2C1"],
  ])("apiKey in the query of %s leaves the rest of it as it is written, and is there once", (url, wanted) => {
    expect(put(inQuery("key", "t,1"), url).url).toBe(wanted);
  });

  it("apiKey in a cookie goes beside other cookies, once", () => {
    const { headers } = put(inCookie("sid", "t w;o"), undefined, { cookie: "theme=dark; sid=one" });
    expect(headers.get("cookie")).toBe("theme=dark; sid=t%20w%3Bo");
  });

  it("is not fed by a value that is not there", () => {
    const none = [bearer(undefined), inHeader("x-key", undefined), inCookie("sid", undefined), inQuery("k", undefined)];
    expect(none).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("whose value has a character no header holds is refused without quoting it", () => {
    expect(() => put(bearer("hunter\n22"))).toThrow(/^(?!.*hunter).*character/s);
  });
});

describe("of an operation's alternatives", () => {
  async function sent(security: Operation["security"], puts: Puts): Promise<object> {
    const server = replying({ json: { id: "a" } });
    const kind: Kind = { name: "own", fields: { key: { optional: true } }, authorize: () => puts, begin: takeFields };
    const core = makeCore({ fetch: server.fetch, signIn: signIn(kind, {}) });
    await call(core, security === undefined ? getItem : { ...getItem, security }, { id: "a" }, undefined);
    const { accept: _, ...headers } = Object.fromEntries(server.sent[0]!.headers);
    return headers;
  }
  const puts = { basic: undefined, header: inHeader("x-key", "h"), bearer: bearer("b") };

  it("the first that is fed whole is taken, and that one alone", async () => {
    expect(await sent([{ basic: [] }, { header: [] }, { bearer: [] }], puts)).toEqual({ "x-key": "h" });
    expect(await sent([{ bearer: [] }, { header: [] }], puts)).toEqual({ authorization: "Bearer b" });
    expect(await sent([{ header: [], cookie: [] }, { bearer: [] }], puts)).toEqual({ authorization: "Bearer b" });
  });

  it("one that needs two schemes gets both", async () => {
    expect(await sent([{ header: [], bearer: [] }], puts)).toEqual({ "x-key": "h", authorization: "Bearer b" });
  });

  it("none is fed: that is an error that says what it takes", async () => {
    const error = await errorOf(sent([{ basic: [] }, { cookie: [], header: [] }], puts));
    expect(error.message).toBe("getItem takes no credentials of the kind own, but basic or cookie + header");
  });

  it("none is needed: nothing is put on the request", async () => {
    expect(await sent(undefined, puts)).toEqual({});
  });
});
