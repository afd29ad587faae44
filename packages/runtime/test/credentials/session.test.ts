import { describe, expect, it } from "vitest";
import { call } from "../../src/call.ts";
import { AbortError } from "../../src/errors/abort-error.ts";
import { ApiError } from "../../src/errors/api-error.ts";
import { ConfigurationError } from "../../src/errors/configuration-error.ts";
import { SignInError } from "../../src/errors/sign-in-error.ts";
import { TimeoutError } from "../../src/errors/timeout-error.ts";
import { Appliance, signedIn, usual, user } from "../support/appliance.ts";
import { basic, guarded, guardedService, lasting, password, token, withCode } from "../support/kinds.ts";
import type { Answer } from "../support/replies.ts";
import { errorOf } from "../support/sample.ts";

const minute = 60_000;
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
    await core.session?.signIn();
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

describe("ahead of expiry a session is renewed", () => {
  it("when less than a minute is left", async () => {
    const shop = new Appliance();
    const { call, clock } = signedIn(shop, lasting({ fixed: 3600 }), user);
    await call();
    clock.pass(58 * minute);
    await call();
    expect(shop.count("POST /session")).toBe(1);
    clock.pass(minute);
    await call();
    expect(shop.count("POST /session")).toBe(2);
    expect(shop.sent.at(-1)?.headers.get("x-session")).toBe("session-token-2");
  });

  it("once for all calls that come then", async () => {
    const shop = new Appliance();
    const { call, clock } = signedIn(shop, lasting({ fixed: 3600 }), user);
    await call();
    clock.pass(60 * minute);
    await Promise.all([call(), call(), call()]);
    expect(shop.count("POST /session")).toBe(2);
  });

  it("when its idle life is almost over, which every use pushes on", async () => {
    const shop = new Appliance();
    const { call, clock } = signedIn(shop, lasting({ idle: 1800 }), user);
    for (let use = 0; use < 4; use++) {
      await call();
      clock.pass(25 * minute);
    }
    expect(shop.count("POST /session")).toBe(1);
    clock.pass(5 * minute);
    await call();
    expect(shop.count("POST /session")).toBe(2);
  });

  it("by an error answer used as well, but not by a 401", async () => {
    const shop = new Appliance({ "GET /items/a": [usual, { status: 404 }, unauthorized, unauthorized, usual] });
    const { call, clock } = signedIn(shop, lasting({ idle: 1000 }), user);
    await call();
    clock.pass(900_000);
    await errorOf(call()); // 404: pushed on
    clock.pass(900_000);
    await errorOf(call()); // 401 twice: renewed, then about rights
    expect(shop.count("POST /session")).toBe(2);
    clock.pass(940_001);
    await call();
    expect(shop.count("POST /session")).toBe(3);
  });
});

describe("after a 401", () => {
  it("the session is renewed once and the call sent once more", async () => {
    const shop = new Appliance();
    const { call } = signedIn(shop, password, user);
    await call();
    shop.alive.clear();
    expect(await call()).toEqual({ id: "a" });
    expect(shop.log.slice(2)).toEqual(["GET /items/a", "POST /session", "GET /items/a"]);
  });

  it("many calls share one renewal", async () => {
    const shop = new Appliance();
    const { call } = signedIn(shop, password, user);
    await call();
    shop.alive.clear();
    await Promise.all(Array.from({ length: 20 }, () => call()));
    expect(shop.count("POST /session")).toBe(2);
  });

  it("a call sent with an older session is repeated with the current one, without a renewal", async () => {
    let answerLate: (() => void) | undefined;
    const shop = new Appliance({
      "GET /items/a": [
        usual,
        () => new Promise((resolve) => (answerLate = () => resolve(unauthorized))),
        unauthorized,
        usual,
      ],
    });
    const { call } = signedIn(shop, password, user);
    await call();
    const late = call();
    await call(); // renews
    answerLate?.();
    expect(await late).toEqual({ id: "a" });
    expect(shop.count("POST /session")).toBe(2);
  });

  it("the repetition is a use of the session it is sent with", async () => {
    let answerLate: (() => void) | undefined;
    const late: Answer = () => new Promise((resolve) => (answerLate = () => resolve(unauthorized)));
    const shop = new Appliance({ "GET /items/a": [usual, late, unauthorized, usual] });
    const { call, clock } = signedIn(shop, lasting({ idle: 1000 }), user);
    await call();
    const pending = call();
    await call(); // renews
    clock.pass(600_000);
    answerLate?.();
    await pending;
    clock.pass(600_000);
    await call();
    expect(shop.count("POST /session")).toBe(2);
  });

  it("that meets the repetition too, rights are what is missing: nothing is renewed for a minute", async () => {
    const shop = new Appliance({ "GET /items/a": [unauthorized] });
    const { call, clock } = signedIn(shop, password, user);
    expect(await errorOf(call())).toMatchObject({ status: 401 });
    expect(shop.count("POST /session")).toBe(2);
    await errorOf(call());
    clock.pass(59_999);
    await errorOf(call());
    expect(shop.count("POST /session")).toBe(2);
    expect(shop.count("GET /items/a")).toBe(4);
    clock.pass(1);
    await errorOf(call());
    expect(shop.count("POST /session")).toBe(3);
  });

  it("that was about rights renews again after signIn()", async () => {
    const shop = new Appliance({ "GET /items/a": [unauthorized] });
    const { core, call } = signedIn(shop, password, user);
    await errorOf(call());
    await core.session?.signIn();
    expect(shop.count("POST /session")).toBe(2);
    await errorOf(call());
    expect(shop.count("POST /session")).toBe(3);
  });

  it("whose header says that it is about rights, nothing is renewed", async () => {
    const expired = { header: "WWW-Authenticate", contains: ["expired", "missing"] };
    const about = (why: string): object => ({ ...unauthorized, headers: { "www-authenticate": `zt error="${why}"` } });
    const shop = new Appliance({ "GET /items/a": [about("forbidden"), about("expired"), usual, unauthorized, usual] });
    const { call } = signedIn(shop, password, user, { service: { ...guardedService, expired } } as object);
    expect(await errorOf(call())).toMatchObject({ status: 401 });
    expect(shop.count("POST /session")).toBe(1);
    expect(await call()).toEqual({ id: "a" });
    expect(shop.count("POST /session")).toBe(2);
    expect(await call()).toEqual({ id: "a" }); // no header: taken for an end of the session
    expect(shop.count("POST /session")).toBe(3);
  });

  it("a refused renewal is what the call ends with", async () => {
    const shop = new Appliance({ "POST /session": [usual, unauthorized] });
    const { call } = signedIn(shop, password, user);
    await call();
    shop.alive.clear();
    expect(await errorOf(call())).toMatchObject({ name: "SignInError", refused: true });
  });

  it("asResponse() is sent once more, too", async () => {
    const shop = new Appliance();
    const { call } = signedIn(shop, password, user);
    await call();
    shop.alive.clear();
    expect((await call().asResponse()).status).toBe(200);
  });

  it("a stream is not sent once more", async () => {
    const upload = { ...guarded, method: "PUT", path: "/items/a", body: "application/octet-stream" };
    const shop = new Appliance({ "PUT /items/a": [unauthorized] });
    const { core } = signedIn(shop, password, user);
    const body = new Blob(["x"]).stream();
    expect(await errorOf(call(core, upload, { body }, undefined))).toMatchObject({ status: 401 });
    expect(shop.log).toEqual(["POST /session", "PUT /items/a"]);
  });
});

