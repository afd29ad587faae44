import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { soleJsonBodyOf } from "../src/bodies/sole-json-body.ts";
import { call } from "../src/call.ts";
import { ConfigurationError } from "../src/errors/configuration-error.ts";
import { cookieParameters, headerParameters } from "../src/header-parameters.ts";
import type { Operation } from "../src/operation.ts";
import type { CallOptions } from "../src/options.ts";
import { comma, form, named, text } from "../src/styles.ts";
import { replying, type Sent } from "./support/replies.ts";
import { createItem, errorOf, get, getItem, makeCore, post } from "./support/sample.ts";

const found = { json: { id: "a" } };

async function send(operation: Operation, args: object, options?: object): Promise<Sent> {
  const { fetch, sent } = replying(found);
  await call(makeCore({ fetch }), operation, args, options).asResponse();
  return sent[0]!;
}

describe("a path parameter", () => {
  it.each([
    ["a/b", "/items/a%2Fb"],
    ["a?b#c", "/items/a%3Fb%23c"],
    ["a b", "/items/a%20b"],
    ["ä;=%", "/items/%C3%A4%3B%3D%25"],
    ["..%2f", "/items/..%252f"],
    ["...", "/items/..."],
    [7, "/items/7"],
    [false, "/items/false"],
  ])("%j is one segment", async (id, path) => {
    expect((await send(getItem, { id })).url).toBe(`http://shop.test${path}`);
  });

  it.each(["", ".", "..", undefined, null])("%j is refused before anything is sent", async (id) => {
    const { fetch, sent } = replying(found);
    const error = await errorOf(call(makeCore({ fetch }), getItem, { id }, undefined));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.message).toContain('getItem cannot be sent: path parameter "id"');
    expect(sent).toHaveLength(0);
  });

  it("called body is given as path.body", async () => {
    const operation = { ...createItem, path: "/items/{path.body}" };
    const sent = await send(operation, { "path.body": "x", body: { y: 1 } });
    expect(sent).toMatchObject({ path: "/items/x", body: '{"y":1}' });
  });

  it("called contentType is given as path.contentType", async () => {
    const operation = { ...createItem, path: "/items/{path.contentType}" };
    expect((await send(operation, { "path.contentType": "x", body: {} })).path).toBe("/items/x");
    const error = await errorOf(send(operation, { contentType: "x", body: {} }));
    expect(error.message).toContain('path parameter "path.contentType" is ""');
  });

  it("does not fill what another one holds", async () => {
    const operation = { ...getItem, path: "/items/{id}/{part}" };
    expect((await send(operation, { id: "{part}", part: "p" })).path).toBe("/items/%7Bpart%7D/p");
  });
});

describe("query parameters", () => {
  const search: Operation = {
    ...getItem,
    path: "/items",
    query: { q: form, tag: form, ids: comma, "query.body": named("body", form) },
  };

  it("are written in the style that the operation gives them", async () => {
    const sent = await send(search, { q: "a b&c", tag: ["x", "y z"], ids: ["1,2", "3"], "query.body": true });
    expect(sent.path).toBe("/items?q=a%20b%26c&tag=x&tag=y%20z&ids=1%2C2,3&body=true");
  });

  it.each([{}, { q: undefined }, { q: null, ids: null }, { tag: [], ids: [] }])(
    "are left out where there is nothing to send: %j",
    async (args) => {
      expect((await send(search, args)).url).toBe("http://shop.test/items");
    },
  );

  it.each([
    [{ q: "" }, "/items?q="],
    [{ q: 0 }, "/items?q=0"],
    [{ q: false }, "/items?q=false"],
  ])("are sent where they are empty, zero or false: %j", async (args, path) => {
    expect((await send(search, args)).path).toBe(path);
  });
});

describe("header parameters", () => {
  const operation: Operation = { ...getItem, header: headerParameters({ "x-tenant": text, "header.id": text }) };

  it("are sent by their wire name", async () => {
    const { headers } = await send(operation, { id: "a", "x-tenant": 7, "header.id": "h" });
    expect([headers.get("x-tenant"), headers.get("id")]).toEqual(["7", "h"]);
  });

  it.each([undefined, null])("that are %s are not sent", async (value) => {
    expect((await send(operation, { id: "a", "x-tenant": value })).headers.has("x-tenant")).toBe(false);
  });

  it("go before headers of the options", async () => {
    const { headers } = await send(operation, { id: "a", "x-tenant": "args" }, { headers: { "X-Tenant": null } });
    expect(headers.get("x-tenant")).toBe("args");
  });
});

