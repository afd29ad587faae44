import { describe, expect, it } from "vitest";
import { call } from "../../src/call.ts";
import { AbortError } from "../../src/errors/abort-error.ts";
import { diagnosticsFor } from "../../src/diagnostics/diagnostics.ts";
import { ApiError } from "../../src/errors/api-error.ts";
import { ConfigurationError } from "../../src/errors/configuration-error.ts";
import { SignInError } from "../../src/errors/sign-in-error.ts";
import { TimeoutError } from "../../src/errors/timeout-error.ts";
import { Appliance, signedIn, usual, user } from "../support/appliance.ts";
import { basic, guarded, password, token } from "../support/kinds.ts";
import { replying } from "../support/replies.ts";
import { createItem, errorOf, get, makeCore } from "../support/sample.ts";

const unauthorized = { status: 401, json: { message: "no" } };

describe("signing in", () => {
  it("happens before the first operation that needs credentials, and once", async () => {
    const shop = new Appliance();
    const { call } = signedIn(shop, password, user);
    expect(await call()).toEqual({ id: "a" });
    await call();
    expect(shop.log).toEqual(["POST /session", "GET /items/a", "GET /items/a"]);
    expect(shop.sent[1]?.headers.get("x-session")).toBe("session-token-1");
  });

  it("does not happen for operations that need none, nor do they get any", async () => {
    const shop = new Appliance();
    const { call, callOpen } = signedIn(shop, password, user);
    await callOpen();
    expect(shop.log).toEqual(["GET /open/a"]);
    await call();
    await callOpen();
    expect(shop.sent.at(-1)?.headers.has("x-session")).toBe(false);
  });

  it("is not needed by an operation with an empty list of alternatives", async () => {
    const shop = new Appliance({ "GET /items/a": [{ json: { id: "a" } }] });
    const { core } = signedIn(shop, password, user);
    await call(core, { ...guarded, security: [] }, { id: "a" }, undefined);
    expect(shop.log).toEqual(["GET /items/a"]);
  });

  it("is one, however many calls wait for it", async () => {
    const shop = new Appliance();
    const { call } = signedIn(shop, password, user);
    await Promise.all(Array.from({ length: 50 }, () => call()));
    expect(shop.count("POST /session")).toBe(1);
    expect(shop.count("GET /items/a")).toBe(50);
  });

  it("goes on for the others when one caller aborts", async () => {
    const controller = new AbortController();
    const shop = new Appliance({
      "POST /session": [
        () => {
          controller.abort("enough");
          return usual;
        },
      ],
    });
    const { call } = signedIn(shop, password, user);
    const [one, other] = await Promise.allSettled([call({ signal: controller.signal }), call()]);
    expect(one).toMatchObject({ status: "rejected", reason: { name: "AbortError", cause: "enough" } });
    expect(other).toMatchObject({ status: "fulfilled", value: { id: "a" } });
    expect(shop.log).toEqual(["POST /session", "GET /items/a"]);
  });

  it("stays of use when the only caller aborts", async () => {
    const controller = new AbortController();
    const shop = new Appliance({ "POST /session": [() => (controller.abort(), usual)] });
    const { call } = signedIn(shop, password, user);
    expect(await errorOf(call({ signal: controller.signal }))).toBeInstanceOf(AbortError);
    await call();
    expect(shop.count("POST /session")).toBe(1);
  });

  it("takes no longer than the call's total timeout", async () => {
    const { call } = signedIn(new Appliance({ "POST /session": [() => undefined] }), password, user);
    expect(await errorOf(call({ totalTimeout: 20 }))).toBeInstanceOf(TimeoutError);
  });

  it("goes past middleware and has limits of its own", async () => {
    const seen: string[] = [];
    const shop = new Appliance({ "POST /session": [() => undefined] });
    const { call } = signedIn(shop, password, user, {
      timeout: 20,
      middleware: [
        (request, next, { operation }) => {
          seen.push(operation);
          return next(request);
        },
      ],
    });
    expect(await errorOf(call())).toBeInstanceOf(SignInError);
    expect(seen).toEqual(["guarded"]);
  });
});

