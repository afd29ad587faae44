import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { diagnosticsFor } from "../../src/diagnostics/diagnostics.ts";
import type { SessionKind } from "../../src/credentials/kind.ts";
import { basic } from "../../src/credentials/put.ts";
import { firstText, joined } from "../../src/credentials/values.ts";
import { SignInError } from "../../src/errors/sign-in-error.ts";
import { at } from "../../src/pointer.ts";
import { form } from "../../src/styles.ts";
import { Appliance, signedIn, usual, user } from "../support/appliance.ts";
import { login, password, passwordPlan, type Plan, sessionKind, withFactor } from "../support/kinds.ts";
import { errorOf } from "../support/sample.ts";

const asked = { json: { token: "session-token-1", factor: true } };
const body = (shop: Appliance, at = 0): unknown => JSON.parse(shop.sent[at]?.body ?? "");

describe("the login", () => {
  it("carries what its step says, and no other credentials", async () => {
    const shop = new Appliance();
    const { call } = signedIn(shop, password, user);
    await call();
    expect(body(shop)).toEqual({ username: "ops", password: "hunter22", domain: "LOCAL" });
    expect(shop.sent[0]?.headers.has("authorization")).toBe(false);
    expect(shop.sent[0]?.headers.has("x-session")).toBe(false);
  });

  it("has the client's headers", async () => {
    const shop = new Appliance();
    await signedIn(shop, password, user, { headers: { "x-client": "1", accept: null } }).call();
    expect(shop.sent[0]?.headers.get("x-client")).toBe("1");
    expect(shop.sent[0]?.headers.has("accept")).toBe(false);
  });

  it("leaves out of parameters and body what was not given", async () => {
    const kind = sessionKind({
      ...passwordPlan,
      fields: { ...password.fields, realm: { secret: false, optional: true }, org: { secret: false, optional: true } },
      login: ({ realm, username, org }) => [
        { ...login, query: { realm: form, method: form } },
        { realm, method: "password", body: { username, org } },
      ],
    });
    const shop = new Appliance({ "POST /session?method=password": [{ json: { token: "t" } }] });
    await errorOf(signedIn(shop, kind, user).call());
    expect(shop.sent[0]?.path).toBe("/session?method=password");
    expect(body(shop)).toEqual({ username: "ops" });
  });

  it("may have credentials of its own, such as Basic", async () => {
    const { body: _, ...operation } = login;
    const kind = sessionKind({
      ...passwordPlan,
      login: ({ username, password: word }) => [operation, {}, { basic: basic(username, word) }],
    });
    const shop = new Appliance();
    await signedIn(shop, kind, user).call();
    expect(shop.sent[0]?.headers.get("authorization")).toBe(`Basic ${btoa("ops:hunter22")}`);
    expect(shop.sent[0]?.body).toBe("");
    expect(shop.sent[1]?.headers.has("authorization")).toBe(false);
  });

  it("is repeated where the spec calls it idempotent", async () => {
    const operation = { ...login, idempotent: true } as const;
    const kind = sessionKind({ ...passwordPlan, login: () => [operation, { body: {} }] });
    const shop = new Appliance({ "POST /session": [{ status: 503 }, usual] });
    expect(await signedIn(shop, kind, user).call()).toEqual({ id: "a" });
    expect(shop.count("POST /session")).toBe(2);
  });
});

describe("what is kept of the login's answer", () => {
  const keeping = (keep: Plan["keep"]): SessionKind => sessionKind({ ...passwordPlan, keep });

  it("is the first of several places that gives a text", async () => {
    const shop = new Appliance({ "POST /session": [{ json: { other: 5 }, headers: { "x-token": "from-header" } }] });
    shop.alive.add("from-header");
    const kind = keeping(({ body: it, headers }) => ({
      token: firstText(at(it, "/token"), at(it, "/other"), headers.get("x-token")),
    }));
    expect(await signedIn(shop, kind, user).call()).toEqual({ id: "a" });
  });

  it("may be put together", async () => {
    const shop = new Appliance({ "POST /session": [{ json: { type: "Own", value: "v" } }] });
    shop.alive.add("Own v");
    const kind = keeping(({ body: it }) => ({ token: joined(at(it, "/type"), " ", at(it, "/value")) }));
    expect(await signedIn(shop, kind, user).call()).toEqual({ id: "a" });
  });

  it("must be there: else the error names it, and nothing is remembered", async () => {
    const shop = new Appliance({ "POST /session": [{ json: { token: "" } }, usual] });
    const { call } = signedIn(shop, password, user);
    const error = await errorOf<SignInError>(call());
    expect(error).toBeInstanceOf(SignInError);
    expect(error.message).toContain("the answer has no token");
    expect(error.refused).toBe(false);
    expect(await call()).toEqual({ id: "a" });
    expect(shop.count("DELETE /session")).toBe(0);
  });

  it("must be there: diagnostics say where it should be", async () => {
    const shop = new Appliance({ "POST /session": [{ json: {} }] });
    const kept = { password: { token: "$response.body#/token" } };
    const { call, core } = signedIn(shop, password, user, { extras: [diagnosticsFor({ kept })] });
    const says = "the answer has no token where the spec says ($response.body#/token)";
    expect((await errorOf(call())).message).toContain(says);
    expect((await errorOf(core.session!.held(true))).message).toContain(says);
  });

  it("must be there whole: a session that is known in part is ended", async () => {
    const shop = new Appliance();
    const { call } = signedIn(
      shop,
      keeping((answer, field) => ({ ...passwordPlan.keep(answer, field), id: firstText(at(answer.body, "/id")) })),
      user,
    );
    expect((await errorOf(call())).message).toContain("no id");
    expect(shop.log).toEqual(["POST /session", "DELETE /session"]);
    expect(shop.alive.size).toBe(0);
  });

  it("cannot come from a page that is no answer", async () => {
    const page = { text: "<h1>maintenance</h1>", headers: { "content-type": "text/html" } };
    const error = await errorOf(signedIn(new Appliance({ "POST /session": [page] }), password, user).call());
    expect(error).toMatchObject({ name: "SignInError", refused: false });
  });
});

