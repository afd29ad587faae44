import { readFile } from "node:fs/promises";
import { fakeServer, inTurn, type FakeServer } from "@vendor-sdks/contract";
import { describe, expect, it } from "vitest";
import { CohesityClient, type Credentials, isApiError } from "../../src/index.ts";

// What users of other clients of this cluster ran into, by the threads in which they said so.

const baseUrl = "https://cluster.example.com/v2";
const password = { username: "ops", password: "example-password" };
const token = (accessToken: string): Response => Response.json({ accessToken, tokenType: "Bearer" }, { status: 201 });
const refusal = (status: number, errorCode: string, message: string): Response =>
  Response.json({ errorCode, message }, { status });
const over = (): Response => refusal(401, "KStatusUnauthorized", "The access token has expired");

function clientOf({ fetch }: Pick<FakeServer, "fetch">, credentials: Credentials): CohesityClient {
  return new CohesityClient({ baseUrl, credentials, fetch, retry: { limit: 0 } });
}

describe("jobs that run longer than a token lives (bseltz-cohesity/scripts 191; cohesity-powershell-module PR 86, PR 251)", () => {
  it("sign in anew when the cluster says that the token is over, and go on", async () => {
    const server = inTurn(token("first"), Response.json({}), over(), token("second"), Response.json({ users: [] }));
    const { users } = clientOf(server, password);
    await users.getUsers();
    expect(await users.getUsers()).toEqual({ users: [] });
    expect(server.requests.at(-1)?.headers["authorization"]).toBe("Bearer second");
  });

  it("are told where they were given nothing but a token", async () => {
    const error: unknown = await clientOf(inTurn(over()), { accessToken: "example-token" })
      .users.getUsers()
      .catch((reason: unknown) => reason);
    expect(isApiError(error, "getUsers")).toBe(true);
    expect(error).toMatchObject({ status: 401, message: expect.stringContaining("has expired") as string });
  });
});

describe("one-time codes (bseltz-cohesity/scripts 117; management-sdk-python PR 68, PR 69; cohesity-powershell-module 231, 250)", () => {
  const opened = (sessionId: string): Response => Response.json({ sessionId }, { status: 201 });

  it("may come from a function, which is asked for a fresh one whenever the client signs in", async () => {
    const codes = ["111111", "222222"];
    const server = inTurn(opened("first"), over(), opened("second"), Response.json({}));
    const otp = (): string => codes.shift() ?? "";
    await clientOf(server, { ...password, otp, otpType: "totp" }).users.getUsers();
    const sent = server.requests
      .filter(({ method }) => method === "POST")
      .map(({ body }) => JSON.parse(body) as object);
    expect(sent).toMatchObject([{ otpCode: "111111" }, { otpCode: "222222" }]);
  });

  it("that are given as a text are not sent twice", async () => {
    const server = inTurn(opened("first"), over());
    const call = clientOf(server, { ...password, otp: "111111" }).users.getUsers();
    await expect(call).rejects.toMatchObject({ name: "ApiError", status: 401 });
    expect(server.requests).toHaveLength(2);
  });
});

it("a self-signed certificate is told as such, with what to do about it (cohesity-powershell-module 131)", async () => {
  const cause = Object.assign(new Error("self-signed certificate"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
  const fetch = (): Promise<Response> => Promise.reject(new TypeError("fetch failed", { cause }));
  await expect(clientOf({ fetch }, { apiKey: "example-key" }).users.getUsers()).rejects.toMatchObject({
    name: "ConnectionError",
    message: expect.stringMatching(/self-signed.*nodeFetch/) as string,
  });
});

it("two clusters in one process share nothing (management-sdk-python 21)", async () => {
  const servers = ["one", "other"].map((name) =>
    fakeServer(({ method }) => (method === "POST" ? token(`token-of-${name}`) : Response.json({}))),
  );
  await Promise.all(servers.map((server) => clientOf(server, password).users.getUsers()));
  expect(servers.map(({ requests }) => requests.map(({ headers }) => headers["authorization"]))).toEqual([
    [undefined, "Bearer token-of-one"],
    [undefined, "Bearer token-of-other"],
  ]);
});

describe("ways in beside the password (bseltz-cohesity/scripts 52, 59; cohesity-powershell-module PR 165, PR 213)", () => {
  it.each([
    ["an API key", { apiKey: "example-key" }, { apikey: "example-key" }],
    ["a session", { sessionId: "example-session" }, { "session-id": "example-session" }],
    ["an access token", { accessToken: "example-token" }, { authorization: "Bearer example-token" }],
  ] as const)("%s goes in its own header, and no other credential beside it", async (_, credentials, expected) => {
    const server = inTurn(Response.json({}));
    await clientOf(server, credentials).users.getUsers();
    const { headers = {} } = server.requests[0] ?? {};
    const found = ["apikey", "session-id", "authorization"].filter((name) => name in headers);
    expect(Object.fromEntries(found.map((name) => [name, headers[name]]))).toEqual(expected);
  });

  it("half of a pair is told at once, not by calls without credentials", () => {
    const half = { username: "ops" } as unknown as Credentials;
    expect(() => clientOf(inTurn(), half)).toThrow(/password/);
  });
});

it("a user of a tenant signs in by the name that says so (cohesity-powershell-module 174; bseltz-cohesity/scripts 212)", async () => {
  const server = inTurn(token("example-token"), Response.json({}));
  await clientOf(server, { ...password, username: "ops@tenant" }).users.getUsers();
  expect(JSON.parse(server.requests[0]?.body ?? "")).toMatchObject({ username: "ops@tenant", domain: "LOCAL" });
});

it("errors are told in the cluster's own words, never swallowed (management-sdk-python PR 11, 15, 16; cohesity-ansible-role 38)", async () => {
  const server = inTurn(refusal(400, "KValidationError", "The role COHESITY_NONE does not exist"));
  const error: unknown = await clientOf(server, { apiKey: "example-key" })
    .users.getUsers({ roles: ["COHESITY_NONE"] })
    .catch((reason: unknown) => reason);
  if (!isApiError(error, "getUsers", 400)) throw error;
  expect(error.message).toContain("getUsers answered 400: The role COHESITY_NONE does not exist");
  expect(error.body.errorCode).toBe("KValidationError");
});

it("the README tells which releases of the cluster it was written from (management-sdk-python 57)", async () => {
  const [readme = "", spec = ""] = await Promise.all(
    ["README.md", "openapi.json"].map((name) => readFile(new URL(`../../${name}`, import.meta.url), "utf8")),
  );
  const sources = spec.matchAll(/"x-sdk-source": \{[^}]*"version": "([^"]+)"/g);
  const releases = new Set(Array.from(sources, ([, release]) => release));
  expect(releases).toContain("7.1.2_u3");
  const [, compatibility = ""] = readme.replaceAll("\\", "").split("## Compatibility");
  for (const release of releases) expect(compatibility).toContain(`| ${release} |`);
});
