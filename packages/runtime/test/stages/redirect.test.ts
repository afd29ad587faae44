import { describe, expect, it } from "vitest";
import { bodyOf } from "../../src/bodies/body.ts";
import { binaryBody } from "../../src/bodies/plain-bodies.ts";
import { call } from "../../src/call.ts";
import { ConnectionError } from "../../src/errors/connection-error.ts";
import { bearer } from "../../src/credentials/put.ts";
import { signIn } from "../../src/credentials/sign-in.ts";
import { takeFields } from "../../src/credentials/take-fields.ts";
import { replying } from "../support/replies.ts";
import { createItem, errorOf, get, getItem, makeCore, post } from "../support/sample.ts";
import { serve } from "../support/server.ts";

const found = { json: { id: "a" } };
const to = (location: string, status = 302): { status: number; headers: { location: string } } => ({
  status,
  headers: { location },
});
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

describe("a redirect within the origin", () => {
  it.each([301, 302, 303, 307, 308])("is followed with everything: %i", async (status) => {
    const { url, sent } = await serve(to("/moved", status), found);
    const core = makeCore({ ...signed, baseUrl: url });
    expect(await call(core, secured, { id: "a" }, { headers: { "x-own": "1" } })).toEqual({ id: "a" });
    expect(sent[1]).toMatchObject({ method: "GET", path: "/moved" });
    expect(sent[1]?.headers.get("authorization")).toBe("Bearer t0ken-value");
    expect(sent[1]?.headers.get("x-own")).toBe("1");
  });

  it.each([301, 302, 303])("%i turns POST into GET without a body", async (status) => {
    const { url, sent } = await serve(to("/moved", status), { status: 201, json: { id: "n" } });
    await post(makeCore({ baseUrl: url }), { name: "x" });
    expect(sent[1]).toMatchObject({ method: "GET", path: "/moved", body: "" });
    expect(sent[1]?.headers.has("content-type")).toBe(false);
  });

  it.each([307, 308])("%i repeats POST with its body", async (status) => {
    const { url, sent } = await serve(to("/moved", status), { status: 201, json: { id: "n" } });
    await post(makeCore({ baseUrl: url }), { name: "x" });
    expect(sent[1]).toMatchObject({ method: "POST", path: "/moved", body: '{"name":"x"}' });
  });

  it.each([301, 302])("%i leaves DELETE what it is", async (status) => {
    const { url, sent } = await serve(to("/moved", status), found);
    await call(makeCore({ baseUrl: url }), { ...getItem, method: "DELETE" }, { id: "a" }, undefined);
    expect(sent[1]?.method).toBe("DELETE");
  });

  it.each([
    { method: "HEAD", then: "HEAD" },
    { method: "DELETE", then: "GET" },
  ])("303 turns $method into $then", async ({ method, then }) => {
    const { url, sent } = await serve(to("/moved", 303), { status: 204 });
    const operation = { ...getItem, method, responses: { 204: null } };
    await call(makeCore({ baseUrl: url }), operation, { id: "a" }, undefined);
    expect(sent[1]).toMatchObject({ method: then, path: "/moved" });
  });

  it("is resolved against the address that answered", async () => {
    const { url, sent } = await serve(to("../other?x=1"), found);
    await get(makeCore({ baseUrl: `${url}/api` }));
    expect(sent[1]?.path).toBe("/api/other?x=1");
  });
});

describe("a redirect to another origin", () => {
  it("takes along neither credentials nor headers of ours but Accept", async () => {
    const elsewhere = await serve(found);
    const { url } = await serve(to(`${elsewhere.url}/moved`));
    const core = makeCore({ ...signed, baseUrl: url, headers: { "x-client": "1" } });
    expect(await call(core, secured, { id: "a" }, { headers: { "x-own": "1", cookie: "s=1" } })).toEqual({ id: "a" });
    const headers = elsewhere.sent[0]!.headers;
    expect(headers.get("accept")).toBe("application/json");
    for (const name of ["authorization", "x-client", "x-own", "cookie"]) expect(headers.has(name), name).toBe(false);
  });

  it("and back does not bring them back", async () => {
    const elsewhere = await serve(() => to(`${home.url}/again`));
    const home = await serve(to(`${elsewhere.url}/away`), found);
    await call(makeCore({ ...signed, baseUrl: home.url }), secured, { id: "a" }, undefined);
    expect(home.sent[1]?.headers.has("authorization")).toBe(false);
  });

  it("is refused to a request with a body", async () => {
    const elsewhere = await serve(found);
    const { url } = await serve(to(`${elsewhere.url}/moved`, 307));
    const error = await errorOf(post(makeCore({ baseUrl: url }), { secret: "x" }));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.message).toContain(elsewhere.url);
    expect(elsewhere.sent).toHaveLength(0);
  });
});

describe("a redirect is an error", () => {
  it("after ten of them, and is not tried again", async () => {
    const { fetch, sent } = replying(to("/round"));
    const error = await errorOf(get(makeCore({ fetch })));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.message).toBe("getItem was redirected more than 10 times; check the client's base URL");
    expect(sent).toHaveLength(11);
  });

  it.each(["file:///etc/passwd", "http://[", "javascript:1"])("to %s", async (location) => {
    const { fetch } = replying(to(location));
    expect((await errorOf(get(makeCore({ fetch })))).message).toContain("to no http address");
  });

  it("where a browser does not show it", async () => {
    const hidden = Object.defineProperties(new Response(null), {
      type: { value: "opaqueredirect" },
      status: { value: 0 },
      ok: { value: false },
    });
    const error = await errorOf(get(makeCore({ fetch: () => Promise.resolve(hidden) })));
    expect(error.message).toContain("that a browser does not tell");
  });

  it("for a stream, which was used up", async () => {
    const { fetch } = replying(to("/moved", 307), found);
    const upload = { ...createItem, body: bodyOf({ "application/octet-stream": binaryBody }) };
    const error = await errorOf(call(makeCore({ fetch }), upload, { body: new Blob(["x"]).stream() }, undefined));
    expect(error).toBeInstanceOf(ConnectionError);
  });
});

it("lets go of the body of a redirect", async () => {
  let cancelled = false;
  const body = new ReadableStream({ cancel: () => void (cancelled = true) });
  const answers = [new Response(body, to("/moved")), Response.json({ id: "a" })];
  await get(makeCore({ fetch: () => Promise.resolve(answers.shift()!) }));
  expect(cancelled).toBe(true);
});

it.each([300, 304, 305, 306, 399])("takes %i for an answer", async (status) => {
  const { fetch, sent } = replying({ status, headers: { location: "/moved" } });
  expect(await errorOf(get(makeCore({ fetch })))).toMatchObject({ status });
  expect(sent).toHaveLength(1);
});