describe("a second factor", () => {
  it("is not asked for where the login's answer does not say so", async () => {
    const shop = new Appliance();
    await signedIn(shop, withFactor, user).call();
    expect(shop.log).toEqual(["POST /session", "GET /items/a"]);
  });

  it("given as text is sent with the new session", async () => {
    const shop = new Appliance({ "POST /session": [asked], "POST /session/factor": [{ status: 204 }] });
    shop.alive.add("session-token-1");
    expect(await signedIn(shop, withFactor, { ...user, code: "246810" }).call()).toEqual({ id: "a" });
    expect(shop.log).toEqual(["POST /session", "POST /session/factor", "GET /items/a"]);
    expect(body(shop, 1)).toEqual({ code: "246810" });
    expect(shop.sent[1]?.headers.get("x-session")).toBe("session-token-1");
  });

  it("given as a function is asked for when it is needed, each time anew", async () => {
    const shop = new Appliance({ "POST /session": [usual, asked], "POST /session/factor": [{ status: 204 }] });
    let times = 0;
    const { call } = signedIn(shop, withFactor, { ...user, code: async () => `code ${++times}` });
    await call();
    expect(times).toBe(0);
    shop.alive.clear();
    await errorOf(call()); // renewed, with a second factor
    expect(times).toBe(1);
    expect(shop.sent.find(({ path }) => path === "/session/factor")?.body).toBe('{"code":"code 1"}');
  });

  it("that is asked for but was not given is an error that names the field; the half-open session is ended", async () => {
    const shop = new Appliance({ "POST /session": [asked] });
    shop.alive.add("session-token-1");
    const { call } = signedIn(shop, withFactor, user);
    const error = await errorOf<SignInError>(call());
    expect(error).toMatchObject({ name: "SignInError", refused: true });
    expect(error.message).toContain('give "code"');
    expect(shop.log).toEqual(["POST /session", "DELETE /session"]);
    expect(shop.alive.size).toBe(0);
    expect(await errorOf(call())).toBe(error);
  });

  it("that is refused is an error that names the field, not its value; the half-open session is ended", async () => {
    const refused = { status: 401, json: { message: "246810 is wrong" } };
    const shop = new Appliance({ "POST /session": [asked], "POST /session/factor": [refused] });
    shop.alive.add("session-token-1");
    const error = await errorOf<SignInError>(signedIn(shop, withFactor, { ...user, code: "246810" }).call());
    expect(error).toMatchObject({ name: "SignInError", refused: true });
    expect(error.message).toContain("the second factor (code) was refused");
    expect(inspect(error, { depth: 9 })).not.toContain("246810");
    expect(shop.log.at(-1)).toBe("DELETE /session");
  });
});

describe("an error of signing in", () => {
  it.each([
    ["echoed in an error", { status: 401, json: { message: "hunter22 is not the password of ops" } }],
    [
      "in an answer that cannot be read",
      { text: '{"password":"hunter22"', headers: { "content-type": "application/json" } },
    ],
    ["in an answer without a session", { json: { password: "hunter22" } }],
  ])("shows no secret: %s", async (_, reply) => {
    const error = await errorOf(signedIn(new Appliance({ "POST /session": [reply] }), password, user).call());
    expect(error).toBeInstanceOf(SignInError);
    expect(inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).not.toContain("hunter22");
  });

  it("quotes what the appliance says where that holds no secret", async () => {
    const refused = { status: 401, json: { message: "account ops is locked" } };
    const error = await errorOf(signedIn(new Appliance({ "POST /session": [refused] }), password, user).call());
    expect(error.message).toBe(
      "Signing in with credentials of the kind password: the login was refused: login answered 401: account ops is locked",
    );
  });
});
