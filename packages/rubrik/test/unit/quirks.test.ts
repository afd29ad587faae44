import { inTurn, type FakeServer } from "@vendor-sdks/contract";
import { describe, expect, it } from "vitest";
import { type Credentials, isApiError, RubrikClient } from "../../src/index.ts";

const baseUrl = "https://cluster.example.com/api/v1";
const session = { id: "example-session", token: "example-token", userId: "example-user" };
const noContent = (): Response => new Response(null, { status: 204 });

function clientOf({ fetch }: FakeServer, credentials: Credentials = { token: "example-api-token" }): RubrikClient {
  return new RubrikClient({ baseUrl, credentials, fetch, retry: { limit: 0 } });
}

describe("the organization", () => {
  it("is called organization_id on the wire when a session is opened", async () => {
    const server = inTurn(Response.json(session));
    await clientOf(server).sessions.createSession({ organization_id: "Organization:::0001", realm: "corp" });
    expect(server.requests[0]?.url).toBe(`${baseUrl}/session?organization_id=Organization%3A%3A%3A0001&realm=corp`);
  });

  it("is so for credentials that name one, too", async () => {
    const server = inTurn(Response.json(session), noContent());
    const credentials = { username: "ops", password: "example-password", organizationId: "Organization:::0001" };
    await clientOf(server, credentials).sessions.deleteSession({ id: "example-id" });
    expect(server.requests[0]?.url).toBe(`${baseUrl}/session?organization_id=Organization%3A%3A%3A0001`);
  });
});

describe("signing in", () => {
  it("sends name and password as UTF-8", async () => {
    const server = inTurn(Response.json(session), noContent());
    await clientOf(server, { username: "jörg", password: "pass€:wörd" }).signIn();
    const [scheme, encoded = ""] = server.requests[0]?.headers["authorization"]?.split(" ") ?? [];
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    expect(scheme).toBe("Basic");
    expect(new TextDecoder().decode(bytes)).toBe("jörg:pass€:wörd");
  });

  it("sends Basic only to open the session, and its token from then on", async () => {
    const server = inTurn(Response.json(session), noContent());
    await clientOf(server, { username: "ops", password: "example-password" }).sessions.deleteSession({ id: "other" });
    expect(server.requests.map(({ headers }) => headers["authorization"]?.split(" ")[0])).toEqual(["Basic", "Bearer"]);
  });

  it("opens a new session when the token has been idle for too long (rubrik-sdk-for-powershell 693; graphql-playground 5)", async () => {
    const server = inTurn(
      Response.json(session),
      Response.json({ errorType: "user_error", message: "expired" }, { status: 401 }),
      Response.json({ ...session, token: "example-token-2" }),
      noContent(),
    );
    await clientOf(server, { username: "ops", password: "example-password" }).sessions.deleteSession({ id: "other" });
    expect(server.requests[3]?.headers["authorization"]).toBe("Bearer example-token-2");
  });
});

describe("closing a client", () => {
  it("ends the session that it opened, as the session of its token", async () => {
    const server = inTurn(Response.json(session), noContent());
    const client = clientOf(server, { username: "ops", password: "example-password" });
    await client.signIn();
    await client.close();
    expect(server.requests[1]).toMatchObject({
      method: "DELETE",
      url: `${baseUrl}/session/me`,
      headers: { authorization: "Bearer example-token" },
    });
  });

  it("leaves a token alone that it was given, for that would delete the token for good (rubrik-sdk-for-powershell 363)", async () => {
    const server = inTurn(noContent());
    const client = clientOf(server);
    await client.sessions.deleteSession({ id: "other" });
    await client.close();
    expect(server.requests).toHaveLength(1);
  });

  it("leaves a session alone that was handed on", async () => {
    const server = inTurn(Response.json(session));
    const client = clientOf(server, { username: "ops", password: "example-password" });
    await client.exportSession();
    await client.close();
    expect(server.requests).toHaveLength(1);
  });

  it("ends a service account's session by its id, of which only ten may be open (rubrik-sdk-for-powershell 821)", async () => {
    const opened = { sessionId: "example-session", token: "example-token", expirationTime: "2999-01-01T00:00:00Z" };
    const server = inTurn(Response.json(opened, { status: 201 }), noContent());
    const client = clientOf(server, { serviceAccountId: "client|0001", secret: "example-secret" });
    await client.signIn();
    await client.close();
    expect(server.requests[0]?.headers).not.toHaveProperty("authorization");
    expect(server.requests[1]?.url).toBe(`${baseUrl}/session/example-session`);
  });
});

describe("a refusal", () => {
  const refused = async (answer: Response): Promise<unknown> =>
    clientOf(inTurn(answer))
      .sessions.deleteSession({ id: "me" })
      .catch((error: unknown) => error);

  it("may be a line of text where a second factor is forced", async () => {
    const text = "MFA is required";
    const error = await refused(new Response(text, { status: 401, headers: { "content-type": "text/plain" } }));
    expect(isApiError(error, "deleteSession", 401)).toBe(true);
    if (isApiError(error, "deleteSession", 401)) expect(error.body).toBe(text);
  });

  it("is an object otherwise", async () => {
    const body = { errorType: "user_error", message: "The token is over.", cause: null };
    const error = await refused(Response.json(body, { status: 401 }));
    if (!isApiError(error, "deleteSession", 401) || typeof error.body === "string") throw error;
    expect(error.body.errorType).toBe("user_error");
    expect(error.message).toContain("The token is over.");
  });

  it("keeps what came where it is neither", async () => {
    const html = "<html>Bad gateway</html>";
    const error = await refused(new Response(html, { status: 401, headers: { "content-type": "text/html" } }));
    expect(isApiError(error, "deleteSession")).toBe(true);
    expect(isApiError(error, "deleteSession", 401)).toBe(false);
    expect(error).toMatchObject({ declared: false, body: undefined, text: html });
  });
});

it("names no Content-Type where there is no body (rubrik-sdk-for-powershell 853)", async () => {
  const server = inTurn(Response.json(session), noContent());
  const { sessions } = clientOf(server);
  await sessions.createSession();
  await sessions.deleteSession({ id: "me" });
  expect(server.requests.map(({ method, body }) => [method, body])).toEqual([
    ["POST", ""],
    ["DELETE", ""],
  ]);
  for (const { headers } of server.requests) expect(headers).not.toHaveProperty("content-type");
});
