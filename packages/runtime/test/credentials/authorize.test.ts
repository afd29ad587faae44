import { describe, expect, it } from "vitest";
import { authorize, put, textsFor } from "../../src/credentials/authorize.ts";
import type { Values } from "../../src/credentials/kind.ts";
import { Exchange } from "../../src/exchange.ts";
import type { Operation, SecurityScheme, Service } from "../../src/operation.ts";
import { getItem, makeCore, service } from "../support/sample.ts";

const schemes: Readonly<Record<string, SecurityScheme>> = {
  basic: { type: "basic" },
  bearer: { type: "bearer" },
  header: { type: "apiKey", in: "header", name: "x-key" },
  query: { type: "apiKey", in: "query", name: "key" },
  cookie: { type: "apiKey", in: "cookie", name: "sid" },
};
const own: Service = { ...service, schemes };

function exchangeFor(security: Operation["security"], url = "http://shop.test/items?a=1"): Exchange {
  const operation = security === undefined ? getItem : { ...getItem, security };
  const exchange = new Exchange(makeCore({ service: own }), operation, {}, undefined);
  return Object.assign(exchange, { url, headers: new Headers() });
}

function sent(security: Operation["security"], values: Values): { headers: object; url: string } {
  const exchange = exchangeFor(security);
  authorize(exchange, textsFor(own, values, {}));
  return { headers: Object.fromEntries(exchange.headers), url: exchange.url };
}

describe("a scheme", () => {
  it("bearer takes the bare token", () => {
    expect(sent([{ bearer: [] }], { bearer: "t" }).headers).toEqual({ authorization: "Bearer t" });
  });

  it("basic takes a name and a password, in UTF-8", () => {
    const { headers } = sent([{ basic: [] }], { basic: { username: "ann", password: "pä:ß" } });
    expect(headers).toEqual({ authorization: `Basic ${Buffer.from("ann:pä:ß").toString("base64")}` });
  });

  it("apiKey takes the whole value of a header", () => {
    expect(sent([{ header: [] }], { header: "Api-Token t" }).headers).toEqual({ "x-key": "Api-Token t" });
  });

  it("apiKey in the query is encoded beside what is there", () => {
    expect(sent([{ query: [] }], { query: "a b&c" }).url).toBe("http://shop.test/items?a=1&key=a%20b%26c");
  });

  it.each([
    ["http://shop.test/items", "http://shop.test/items?key=t%2C1"],
    ["http://shop.test/items?list=a,b&q=a+b%2F", "http://shop.test/items?list=a,b&q=a+b%2F&key=t%2C1"],
    ["http://shop.test/items?key=old&a=1&key", "http://shop.test/items?a=1&key=t%2C1"],
    ["http://shop.test/items?monkey=1&keys=?#part", "http://shop.test/items?monkey=1&keys=?&key=t%2C1"],
  ])("apiKey in the query of %s leaves the rest of it as it is written, and is there once", (url, wanted) => {
    const exchange = exchangeFor([{ query: [] }], url);
    authorize(exchange, { query: "t,1" });
    expect(exchange.url).toBe(wanted);
  });

  it("apiKey in a cookie goes beside other cookies, once", () => {
    const exchange = exchangeFor([{ cookie: [] }]);
    exchange.headers.set("cookie", "theme=dark");
    authorize(exchange, { cookie: "one" });
    authorize(exchange, { cookie: "t w;o" });
    expect(exchange.headers.get("cookie")).toBe("theme=dark; sid=t%20w%3Bo");
  });
});

describe("of an operation's alternatives", () => {
  const values = { header: "h", bearer: "b" };

  it("the first that is fed whole is taken, and that one alone", () => {
    expect(sent([{ basic: [] }, { header: [] }, { bearer: [] }], values).headers).toEqual({ "x-key": "h" });
    expect(sent([{ bearer: [] }, { header: [] }], values).headers).toEqual({ authorization: "Bearer b" });
    expect(sent([{ header: [], cookie: [] }, { bearer: [] }], values).headers).toEqual({ authorization: "Bearer b" });
  });

  it("one that needs two schemes gets both", () => {
    expect(sent([{ header: [], bearer: [] }], values).headers).toEqual({ "x-key": "h", authorization: "Bearer b" });
  });

  it("none is fed: that is told, and nothing is put on the request", () => {
    const exchange = exchangeFor([{ basic: [] }]);
    expect(authorize(exchange, textsFor(own, values, {}))).toBe(false);
    expect([...exchange.headers]).toEqual([]);
  });

  it("one whose value is not found is not fed", () => {
    expect(textsFor(own, { header: "$session.gone", bearer: "Bearer {$field.gone}" }, {})).toEqual({});
  });
});

describe("credentials", () => {
  it("with a character that no header can hold are refused without quoting them", () => {
    const exchange = exchangeFor([{ bearer: [] }]);
    expect(() => authorize(exchange, { bearer: "hunter\n22" })).toThrow(/^(?!.*hunter).*character/s);
  });

  it.each([
    "http://shop.test.evil.example/items",
    "http://evil.example/",
    "https://shop.test/",
    "http://shop.test:81/",
  ])("do not go to %s", (url) => {
    const exchange = exchangeFor([{ bearer: [] }], url);
    expect(() => authorize(exchange, { bearer: "t" })).toThrow("may not go");
    expect([...exchange.headers]).toEqual([]);
  });

  it("go to another path of the origin", () => {
    const exchange = exchangeFor([{ bearer: [] }], "http://shop.test?a=1");
    expect(authorize(exchange, { bearer: "Bearer t" })).toBe(true);
  });

  it("of a step go on whatever the operation's security", () => {
    const exchange = exchangeFor(undefined);
    put(exchange, ["bearer"], { bearer: "Bearer t" });
    expect(exchange.headers.get("authorization")).toBe("Bearer t");
  });
});