describe("a sign-in that is refused", () => {
  it.each([400, 401, 403, 404, 422])("with %i is told to every later call unsent", async (status) => {
    const shop = new Appliance({ "POST /session": [{ status, json: { message: "wrong password" } }] });
    const { call } = signedIn(shop, password, user);
    const error = await errorOf<SignInError>(call());
    expect(error).toBeInstanceOf(SignInError);
    expect(error).toMatchObject({ refused: true, kind: "password" });
    expect(error.message).toContain("wrong password");
    expect(error.cause).toBeInstanceOf(ApiError);
    expect(await errorOf(call())).toBe(error);
    expect(await errorOf(call().result())).toBe(error);
    expect(shop.log).toEqual(["POST /session"]);
  });

  it("leaves operations that need no credentials alone", async () => {
    const { call, callOpen } = signedIn(new Appliance({ "POST /session": [unauthorized] }), password, user);
    await errorOf(call());
    expect(await callOpen()).toEqual({ id: "a" });
  });

  it("is tried anew by signIn()", async () => {
    const shop = new Appliance({ "POST /session": [unauthorized, usual] });
    const { core, call } = signedIn(shop, password, user);
    await errorOf(call());
    await core.session?.held(true);
    expect(await call()).toEqual({ id: "a" });
    expect(shop.count("POST /session")).toBe(2);
  });

  it.each([408, 429, 500, 503])("with %i is not kept: it may pass", async (status) => {
    const shop = new Appliance({ "POST /session": [{ status }, usual] });
    const { call } = signedIn(shop, password, user);
    expect(await errorOf(call())).toMatchObject({ name: "SignInError", refused: false });
    expect(await call()).toEqual({ id: "a" });
  });

  it("by a lost connection is not kept either", async () => {
    const shop = new Appliance({ "POST /session": [() => Promise.reject(new TypeError("reset")), usual] });
    const { call } = signedIn(shop, password, user);
    expect(await errorOf(call())).toMatchObject({ name: "SignInError", refused: false });
    expect(await call()).toEqual({ id: "a" });
  });

  it("because a function failed is not kept, and the failure is the function's", async () => {
    let sealed = true;
    const secret = (): string => {
      if (sealed) throw new Error("vault is sealed");
      return "hunter22";
    };
    const { call } = signedIn(new Appliance(), password, { username: "ops", password: secret });
    expect(await errorOf(call())).toEqual(new Error("vault is sealed"));
    sealed = false;
    expect(await call()).toEqual({ id: "a" });
  });
});

describe("an operation that the credentials cannot feed", () => {
  it("is refused before it is sent, with what it takes", async () => {
    const shop = new Appliance();
    const { core } = signedIn(shop, token, { token: "t" });
    const other = { ...guarded, security: [{ session: [] }, { basic: [], session: [] }] };
    const error = await errorOf(call(core, other, { id: "a" }, undefined));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.message).toContain("of the kind token, but session or basic + session");
    expect(shop.sent).toHaveLength(0);
  });
});

describe("an error quotes", () => {
  it.each([
    [
      "of an answer that the spec does not declare, the appliance's words",
      '{"message":"at night only"}',
      ": at night only",
    ],
    ["nothing of what only begins like JSON", "{{ no template }}", ""],
    ["nothing of what is longer than any words", JSON.stringify({ message: "why", x: "x".repeat(100_000) }), ""],
    ["no JSON that is no object", '["message"]', ""],
  ])("%s", async (_, text, words) => {
    const { fetch } = replying({ status: 418, text });
    const error = await errorOf(get(makeCore({ fetch })));
    expect(error).toMatchObject({ declared: false, body: undefined, message: `getItem answered 418${words}` });
  });
});

describe("an error never quotes", () => {
  it("the token of a call that the appliance echoes", async () => {
    const shop = new Appliance({ "GET /items/a": [{ status: 404, json: { message: "session-token-1 may not" } }] });
    const { core } = signedIn(shop, password, user);
    const known = { ...guarded, responses: { default: "application/json" } };
    const error = await errorOf<ApiError>(call(core, known, { id: "a" }, undefined));
    expect(error.message).toBe("guarded answered 404");
    expect(error.text).toContain("session-token-1");
  });

  it("name and password in the form that they are sent in", async () => {
    const { fetch } = replying(({ headers }) => ({
      status: 404,
      json: { message: `not with ${headers.get("authorization")}` },
    }));
    const known = { ...guarded, responses: { default: "application/json" } };
    const { core } = signedIn({ fetch }, basic, { ...user, via: "basic" });
    const error = await errorOf<ApiError>(call(core, known, { id: "a" }, undefined));
    expect(error.message).toBe("guarded answered 404");
    expect(error.text).toContain(btoa(`${user.username}:${user.password}`));
  });

  it("more than one line of the appliance's words, nor what speaks to a terminal", async () => {
    const { fetch } = replying({ status: 404, json: { message: "no\r\n2030-01-01 ERROR \u001b[2J all gone\u0000" } });
    const error = await errorOf(get(makeCore({ fetch })));
    expect(error.message).toBe("getItem answered 404: no 2030-01-01 ERROR [2J all gone");
  });

  it("what the spec calls sensitive in the arguments", async () => {
    const { fetch } = replying({ status: 400, json: { message: "the pin 4711 is too short" } });
    const core = makeCore({ fetch, extras: [diagnosticsFor({ sensitive: ["pin"] })] });
    const error = await errorOf(call(core, createItem, { body: [{ pin: "4711" }] }, undefined));
    expect(error.message).toBe("createItem answered 400");
  });
});
