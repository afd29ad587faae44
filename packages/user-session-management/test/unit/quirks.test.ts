import { inTurn, type FakeServer } from "@vendor-sdks/contract";
import { describe, expect, it } from "vitest";
import { UserSessionManagementClient } from "../../src/index.ts";

const baseUrl = "https://managed.example.com/api/cluster/v2";
const credentials = { apiToken: "dt0c01.example.token" };
const policy = {
  concurrentSessionPolicyDto: { userLimit: 3, adminLimit: 5 },
  automaticLogoutDto: { logoutInactiveUsersEnabled: true, userInactivityTimeout: 900 },
};

function clientOf({ fetch }: FakeServer, limit = 0): UserSessionManagementClient {
  return new UserSessionManagementClient({ baseUrl, credentials, fetch, retry: { limit } });
}

const empty = (status = 200, headers: Record<string, string> = {}): Response => new Response(null, { status, headers });

describe("the base URL", () => {
  it("may end in slashes, which would double those of the paths (terraform-provider-dynatrace 109, 527; dynatrace-service 226)", async () => {
    for (const slashes of ["/", "//"]) {
      const server = inTurn(Response.json([]));
      const client = new UserSessionManagementClient({ baseUrl: baseUrl + slashes, credentials, fetch: server.fetch });
      await client.userSessions.getUserSessions();
      expect(server.requests[0]?.url).toBe(`${baseUrl}/userSessions`);
    }
  });

  it("is made from the host, by https unless it is said otherwise", () => {
    const host = "managed.example.com";
    expect(new UserSessionManagementClient({ host }).baseUrl).toBe(baseUrl);
    expect(new UserSessionManagementClient({ host, protocol: "http" }).baseUrl).toBe(baseUrl.replace("https", "http"));
  });

  it("needs a host, for which the vendor's default is empty", () => {
    expect(() => new UserSessionManagementClient({ host: "" })).toThrow(/"host"/);
  });
});

it("puts the word Api-Token in front of the token", async () => {
  const server = inTurn(Response.json([]));
  await clientOf(server).userSessions.getUserSessions();
  expect(server.requests[0]?.headers["authorization"]).toBe("Api-Token dt0c01.example.token");
});

describe("an empty answer", () => {
  it("is a success without data", async () => {
    const { sessionPolicy, userSessions } = clientOf(
      inTurn(empty(), empty(200, { "content-type": "application/json" })),
    );
    expect(await sessionPolicy.updateConcurrentSessionPolicyConfig({ body: policy })).toBeUndefined();
    expect(await userSessions.removeUserSession({ userId: "jane.doe" })).toBeUndefined();
  });

  it("is no list of sessions", async () => {
    await expect(clientOf(inTurn(empty())).userSessions.getUserSessions()).rejects.toMatchObject({
      name: "ParseError",
    });
  });
});

describe("removing sessions", () => {
  it("is refused unsent without a user, whom the cluster demands though its description does not", async () => {
    const server = inTurn();
    const { userSessions } = clientOf(server);
    await expect(userSessions.removeUserSession({ userId: "" })).rejects.toMatchObject({ name: "ConfigurationError" });
    // @ts-expect-error the types demand it as well
    await expect(userSessions.removeUserSession({})).rejects.toThrow(/userId/);
    expect(server.requests).toEqual([]);
  });

  it("sends the user's id escaped", async () => {
    const server = inTurn(empty());
    await clientOf(server).userSessions.removeUserSession({ userId: "jane doe@example.com&x" });
    expect(server.requests[0]?.url).toBe(`${baseUrl}/userSessions?userId=jane%20doe%40example.com%26x`);
  });
});

describe("unusual statuses", () => {
  it("510 is an answer like any other, with or without a body", async () => {
    const page = new Response("<html></html>", { status: 510, headers: { "content-type": "text/html" } });
    const { userSessions } = clientOf(inTurn(empty(510), page));
    const bare = await userSessions.removeUserSession({ userId: "jane.doe" }).result();
    expect(bare).toMatchObject({ ok: false, status: 510, text: "" });
    const withPage = await userSessions.removeUserSession({ userId: "jane.doe" }).result();
    expect(withPage).toMatchObject({ ok: false, status: 510, text: "<html></html>" });
  });

  it("556 is tried again, since an upgrade ends", async () => {
    const upgrading = Response.json({ error: { code: 556 } }, { status: 556, headers: { "retry-after": "0" } });
    const server = inTurn(upgrading, Response.json([]));
    expect(await clientOf(server, 1).userSessions.getUserSessions()).toEqual([]);
    expect(server.requests).toHaveLength(2);
  });

  it("556 is told where it does not end", async () => {
    const upgrading = Response.json({ error: { code: 556, message: "Upgrade running" } }, { status: 556 });
    const result = await clientOf(inTurn(upgrading)).userSessions.getUserSessions().result();
    if (result.ok || result.status !== 556) throw new Error("it was not told");
    expect(result.error?.error?.message).toBe("Upgrade running");
  });
});

describe("the rate limit", () => {
  const limited = (resetAt: number): Response =>
    Response.json({ error: { code: 429 } }, { status: 429, headers: { "x-ratelimit-reset": String(resetAt * 1000) } });

  it("is over at a time in microseconds, and what was refused is tried again then", async () => {
    const server = inTurn(limited(Date.now() - 1000), Response.json([]));
    expect(await clientOf(server, 1).userSessions.getUserSessions()).toEqual([]);
  });

  it("has nothing to do with a failure while calls are left, though the headers come with every answer", async () => {
    const headers = { "x-ratelimit-remaining": "49", "x-ratelimit-reset": String((Date.now() + 3_600_000) * 1000) };
    const server = inTurn(Response.json({}, { status: 503, headers }), Response.json([]));
    expect(await clientOf(server, 1).userSessions.getUserSessions()).toEqual([]);
  });

  it("is told at once where waiting for its end would take too long", async () => {
    const server = inTurn(limited(Date.now() + 3_600_000));
    expect(await clientOf(server, 1).userSessions.getUserSessions().result()).toMatchObject({ ok: false, status: 429 });
  });
});

it("hands an HTML page in place of an error on as text", async () => {
  const page = new Response("<html>Log in</html>", { status: 403, headers: { "content-type": "text/html" } });
  const result = await clientOf(inTurn(page)).userSessions.getUserSessions().result();
  expect(result).toMatchObject({
    ok: false,
    declared: false,
    status: 403,
    error: undefined,
    text: "<html>Log in</html>",
  });
});

it("keeps a way to log in that a newer cluster adds", async () => {
  const session = { userId: "jane.doe", nodeId: 1, sessionId: "s", creationTime: 1, tenantUuid: "t", loginType: "NEW" };
  expect(await clientOf(inTurn(Response.json([session]))).userSessions.getUserSessions()).toEqual([session]);
});
