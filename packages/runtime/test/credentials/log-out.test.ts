import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { SessionKind } from "../../src/credentials/kind.ts";
import { exportSession } from "../../src/credentials/resume.ts";
import { bearer } from "../../src/credentials/put.ts";
import { firstText } from "../../src/credentials/values.ts";
import { at } from "../../src/pointer.ts";
import { ConfigurationError } from "../../src/errors/configuration-error.ts";
import { Appliance, signedIn, usual, user } from "../support/appliance.ts";
import { lasting, logout, password, passwordPlan, sessionKind, token } from "../support/kinds.ts";
import type { Reply } from "../support/replies.ts";
import { errorOf } from "../support/sample.ts";

/** An answer that is given when the test says so. */
function held(): { gate: () => Promise<Reply>; asked: Promise<void>; answer: (reply: Reply) => void } {
  let ask: () => void = () => undefined;
  let answer: (reply: Reply) => void = () => undefined;
  const asked = new Promise<void>((resolve) => (ask = resolve));
  const answered = new Promise<Reply>((resolve) => (answer = resolve));
  const gate = (): Promise<Reply> => {
    ask();
    return answered;
  };
  return { gate, asked, answer };
}

describe("closing", () => {
  it("ends the session that the client made, once", async () => {
    const shop = new Appliance();
    const { core, call } = signedIn(shop, password, user);
    await call();
    await core.close();
    await core.close();
    expect(shop.log.slice(2)).toEqual(["DELETE /session"]);
    expect(shop.sent.at(-1)?.headers.get("x-session")).toBe("session-token-1");
    expect(shop.alive.size).toBe(0);
  });

  it("is done when the session is ended, for everybody who closes", async () => {
    const { gate, asked, answer } = held();
    const shop = new Appliance({ "DELETE /session": [gate] });
    const { core, call } = signedIn(shop, password, user);
    await call();
    let done = 0;
    const closed = [core.close(), core.close()].map(async (each) => {
      await each;
      done += 1;
    });
    await asked;
    await setImmediate();
    expect(done).toBe(0);
    answer(usual);
    await Promise.all(closed);
    expect(shop.count("DELETE /session")).toBe(1);
  });

  it("sends nothing where no session began", async () => {
    const shop = new Appliance();
    await signedIn(shop, password, user).core.close();
    expect(shop.sent).toHaveLength(0);
  });

  it("waits for a sign-in under way and ends what it makes; its callers are told", async () => {
    const shop = new Appliance({
      "POST /session": [
        () => {
          closed = core.close();
          return usual;
        },
      ],
    });
    const { core, call } = signedIn(shop, password, user);
    let closed: Promise<void> | undefined;
    await call()
      .result()
      .catch(() => undefined);
    await closed;
    expect(shop.alive.size).toBe(0);
    expect(shop.log.at(-1)).toBe("DELETE /session");
  });

  it("is not disturbed by a sign-in under way that fails", async () => {
    const shop = new Appliance({
      "POST /session": [
        () => {
          closed = core.close();
          return { status: 401 };
        },
      ],
    });
    const { core, call } = signedIn(shop, password, user);
    let closed: Promise<void> | undefined;
    expect(await errorOf(call())).toMatchObject({ name: "SignInError" });
    await closed;
    expect(shop.log).toEqual(["POST /session"]);
  });

  it("makes calls and signIn() be refused: a closed client never signs in", async () => {
    const shop = new Appliance();
    const { core, call } = signedIn(shop, password, user);
    await core.close();
    expect(await errorOf(call())).toBeInstanceOf(ConfigurationError);
    expect(await errorOf(core.session!.held(true))).toBeInstanceOf(ConfigurationError);
    expect(await errorOf(exportSession(core))).toBeInstanceOf(ConfigurationError);
    expect(shop.sent).toHaveLength(0);
  });

  it("leaves a token that was given alone", async () => {
    const shop = new Appliance();
    shop.alive.add("given");
    const { core, call } = signedIn(shop, token, { token: "given" });
    await call();
    await core.close();
    expect(shop.alive.has("given")).toBe(true);
  });

  it.each([
    ["fixed", lasting({ fixed: 3600 }), 3600],
    ["idle", lasting({ idle: 1800 }), 1800],
  ])("sends nothing where the session is over: %s", async (_, kind, seconds) => {
    const shop = new Appliance();
    const { core, call, clock } = signedIn(shop, kind, user);
    await call();
    clock.pass(seconds * 1000);
    await core.close();
    expect(shop.count("DELETE /session")).toBe(0);
  });

  it("sends nothing where the API cannot end a session alone", async () => {
    const { logout: _, ...kind } = password;
    const shop = new Appliance();
    const { core, call } = signedIn(shop, kind, user);
    await call();
    await core.close();
    expect(shop.log).toEqual(["POST /session", "GET /items/a"]);
  });

  it.each([401, 404])("takes %i for an end", async (status) => {
    const { core, call, warned } = signedIn(new Appliance({ "DELETE /session": [{ status }] }), password, user);
    await call();
    await core.close();
    expect(warned).toEqual([]);
  });

  it("logs another failure and does not throw it", async () => {
    const { core, call, warned } = signedIn(new Appliance({ "DELETE /session": [{ status: 500 }] }), password, user);
    await call();
    await core.close();
    expect(warned[0]).toBe("shop: the session could not be ended");
    expect(warned[1]).toMatchObject({ error: { name: "ApiError", status: 500 } });
  });

  it("does not throw for a lost connection", async () => {
    const shop = new Appliance({ "DELETE /session": [() => Promise.reject(new TypeError("reset"))] });
    const { core, call, warned } = signedIn(shop, password, user);
    await call();
    await core.close();
    expect(warned[1]).toMatchObject({ error: { name: "ConnectionError" } });
  });
});

it("goes by what was kept, with credentials of its own where its step says so", async () => {
  const kind: SessionKind = {
    ...sessionKind({
      ...passwordPlan,
      keep: ({ body }) => ({ token: firstText(at(body, "/token")), id: firstText(at(body, "/id"), "me") }),
    }),
    logout: ({ id, token: own }) => [{ ...logout, path: "/session/{id}" }, { id }, { bearer: bearer(own) }],
  };
  const shop = new Appliance({ "DELETE /session/me": [{ status: 204 }] });
  const { core, call } = signedIn(shop, kind, user);
  await call();
  await core.close();
  expect(shop.log.at(-1)).toBe("DELETE /session/me");
  expect(shop.sent.at(-1)?.headers.get("authorization")).toBe("Bearer session-token-1");
  expect(shop.sent.at(-1)?.headers.has("x-session")).toBe(false);
});
