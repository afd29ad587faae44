import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { Client } from "../src/client.ts";
import type { Core } from "../src/core.ts";
import type { Kind } from "../src/credentials/kind.ts";
import { signInByOneOf } from "../src/credentials/sign-in-by-one-of.ts";
import type { Call } from "../src/call.ts";
import { call } from "../src/call.ts";
import type { ClientOptions } from "../src/options.ts";
import { withOptions } from "../src/settings.ts";
import { replying } from "./support/replies.ts";
import { errorOf, getItem, makeCore } from "./support/sample.ts";
import { login, password } from "./support/kinds.ts";

const found = { json: { id: "a" } };
const started = { json: { token: "session-token-1" } };
const secured = { ...getItem, security: [{ session: [] }] };

/** As packages emit it. */
class ShopClient extends Client {
  constructor(options: { readonly core: Core }) {
    super(options.core);
  }

  withOptions(options: ClientOptions): ShopClient {
    return new ShopClient({ core: withOptions(this.core, options) });
  }

  getItem(id: string): Call<unknown, unknown> {
    return call(this.core, secured, { id }, undefined);
  }
}

function client(answers = replying(started, found), kind: Kind = password): ShopClient {
  const signIn = signInByOneOf([kind], { username: "ops", password: "hunter22" });
  return new ShopClient({ core: makeCore({ fetch: answers.fetch, signIn }) });
}

describe("a client", () => {
  it("tells its base URL", () => {
    expect(client().baseUrl).toBe("http://shop.test");
  });

  it("signs in when it is told to, once", async () => {
    const answers = replying(started, found);
    const shop = client(answers);
    await shop.signIn();
    await shop.getItem("a");
    expect(answers.sent.map(({ path }) => path)).toEqual(["/session", "/items/a"]);
  });

  it("exports its session", async () => {
    expect(await client().exportSession()).toMatchObject({ kind: "password", values: { token: "session-token-1" } });
  });

  it("without credentials has no session", async () => {
    const shop = new ShopClient({ core: makeCore(replying(found)) });
    await shop.signIn();
    expect(await shop.exportSession()).toBeUndefined();
    await shop.close();
  });

  it("ends its session when it is closed, and when a block that uses it is left", async () => {
    for (const end of ["close", Symbol.asyncDispose] as const) {
      const answers = replying(started, found, { status: 204 });
      const shop = client(answers);
      await shop.getItem("a");
      await shop[end]();
      expect(answers.sent.at(-1)).toMatchObject({ method: "DELETE", path: "/session" });
      expect((await errorOf(shop.getItem("a"))).message).toContain("closed");
    }
  });

  it("shows no secret when it is inspected", async () => {
    const shop = client();
    await shop.getItem("a");
    const shown = inspect(shop, { depth: 9, showHidden: true, getters: true });
    expect(shown).not.toMatch(/hunter22|session-token-1/);
  });

  it("shares its session with a clone that has other options", async () => {
    const answers = replying(started, found);
    const shop = client(answers);
    const clone = shop.withOptions({ headers: { "x-a": "1" } });
    await Promise.all([shop.getItem("a"), clone.getItem("b")]);
    expect(answers.sent.filter(({ path }) => path === login.path)).toHaveLength(1);
    expect(answers.sent.find(({ path }) => path === "/items/b")?.headers.get("x-a")).toBe("1");
    expect(answers.sent.find(({ path }) => path === "/items/b")?.headers.get("x-session")).toBe("session-token-1");
  });
});
