import { describe, expect, it } from "vitest";
import { call } from "../../src/call.ts";
import { bearer, basic } from "../../src/credentials/put.ts";
import type { Puts, SessionKind, Values } from "../../src/credentials/kind.ts";
import { lifetime, seconds } from "../../src/credentials/lifetime.ts";
import { logIn } from "../../src/credentials/log-in.ts";
import { signIn } from "../../src/credentials/sign-in.ts";
import { tokenRequest } from "../../src/credentials/token-request.ts";
import { firstText } from "../../src/credentials/values.ts";
import { at } from "../../src/pointer.ts";
import type { Answer } from "../support/replies.ts";
import { errorOf, getItem, type Given, makeCore, stillClock } from "../support/sample.ts";
import { serve, type TestServer } from "../support/server.ts";

const client = { clientId: "robot", clientSecret: "canary secret&" };
const secured = { ...getItem, security: [{ oauth: ["read"] }] };
const item = { json: { id: "a" } };

function kind(
  url: string,
  body: (field: Values) => Values = ({ clientId, clientSecret, scope }) => ({
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: clientSecret,
    scope,
  }),
  puts?: (field: Values) => Puts,
): SessionKind {
  return {
    name: "clientCredentials",
    fields: { clientId: { secret: false }, clientSecret: {}, scope: { secret: false, optional: true } },
    authorize: ({ token }) => ({ oauth: bearer(token) }),
    begin: logIn,
    login: async ({ ask, step, keep }) => {
      const field = await ask("clientId", "clientSecret", "scope");
      const answer = await step("the login", tokenRequest(url), { body: body(field) }, puts?.(field));
      keep(
        { token: firstText(at(answer.body, "/access_token")) },
        lifetime({ fixed: seconds(at(answer.body, "/expires_in")) }),
      );
    },
  };
}

async function servers(...answers: Answer[]): Promise<{ issuer: TestServer; api: TestServer; url: string }> {
  const issuer = await serve(...answers);
  return { issuer, api: await serve(item), url: `${issuer.url}/oauth/token?tenant=1` };
}

describe("a token endpoint", () => {
  it("gets a form at its own URL, and the API the token that it gives", async () => {
    const { issuer, api, url } = await servers({ json: { access_token: "t-1", token_type: "Bearer" } });
    const core = makeCore({ baseUrl: api.url, signIn: signIn(kind(url), client) });
    expect(await call(core, secured, { id: "a" }, undefined)).toEqual({ id: "a" });
    const [sent] = issuer.sent;
    expect(sent).toMatchObject({
      method: "POST",
      path: "/oauth/token?tenant=1",
      body: "grant_type=client_credentials&client_id=robot&client_secret=canary+secret%26",
    });
    expect(sent?.headers.get("content-type")).toBe("application/x-www-form-urlencoded");
    expect(api.sent[0]?.headers.get("authorization")).toBe("Bearer t-1");
  });

  it("gets none of the client's headers, which are the appliance's business", async () => {
    const { issuer, api, url } = await servers({ json: { access_token: "t-1" } });
    const core = makeCore({ baseUrl: api.url, headers: { "x-gateway": "g" }, signIn: signIn(kind(url), client) });
    await call(core, secured, { id: "a" }, undefined);
    expect(issuer.sent[0]?.headers.has("x-gateway")).toBe(false);
    expect(api.sent[0]?.headers.get("x-gateway")).toBe("g");
  });

  it("may want its client by HTTP Basic", async () => {
    const { issuer, api, url } = await servers({ json: { access_token: "t-1" } });
    const byBasic = kind(
      url,
      () => ({ grant_type: "client_credentials" }),
      ({ clientId, clientSecret }) => ({ basic: basic(clientId, clientSecret) }),
    );
    await call(makeCore({ baseUrl: api.url, signIn: signIn(byBasic, client) }), secured, { id: "a" }, undefined);
    expect(issuer.sent[0]?.headers.get("authorization")).toBe(`Basic ${btoa("robot:canary secret&")}`);
    expect(issuer.sent[0]?.body).toBe("grant_type=client_credentials");
  });

  it("gives tokens that are renewed ahead of the end that it tells", async () => {
    const { issuer, api, url } = await servers(
      { json: { access_token: "t-1", expires_in: 3600 } },
      { json: { access_token: "t-2", expires_in: 3600 } },
    );
    const clock = stillClock();
    const core = makeCore({ baseUrl: api.url, signIn: signIn(kind(url), client) }, clock);
    for (const wait of [0, 3500_000, 100_000]) {
      clock.pass(wait);
      await call(core, secured, { id: "a" }, undefined);
    }
    const tokens = api.sent.map(({ headers }) => headers.get("authorization"));
    expect(tokens).toEqual(["Bearer t-1", "Bearer t-1", "Bearer t-2"]);
    await core.close();
    expect(issuer.sent).toHaveLength(2);
  });
});

describe("a refusal of a token endpoint", () => {
  const refused = { status: 401, json: { error: "invalid_client", error_description: "robot is unknown here" } };

  it("is told in its own words, remembered, and shows no secret", async () => {
    const { issuer, api, url } = await servers(refused);
    const lines: unknown[] = [];
    const logger = { debug: (...line: unknown[]) => lines.push(line), warn: (...line: unknown[]) => lines.push(line) };
    const options: Given = { baseUrl: api.url, logger, logLevel: "debug", signIn: signIn(kind(url), client) };
    const core = makeCore(options);
    const error = await errorOf(call(core, secured, { id: "a" }, undefined));
    expect(error).toMatchObject({ name: "SignInError", refused: true });
    expect(error.message).toBe(
      "Signing in with credentials of the kind clientCredentials: the login was refused: " +
        "tokenRequest answered 401: invalid_client: robot is unknown here",
    );
    expect(await errorOf(call(core, secured, { id: "a" }, undefined))).toBe(error);
    expect(issuer.sent).toHaveLength(1);
    expect(api.sent).toHaveLength(0);
    expect(JSON.stringify(lines) + JSON.stringify(error)).not.toContain("canary");
  });

  it("quotes nothing that repeats the secret", async () => {
    const { api, url } = await servers({
      status: 400,
      json: { error: "invalid_request", error_description: "canary secret& is bad" },
    });
    const core = makeCore({ baseUrl: api.url, signIn: signIn(kind(url), client) });
    expect((await errorOf(call(core, secured, { id: "a" }, undefined))).message).not.toContain("canary");
  });

  it("names the endpoint where nothing answers there", async () => {
    const { api } = await servers();
    const core = makeCore({
      baseUrl: api.url,
      retry: { limit: 0 },
      signIn: signIn(kind("http://127.0.0.1:9/token"), client),
    });
    expect((await errorOf(call(core, secured, { id: "a" }, undefined))).message).toContain("from http://127.0.0.1:9");
  });
});
