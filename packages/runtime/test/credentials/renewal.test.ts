import { describe, expect, it } from "vitest";
import { expiredBy } from "../../src/credentials/expired.ts";
import { bodyOf } from "../../src/bodies/body.ts";
import { binaryBody } from "../../src/bodies/plain-bodies.ts";
import { call } from "../../src/call.ts";
import { Appliance, signedIn, usual, user } from "../support/appliance.ts";
import { basic, guarded, lasting, password, token, withCode } from "../support/kinds.ts";
import type { Answer } from "../support/replies.ts";
import { errorOf } from "../support/sample.ts";

const minute = 60_000;
const unauthorized = { status: 401, json: { message: "no" } };

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

  it("that was about rights leaves no session behind: the first one was not over, and is ended once", async () => {
    const shop = new Appliance({ "GET /items/a": [usual, unauthorized] });
    const { core, call } = signedIn(shop, password, user);
    await call();
    await Promise.allSettled(Array.from({ length: 5 }, () => call()));
    await core.close();
    const ended = shop.sent.filter(({ method }) => method === "DELETE").map(({ headers }) => headers.get("x-session"));
    expect(ended).toEqual(["session-token-1", "session-token-2"]);
    expect(shop.alive.size).toBe(0);
  });

  it("that was about rights renews again after signIn()", async () => {
    const shop = new Appliance({ "GET /items/a": [unauthorized] });
    const { core, call } = signedIn(shop, password, user);
    await errorOf(call());
    await core.session?.held(true);
    expect(shop.count("POST /session")).toBe(2);
    await errorOf(call());
    expect(shop.count("POST /session")).toBe(3);
  });

  it("whose header says that it is about rights, nothing is renewed", async () => {
    const kind = { ...password, expired: expiredBy("WWW-Authenticate", ["expired", "missing"]) };
    const about = (why: string): object => ({ ...unauthorized, headers: { "www-authenticate": `zt error="${why}"` } });
    const shop = new Appliance({ "GET /items/a": [about("forbidden"), about("expired"), usual, unauthorized, usual] });
    const { call } = signedIn(shop, kind, user);
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
    const upload = {
      ...guarded,
      method: "PUT",
      path: "/items/a",
      body: bodyOf({ "application/octet-stream": binaryBody }),
    };
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
  expect((await errorOf(call())).message).toContain('"code" is used up');
  expect(shop.count("POST /session")).toBe(1);
});
