import { inTurn, type FakeServer } from "@vendor-sdks/contract";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  CohesityClient,
  type CreateGroupParams,
  type CreateGroupParamsInput,
  type CreateUserParameters,
  type Credentials,
  type GroupParams,
  type UserParams,
} from "../../src/index.ts";

const baseUrl = "https://cluster.example.com/v2";

function clientOf({ fetch }: FakeServer, credentials: Credentials = { apiKey: "example-api-key" }): CohesityClient {
  return new CohesityClient({ baseUrl, credentials, fetch, retry: { limit: 0 } });
}

describe("lists in the query", () => {
  it("are joined by commas, while a comma in a value is escaped", async () => {
    const server = inTurn(Response.json({}));
    await clientOf(server).users.getUsers({ roles: ["COHESITY_VIEWER", "COHESITY_ADMIN"], usernames: ["a,b", "ç"] });
    expect(server.requests[0]?.url).toBe(
      `${baseUrl}/users?usernames=a%2Cb,%C3%A7&roles=COHESITY_VIEWER,COHESITY_ADMIN`,
    );
  });

  it("are left out when they are empty", async () => {
    const server = inTurn(Response.json({}));
    await clientOf(server).users.getUsers({ roles: [], domain: "LOCAL" });
    expect(server.requests[0]?.url).toBe(`${baseUrl}/users?domain=LOCAL`);
  });
});

describe("lists in answers", () => {
  it("may be absent or null, and the types say so", async () => {
    const { users } = clientOf(inTurn(Response.json({}), Response.json({ users: null })));
    const absent = await users.getUsers();
    expect(absent).toStrictEqual({});
    expect(await users.getUsers()).toStrictEqual({ users: null });
    expectTypeOf(absent.users).toEqualTypeOf<UserParams[] | null | undefined>();
  });

  it("keep fields and enum values that a newer cluster adds", async () => {
    const principal = { sid: "S-1-5-21-1", objectClass: "Robot", addedLater: 1 };
    const { securityPrincipals } = clientOf(inTurn(Response.json({ securityPrincipals: [principal] })));
    const answer = await securityPrincipals.getSecurityPrincipals({ sids: ["S-1-5-21-1"] });
    expect(answer.securityPrincipals).toEqual([principal]);
  });
});

it("reads the wire name with a hyphen in it", async () => {
  const { users } = clientOf(inTurn(Response.json({ "secret-key": "example-secret-key" }, { status: 201 })));
  expect((await users.regenerateS3Key({ sid: "S-1-5-21-1" }))["secret-key"]).toBe("example-secret-key");
});

describe("ending sessions", () => {
  it("is refused unsent when it is not said whose", async () => {
    const server = inTurn();
    const { sessions } = clientOf(server);
    // @ts-expect-error the types demand a choice
    await expect(sessions.deleteSession({})).rejects.toThrow(/every session on the cluster/);
    // @ts-expect-error so do they for no arguments at all
    await expect(sessions.deleteSession()).rejects.toThrow(/everySession/);
    await expect(sessions.deleteSession({ sid: "" })).rejects.toThrow(/every session on the cluster/);
    // @ts-expect-error both at once is no choice either
    await expect(sessions.deleteSession({ sid: "S-1-5-21-1", everySession: true })).rejects.toThrow(/either/);
    expect(server.requests).toEqual([]);
  });

  it("is demanded by openapi-fetch's client too", async () => {
    const server = inTurn();
    const { http } = clientOf(server);
    await expect(http.DELETE("/users/sessions")).rejects.toThrow('must be given "sid"');
    expect(server.requests).toEqual([]);
  });

  it("sends no sid when every session is meant", async () => {
    const server = inTurn(new Response(null, { status: 204 }));
    expect(await clientOf(server).sessions.deleteSession({ everySession: true })).toBeUndefined();
    expect(server.requests).toMatchObject([{ method: "DELETE", url: `${baseUrl}/users/sessions`, body: "" }]);
  });
});

describe("signing in", () => {
  it("puts the word Bearer in front of an access token", async () => {
    const server = inTurn(Response.json({}));
    await clientOf(server, { accessToken: "example-token" }).users.getUsers();
    expect(server.requests[0]?.headers).toMatchObject({ authorization: "Bearer example-token" });
    expect(server.requests[0]?.headers).not.toHaveProperty("apikey");
  });

  it("takes the domain LOCAL unless another is named (cohesity-powershell-module 247)", async () => {
    const token = { accessToken: "example-token", tokenType: "Bearer" };
    for (const [given, sent] of [
      [{}, "LOCAL"],
      [{ domain: "ad.example.com" }, "ad.example.com"],
    ] as const) {
      const server = inTurn(Response.json(token, { status: 201 }), Response.json({}));
      await clientOf(server, { username: "ops", password: "example-password", ...given }).users.getUsers();
      expect(server.requests[0]?.url).toBe(`${baseUrl}/access-tokens`);
      expect(JSON.parse(server.requests[0]?.body ?? "")).toEqual({
        username: "ops",
        password: "example-password",
        domain: sent,
      });
    }
  });

  it("takes the prefix from the answer, and Bearer where it names none", async () => {
    for (const [tokenType, prefix] of [
      ["Token", "Token"],
      [null, "Bearer"],
      [undefined, "Bearer"],
    ] as const) {
      const token = { accessToken: "example-token", tokenType };
      const server = inTurn(Response.json(token, { status: 201 }), Response.json({}));
      await clientOf(server, { username: "ops", password: "example-password" }).users.getUsers();
      expect(server.requests[1]?.headers["authorization"]).toBe(`${prefix} example-token`);
    }
  });

  it("opens a session for a one-time code, and leaves it open, since ending it would end others too", async () => {
    const server = inTurn(Response.json({ sessionId: "example-session" }, { status: 201 }), Response.json({}));
    const client = clientOf(server, { username: "ops", password: "example-password", otp: "000000", otpType: "totp" });
    await client.users.getUsers();
    await client.close();
    expect(JSON.parse(server.requests[0]?.body ?? "")).toMatchObject({ otpCode: "000000", otpType: "totp" });
    expect(server.requests[1]?.headers).toMatchObject({ "session-id": "example-session" });
    expect(server.requests).toHaveLength(2);
  });

  it("shares one access token among all groups of calls", async () => {
    const server = inTurn(
      Response.json({ accessToken: "example-token" }, { status: 201 }),
      Response.json({}),
      Response.json({}),
    );
    const { users, groups } = clientOf(server, { username: "ops", password: "example-password" });
    await Promise.all([users.getUsers(), groups.getGroups()]);
    expect(server.requests.map(({ method }) => method)).toEqual(["POST", "GET", "GET"]);
  });
});

describe("types", () => {
  it("offer no read-only field for sending, and all of them in answers", () => {
    expectTypeOf<CreateUserParameters>().not.toHaveProperty("sid");
    expectTypeOf<CreateUserParameters>().not.toHaveProperty("createdTimeMsecs");
    expectTypeOf<UserParams>().toHaveProperty("sid").toEqualTypeOf<string | null | undefined>();
    expectTypeOf<CreateGroupParamsInput["localGroupParams"]>().not.toEqualTypeOf<
      CreateGroupParams["localGroupParams"]
    >();
    expectTypeOf<NonNullable<CreateGroupParamsInput["localGroupParams"]>>().not.toHaveProperty("usernames");
    expectTypeOf<NonNullable<GroupParams["localGroupParams"]>>().toHaveProperty("usernames");
  });
});