it("cookie parameters travel together, and are arguments as all others", async () => {
  const operation: Operation = {
    ...getItem,
    cookie: cookieParameters({ theme: form, "cookie.id": named("id", form) }),
  };
  const { headers } = await send(operation, { id: "a", theme: "dark", "cookie.id": "c" });
  expect(headers.get("cookie")?.split(/[;,] /)).toEqual(["theme=dark", "id=c"]);
});

describe("headers", () => {
  it("accept JSON unless the operation says otherwise", async () => {
    expect((await send(getItem, { id: "a" })).headers.get("accept")).toBe("application/json");
    const both = "application/json, text/plain";
    expect((await send({ ...getItem, accept: both }, { id: "a" })).headers.get("accept")).toBe(both);
  });

  it("of the call go before the client's", async () => {
    const { fetch, sent } = replying(found);
    await get(makeCore({ fetch, headers: { "X-A": "client", "x-b": "client" } }), { headers: { "x-a": "call" } });
    expect([sent[0]?.headers.get("x-a"), sent[0]?.headers.get("x-b")]).toEqual(["call", "client"]);
  });

  it("are removed by null and left by undefined", async () => {
    const { fetch, sent } = replying(found);
    const core = makeCore({ fetch, headers: { "x-a": "1", "x-b": "2", accept: undefined } });
    await get(core, { headers: { "X-A": null, "x-b": undefined } });
    await get(makeCore({ fetch, headers: { Accept: null } }));
    expect(Object.fromEntries(sent[0]!.headers)).toEqual({ accept: "application/json", "x-b": "2" });
    expect(sent[1]?.headers.has("accept")).toBe(false);
  });
});

describe("what cannot be sent", () => {
  const refusal = async (operation: Operation, args: object, options?: CallOptions): Promise<Error> => {
    const { fetch, sent } = replying(found);
    const error = await errorOf(call(makeCore({ fetch }), operation, args, options));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(sent).toEqual([]);
    return error;
  };

  it.each(["a\r\nx-injected: yes", "a\0b", "日本語"])(
    "is a header with the value %j, which is not quoted",
    async (value) => {
      const error = await refusal(getItem, { id: "a" }, { headers: { "x-note": `secret-${value}` } });
      expect(error.message).toBe('getItem cannot be sent: the header "x-note" has a character that none can have');
      expect(inspect(error)).not.toContain("secret-");
    },
  );

  it.each(["x note", "", "x:note"])("is a header with the name %j", async (name) => {
    expect((await refusal(getItem, { id: "a" }, { headers: { [name]: "a" } })).message).toContain(JSON.stringify(name));
  });

  it("is half of a surrogate pair in a path or a query", async () => {
    expect((await refusal(getItem, { id: "a\uD800b" })).message).toContain("surrogate");
    await refusal({ ...getItem, path: "/items", query: { q: form } }, { q: "a\uD800b" });
  });
});

describe("a body", () => {
  it("is sent as JSON with its content type", async () => {
    const { fetch, sent } = replying({ status: 201, json: { id: "n" } });
    await post(makeCore({ fetch }), { name: "ä", none: undefined, nothing: null });
    expect(sent[0]).toMatchObject({ method: "POST", body: '{"name":"ä","nothing":null}' });
    expect(sent[0]?.headers.get("content-type")).toBe("application/json");
  });

  it.each([null, 0, "", false])("may be %j", async (body) => {
    expect((await send(createItem, { body })).body).toBe(JSON.stringify(body));
  });

  it("that is left out has no content type", async () => {
    expect((await send(createItem, {})).headers.has("content-type")).toBe(false);
  });

  it("of a JSON dialect is sent as JSON", async () => {
    expect(
      (await send({ ...createItem, body: soleJsonBodyOf("application/merge-patch+json") }, { body: { a: null } })).body,
    ).toBe('{"a":null}');
  });

  it("of a JSON dialect has that dialect's content type", async () => {
    const { headers } = await send(
      { ...createItem, body: soleJsonBodyOf("application/merge-patch+json") },
      { body: {} },
    );
    expect(headers.get("content-type")).toBe("application/merge-patch+json");
  });

  it("that cannot be written rejects the call", async () => {
    const { fetch, sent } = replying(found);
    const body: { self?: object } = {};
    body.self = body;
    const error = await errorOf(post(makeCore({ fetch }), body));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.cause).toBeInstanceOf(TypeError);
    expect(sent).toHaveLength(0);
  });
});
