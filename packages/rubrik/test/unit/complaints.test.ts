import { fakeServer, inTurn, type FakeServer } from "@vendor-sdks/contract";
import { describe, expect, it } from "vitest";
import { type Credentials, isApiError, RubrikClient } from "../../src/index.ts";

// What users of other clients of this cluster ran into, by the threads in which they said so.

const baseUrl = "https://cluster.example.com/api/v1";
const password = { username: "ops", password: "example-password" };
const noContent = (): Response => new Response(null, { status: 204 });
const session = (token: string): Response => Response.json({ id: "example-session", token, userId: "example-user" });
const refusal = (message: string, status: number): Response =>
  Response.json({ errorType: "user_error", message, cause: null }, { status });

function clientOf({ fetch }: FakeServer, credentials: Credentials): RubrikClient {
  return new RubrikClient({ baseUrl, credentials, fetch, retry: { limit: 0 } });
}

describe("sessions that are left behind (rubrik-sdk-for-powershell 812)", () => {
  it("are ended where a script leaves the block, be it by an error", async () => {
    const server = inTurn(session("example-token"), noContent(), noContent());
    const script = async (): Promise<void> => {
      await using client = clientOf(server, password);
      await client.sessions.deleteSession({ id: "other" });
      throw new Error("the script fails here");
    };
    await expect(script()).rejects.toThrow("the script fails here");
    expect(server.requests.map(({ method, url }) => `${method} ${url.slice(baseUrl.length)}`)).toEqual([
      "POST /session",
      "DELETE /session/other",
      "DELETE /session/me",
    ]);
  });

  it("are the reason that is told where ten are open already", async () => {
    const server = inTurn(refusal("A user can have at most 10 API tokens", 422));
    const credentials = { serviceAccountId: "client|0001", secret: "example-secret" };
    await expect(clientOf(server, credentials).signIn()).rejects.toMatchObject({
      name: "SignInError",
      refused: true,
      message: expect.stringContaining("at most 10 API tokens") as string,
    });
  });
});

it("a session that was renewed is kept, so that not every further call renews (rubrik-powershell-sdk PR 123)", async () => {
  const server = inTurn(session("first"), refusal("expired", 401), session("second"), ...[1, 2, 3].map(noContent));
  const { sessions } = clientOf(server, password);
  for (const id of ["a", "b", "c"]) await sessions.deleteSession({ id });
  const sent = server.requests.map(({ headers }) => headers["authorization"] ?? "");
  expect(sent.filter((each) => each.startsWith("Basic"))).toHaveLength(2);
  expect(sent.slice(3)).toEqual(["Bearer second", "Bearer second", "Bearer second"]);
});

it("wrong credentials are told when one signs in, before anything is called (rubrik-sdk-for-powershell 374)", async () => {
  const server = inTurn(refusal("Incorrect username/password", 422));
  const client = clientOf(server, password);
  await expect(client.signIn()).rejects.toThrow(/Incorrect username\/password/);
  await expect(client.sessions.deleteSession({ id: "a" })).rejects.toMatchObject({ refused: true });
  expect(server.requests).toHaveLength(1);
});

describe("where name and password are not enough (rubrik-sdk-for-powershell 767, 728)", () => {
  it.each([
    ["an API token", { token: "example-api-token" }, "Bearer example-api-token"],
    ["a service account", { serviceAccountId: "client|0001", secret: "example-secret" }, "Bearer example-token"],
  ])("%s lets in", async (_, credentials, authorization) => {
    const opened = { sessionId: "s", token: "example-token", expirationTime: "2999-01-01T00:00:00Z" };
    const server = fakeServer(({ method }) => (method === "POST" ? Response.json(opened) : noContent()));
    await clientOf(server, credentials).sessions.deleteSession({ id: "a" });
    expect(server.requests.at(-1)?.headers["authorization"]).toBe(authorization);
  });

  it("the second factor is named where it is forced, and the password is not tried again", async () => {
    const text = "Multi-factor authentication is required";
    const plain = (): Response => new Response(text, { status: 401, headers: { "content-type": "text/plain" } });
    const server = inTurn(plain());
    const client = clientOf(server, password);
    const error: unknown = await client.signIn().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "SignInError", refused: true });
    expect((error as Error & { cause: { text: string } }).cause.text).toBe(text);
    await expect(client.sessions.deleteSession({ id: "a" })).rejects.toBe(error);
    expect(server.requests).toHaveLength(1);
  });
});

it("a fetch with a client certificate carries everything, signing in and out included (rubrik-sdk-for-powershell 834)", async () => {
  const server = inTurn(session("example-token"), noContent(), noContent());
  const client = clientOf(server, password);
  await client.sessions.deleteSession({ id: "a" });
  await client.close();
  expect(server.requests).toHaveLength(3);
});

it("how certificates are checked is the client's own affair, not the process's (rubrik-sdk-for-python PR 289)", async () => {
  const [strict, lax] = [inTurn(noContent()), inTurn(noContent())];
  const credentials = { token: "example-api-token" };
  await clientOf(strict, credentials).sessions.deleteSession({ id: "strict" });
  await clientOf(lax, credentials).sessions.deleteSession({ id: "lax" });
  expect([strict, lax].map(({ requests }) => requests.map(({ url }) => url.split("/").at(-1)))).toEqual([
    ["strict"],
    ["lax"],
  ]);
});

it("two clusters at once keep their tokens apart, which the generated client's one instance could not", async () => {
  const servers = ["one", "other"].map((name) =>
    fakeServer(({ method }) => (method === "POST" ? session(`token-of-${name}`) : noContent())),
  );
  const clients = servers.map((server) => clientOf(server, password));
  await Promise.all(
    clients.flatMap(({ sessions }) => [sessions.deleteSession({ id: "a" }), sessions.deleteSession({ id: "b" })]),
  );
  const used = servers.map(({ requests }) => new Set(requests.slice(1).map(({ headers }) => headers["authorization"])));
  expect(used).toEqual([new Set(["Bearer token-of-one"]), new Set(["Bearer token-of-other"])]);
});

it("a refusal is typed by its status, in the cluster's own words", async () => {
  const server = inTurn(refusal("You may not do this", 403));
  const error: unknown = await clientOf(server, { token: "example-api-token" })
    .sessions.deleteSession({ id: "a" })
    .catch((reason: unknown) => reason);
  if (!isApiError(error, "deleteSession", 403)) throw error;
  expect(error.body.message).toBe("You may not do this");
  expect(error.message).toContain("You may not do this");
});
