import { describe, expect, test } from "vitest";
import type { Vendor } from "../../mock/vendor.ts";
import { planSignIn, showCredentials } from "../../tour/sign-in.ts";
import { vendorWith } from "../mock/vendors.ts";

const login = { operationId: "logIn" };
const authorize = { key: "$session.key" };
const code = { once: true, optional: true };

function vendor(kinds: object, examples: readonly unknown[] = []): Vendor {
  return vendorWith({ logIn: ["POST /login", { examples }] }, { "x-sdk-credentials": kinds });
}

describe("how the tour signs in", () => {
  test("by a login rather than by a token", () => {
    const kinds = {
      token: { fields: { token: {} }, authorize },
      password: { fields: { password: {} }, login, authorize },
    };
    expect(planSignIn(vendor(kinds))?.kind.name).toBe("password");
  });

  test("by the first of several logins that ask for as much", () => {
    const kinds = {
      password: { fields: { username: {}, password: {} }, login, authorize },
      account: { fields: { account: {}, secret: {} }, login, authorize },
    };
    expect(planSignIn(vendor(kinds))?.kind.name).toBe("password");
  });

  test("by what people type rather than by a certificate or a one-time code", () => {
    const kinds = {
      certificate: { fields: { certificate: { const: true } }, login, authorize },
      codeAndPassword: { fields: { username: {}, password: {}, code: { once: true } }, login, authorize },
      password: { fields: { username: {}, password: {} }, login, authorize },
    };
    expect(planSignIn(vendor(kinds))?.kind.name).toBe("password");
  });

  test("by a token where there is nothing else", () => {
    const plan = planSignIn(vendor({ token: { fields: { token: {} }, authorize } }));
    expect(plan).toMatchObject({ kind: { name: "token" }, credentials: { token: "example-token" } });
  });

  test("not by a token endpoint, which is none of the mock's", () => {
    const client = { fields: { clientId: {} }, login: { tokenUrl: "https://login.example.com" }, authorize };
    expect(planSignIn(vendor({ client }))).toBeUndefined();
    expect(planSignIn(vendor({ client, token: { fields: { token: {} }, authorize } }))?.kind.name).toBe("token");
  });

  test("not at all where nothing is asked for", () => {
    expect(planSignIn(vendor({}))).toBeUndefined();
  });

  test.each([
    [true, { password: "example-password", code: "example-code" }],
    [false, { password: "example-password" }],
  ])("a second factor is given if the login's first example asks for it: %s", (asked, credentials) => {
    const challenge = { ...login, when: { "$response.body#/data/needsCode": true }, ask: "code" };
    const kinds = { password: { fields: { password: {}, code }, login, challenge, authorize } };
    const examples = [{ data: { needsCode: asked } }, { data: { needsCode: true } }];
    expect(planSignIn(vendor(kinds, examples))?.credentials).toEqual(credentials);
  });

  test("secret values are not shown", () => {
    const kinds = { password: { fields: { username: { secret: false }, password: {} }, login, authorize } };
    const plan = planSignIn(vendor(kinds));
    expect(plan && showCredentials(plan)).toBe('username "example-username", password ********');
  });
});
