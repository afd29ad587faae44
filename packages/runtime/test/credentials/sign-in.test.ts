import { describe, expect, it } from "vitest";
import type { ExportedSession } from "../../src/core.ts";
import { ConfigurationError } from "../../src/errors/configuration-error.ts";
import { exportSession, resumeSession } from "../../src/credentials/resume.ts";
import { signIn } from "../../src/credentials/sign-in.ts";
import { Appliance, signedIn, user } from "../support/appliance.ts";
import { basic, lasting, password, token } from "../support/kinds.ts";
import { errorOf } from "../support/sample.ts";

const kinds = [token, basic, password];
const session: ExportedSession = {
  service: "shop",
  origin: "http://shop.test",
  kind: "password",
  values: { token: "exported-token" },
};

function applianceWith(...alive: string[]): Appliance {
  const shop = new Appliance();
  for (const each of alive) shop.alive.add(each);
  return shop;
}

describe("credentials", () => {
  it("that fit no kind are refused when the client is made", () => {
    expect(() => signedIn(new Appliance(), kinds, { username: "ops" })).toThrow(ConfigurationError);
  });

  it("choose the kind that they fit", async () => {
    const shop = applianceWith("t0ken");
    await signedIn(shop, kinds, { token: "t0ken" }).call();
    expect(shop.log).toEqual(["GET /items/a"]);
  });
});

describe("an exported session", () => {
  it("is plain JSON that says where it belongs", async () => {
    const { core, clock } = signedIn(new Appliance(), lasting({ idle: 1800, fixed: 86_400 }), user);
    const exported = await exportSession(core);
    expect(JSON.parse(JSON.stringify(exported))).toEqual({
      service: "shop",
      origin: "http://shop.test",
      kind: "password",
      values: { token: "session-token-1" },
      expires: clock.now() + 86_400_000,
      idle: 1_800_000,
    });
  });

  it("says nothing of a lifetime that is not known", async () => {
    const exported = (await exportSession(signedIn(new Appliance(), password, user).core))!;
    expect(Object.keys(exported)).toEqual(["service", "origin", "kind", "values"]);
  });

  it("is no longer the client's to end", async () => {
    const shop = new Appliance();
    const { core, call } = signedIn(shop, password, user);
    await exportSession(core);
    await call();
    await core.close();
    expect(shop.log).toEqual(["POST /session", "GET /items/a"]);
  });

  it("cannot be changed from outside", async () => {
    const shop = new Appliance();
    const { core, call } = signedIn(shop, password, user);
    const { values } = (await exportSession(core))!;
    (values as Record<string, string>)["token"] = "tampered";
    expect(await call()).toEqual({ id: "a" });
    expect(await exportSession(core)).toMatchObject({ values: { token: "session-token-1" } });
  });

  it("may be a token that was given", async () => {
    const exported = (await exportSession(signedIn(new Appliance(), token, { token: "given" }).core))!;
    const shop = applianceWith("given");
    await signedIn(shop, kinds, { session: exported }).call();
    expect(shop.sent[0]?.headers.get("authorization")).toBe("Bearer given");
  });
});

describe("a session taken up", () => {
  it("is used without signing in, and not ended", async () => {
    const shop = applianceWith("exported-token");
    const { core, call } = signedIn(shop, kinds, { session });
    await call();
    await core.session!.held(true);
    await core.close();
    expect(shop.log).toEqual(["GET /items/a"]);
  });

  it("is handed to what signs in with one kind, too", async () => {
    const shop = new Appliance();
    const { call } = signedIn(shop, password, user, { signIn: resumeSession(session, signIn(password, user)) });
    expect(await call()).toEqual({ id: "a" });
    expect(shop.log).toEqual(["GET /items/a", "POST /session", "GET /items/a"]);
  });

  it("goes all the way from one client to another", async () => {
    const shop = new Appliance();
    const exported = (await exportSession(signedIn(shop, password, user).core))!;
    const { call } = signedIn(shop, kinds, { session: JSON.parse(JSON.stringify(exported)) as ExportedSession });
    await call();
    expect(shop.count("POST /session")).toBe(1);
  });

  it("without the kind's fields is not renewed: its 401 reaches the caller", async () => {
    const shop = new Appliance();
    const { call } = signedIn(shop, kinds, { session });
    expect(await errorOf(call())).toMatchObject({ name: "ApiError", status: 401 });
    expect(shop.log).toEqual(["GET /items/a"]);
  });

  it("with the kind's fields beside it is renewed, and then ended", async () => {
    const shop = new Appliance();
    const { core, call } = signedIn(shop, kinds, { session, ...user });
    expect(await call()).toEqual({ id: "a" });
    await core.close();
    expect(shop.log).toEqual(["GET /items/a", "POST /session", "GET /items/a", "DELETE /session"]);
  });

  it("that is over is renewed before it is used", async () => {
    const shop = new Appliance();
    const expires = Date.parse("2029-12-31T00:00:00Z");
    await signedIn(shop, kinds, { session: { ...session, expires }, ...user }).call();
    expect(shop.log).toEqual(["POST /session", "GET /items/a"]);
  });

  it.each<[string, Partial<ExportedSession>]>([
    ["another origin", { origin: "http://other.test" }],
    ["another service", { service: "store" }],
  ])("from %s is refused without quoting it", (_, other) => {
    const take = (): unknown => signedIn(new Appliance(), kinds, { session: { ...session, ...other } });
    expect(take).toThrow(ConfigurationError);
    expect(take).toThrow(/^(?!.*exported-token).*belongs to/s);
  });

  it.each<[string, unknown]>([
    ["a text that was not parsed", JSON.stringify(session)],
    ["an empty object", {}],
    ["a session without values", { ...session, values: undefined }],
    ["a session whose values are empty", { ...session, values: {} }],
    ["a session whose values are a text", { ...session, values: "exported-token" }],
    ["a session with a value that is no text", { ...session, values: { token: 5 } }],
    ["a session that is over at a text", { ...session, expires: "2030-01-01T00:00:00Z" }],
    ["a session without a kind", { ...session, kind: undefined }],
  ])("that is %s is refused for what it is, without quoting it", (_, given) => {
    for (const take of [
      () => signedIn(new Appliance(), kinds, { session: given as ExportedSession }),
      () => signedIn(new Appliance(), kinds, { session: given as ExportedSession, ...user }),
      () =>
        signedIn(new Appliance(), password, user, {
          signIn: resumeSession(given as ExportedSession, signIn(password, user)),
        }),
    ]) {
      expect(take).toThrow(ConfigurationError);
      expect(take).toThrow(/^(?!.*exported-token)The session given is not what exportSession\(\) gives/s);
    }
  });

  it("of a kind that the fields beside it do not fit is refused", () => {
    expect(() => signedIn(new Appliance(), kinds, { session, token: "t" })).toThrow("belongs to");
  });
});
