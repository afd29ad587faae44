import { describe, expect, it } from "vitest";
import { call } from "../src/call.ts";
import { signIn } from "../src/credentials/sign-in.ts";
import type { SecurityRequirement } from "../src/operation.ts";
import { Appliance, signedIn, user } from "./support/appliance.ts";
import { guarded, login, passwordPlan, sessionKind, token } from "./support/kinds.ts";
import { type Reply, replying } from "./support/replies.ts";
import { errorOf, makeCore } from "./support/sample.ts";

// Complaint of users: "403 missing scope, unclear which one".

const scoped: readonly SecurityRequirement[] = [{ session: ["admin"] }, { bearer: ["ServiceProviderAPI", "openid"] }];

async function messageOf(
  reply: Reply,
  security: readonly SecurityRequirement[] | undefined,
  signedInBy?: "token",
): Promise<string> {
  const core = makeCore({
    ...replying(reply),
    ...(signedInBy === undefined ? {} : { signIn: signIn(token, { token: "t-canary" }) }),
  });
  const { security: _, ...open } = guarded;
  const operation = security === undefined ? open : { ...open, security };
  return (await errorOf(call(core, operation, { id: "a" }, undefined))).message;
}

describe("an error for want of rights", () => {
  it("names the kind of credentials and the scopes that the spec asks of them", async () => {
    const reply = { status: 403, json: { error: { message: "Token is missing required scope" } } };
    const declared = { ...guarded, responses: { ...guarded.responses, 403: "application/json" }, security: scoped };
    const core = makeCore({ ...replying(reply), signIn: signIn(token, { token: "t" }) });
    expect((await errorOf(call(core, declared, { id: "a" }, undefined))).message).toBe(
      "guarded answered 403: Token is missing required scope " +
        "(credentials: token; the spec asks for ServiceProviderAPI, openid)",
    );
  });

  it("names no scopes where the spec has none", async () => {
    expect(await messageOf({ status: 401 }, [{ bearer: [] }], "token")).toBe(
      "guarded answered 401 (credentials: token)",
    );
  });

  it("says that no credentials were given, and what any of them would need", async () => {
    expect(await messageOf({ status: 401 }, scoped)).toBe(
      "guarded answered 401 (credentials: none; the spec asks for admin, ServiceProviderAPI, openid)",
    );
  });

  it("says nothing of them for another status, or where an operation needs none", async () => {
    expect(await messageOf({ status: 404 }, scoped, "token")).toBe("guarded answered 404");
    expect(await messageOf({ status: 401 }, undefined)).toBe("guarded answered 401");
  });

  it("names the kind when signing in is refused", async () => {
    const kind = sessionKind({ ...passwordPlan, login: () => [{ ...login, security: [{ basic: [] }] }] });
    const shop = new Appliance({ "POST /session": [{ status: 401, json: {} }] });
    const { message } = await errorOf(signedIn(shop, kind, user).call());
    expect(message).toContain("kind password");
    expect(message).not.toContain("credentials: none");
  });
});