describe("a kind without a login", () => {
  it("sends its token, and its 401 goes to the caller", async () => {
    const shop = new Appliance();
    const { call } = signedIn(shop, token, { token: "stale" });
    expect(await errorOf(call())).toMatchObject({ name: "ApiError", status: 401 });
    expect(shop.log).toEqual(["GET /items/a"]);
    expect(shop.sent[0]?.headers.get("authorization")).toBe("Bearer stale");
  });

  it("asks its function once, and again after a 401", async () => {
    const shop = new Appliance();
    shop.alive.add("fresh");
    const tokens = ["stale", "fresh"];
    let asked = 0;
    const { call } = signedIn(shop, token, { token: async () => tokens[asked++] });
    expect(await Promise.all([call(), call()])).toHaveLength(2);
    await call();
    expect(asked).toBe(2);
  });

  it("does not repeat the call with the same token", async () => {
    const shop = new Appliance();
    let asked = 0;
    const { call } = signedIn(shop, token, {
      token: () => {
        asked++;
        return "stale";
      },
    });
    expect(await errorOf(call())).toMatchObject({ status: 401 });
    expect([asked, shop.count("GET /items/a")]).toEqual([2, 1]);
  });

  it("may take a name and a password with every call", async () => {
    const shop = new Appliance({ "GET /items/a": [{ json: { id: "a" } }] });
    const { call } = signedIn(shop, basic, { ...user, via: "basic" });
    await call();
    expect(shop.sent[0]?.headers.get("authorization")).toBe(`Basic ${btoa("ops:hunter22")}`);
  });
});

it("does not use a one-time code twice: the session's 401 reaches the caller", async () => {
  const shop = new Appliance();
  const { call } = signedIn(shop, withCode, { ...user, code: "246810" });
  await call();
  shop.alive.clear();
  expect(await errorOf(call())).toMatchObject({ name: "ApiError", status: 401 });
  expect(shop.count("POST /session")).toBe(1);
});

it("does not use a one-time code again after a sign-in that failed", async () => {
  const shop = new Appliance({ "POST /session": [{ status: 503 }, usual] });
  const { call } = signedIn(shop, withCode, { ...user, code: "246810" });
  await errorOf(call());
  expect((await errorOf(call())).message).toContain('"code" works a single time');
  expect(shop.count("POST /session")).toBe(1);
});

describe("an operation that the credentials cannot feed", () => {
  it("is refused before it is sent, with what it takes", async () => {
    const shop = new Appliance();
    const { core } = signedIn(shop, token, { token: "t" });
    const other = { ...guarded, security: [{ session: [] }, { basic: [], session: [] }] };
    const error = await errorOf(call(core, other, { id: "a" }, undefined));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.message).toContain("of the kind token; it takes session or basic + session");
    expect(shop.sent).toHaveLength(0);
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
});
