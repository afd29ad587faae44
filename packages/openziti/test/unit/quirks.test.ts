import { fakeServer, inTurn, type FakeServer } from "@vendor-sdks/contract";
import { describe, expect, expectTypeOf, it } from "vitest";
import { type Credentials, OpenzitiClient, type SessionDetail } from "../../src/index.ts";

const baseUrl = "https://controller.example.com:1280/edge/client/v1";
const password = { username: "ops.user", password: "example-password" };

function clientOf({ fetch }: FakeServer, credentials: Credentials = { accessToken: "example-jwt" }): OpenzitiClient {
  return new OpenzitiClient({ baseUrl, credentials, fetch, retry: { limit: 0 } });
}

function apiSession(token: string, factor: object = {}): Response {
  const data = { token, expirationSeconds: 1800, isMfaRequired: false, isMfaComplete: false, ...factor };
  return Response.json({ data, meta: {} });
}

function refusal(challenge?: string): Response {
  const error = { code: "UNAUTHORIZED", message: "The request could not be completed" };
  const headers = challenge === undefined ? {} : { "www-authenticate": challenge };
  return Response.json({ error, meta: {} }, { status: 401, headers });
}

const done = (): Response => Response.json({ data: {}, meta: {} });
const sparse = {
  id: "session-0001",
  apiSessionId: "api-session-0001",
  identityId: "identity-0001",
  serviceId: "service-0001",
  token: "example-session-token",
  type: "Dial",
  _links: null,
  createdAt: null,
  updatedAt: null,
  apiSession: null,
  service: null,
  edgeRouters: null,
};

describe("a session that was just created", () => {
  it("comes with nulls where the vendor's schema requires objects, and the types say so", async () => {
    const { sessions } = clientOf(inTurn(Response.json({ data: sparse, meta: {} }, { status: 201 })));
    const { data } = await sessions.createSession({ body: { serviceId: "service-0001" } });
    expect(data).toStrictEqual(sparse);
    expectTypeOf<null>().toExtend<SessionDetail["edgeRouters"]>();
    expectTypeOf<null>().toExtend<SessionDetail["_links"]>();
    expectTypeOf<null>().toExtend<SessionDetail["createdAt"]>();
    expectTypeOf<null>().toExtend<SessionDetail["service"]>();
  });

  it("may be refused by a posture check, whose data are handed on (openziti 2441)", async () => {
    const cause = { code: "INVALID_POSTURE", data: { "policy-0001": [{ isPassing: false }] } };
    const answer = Response.json({ error: { code: "INVALID_POSTURE", cause }, meta: {} }, { status: 409 });
    const result = await clientOf(inTurn(answer))
      .sessions.createSession({ body: { serviceId: "service-0001" } })
      .result();
    if (result.ok || result.status !== 409) throw new Error("it was not refused");
    expect(result.error?.error.cause?.data).toEqual(cause.data);
  });
});

describe("lists", () => {
  const total = 1203;
  const listing = (): FakeServer =>
    fakeServer(({ url }) => {
      const query = new URL(url).searchParams;
      const offset = Number(query.get("offset") ?? 0);
      const limit = Number(query.get("limit") ?? 10);
      const data = Array.from({ length: Math.min(limit, total - offset) }, (_, index) => ({
        id: `s${offset + index}`,
      }));
      return Response.json({ data, meta: { pagination: { limit, offset, totalCount: total } } });
    });

  it("are walked by 500 rows, the most that a controller grants (openziti 57)", async () => {
    const server = listing();
    const ids: string[] = [];
    for await (const session of clientOf(server).sessions.listSessions({ filter: 'type = "Dial"' }))
      ids.push(session.id);
    expect(new Set(ids).size).toBe(total);
    expect(server.requests.map(({ url }) => url.slice(baseUrl.length))).toEqual([
      "/sessions?limit=500&filter=type%20%3D%20%22Dial%22",
      "/sessions?limit=500&offset=500&filter=type%20%3D%20%22Dial%22",
      "/sessions?limit=500&offset=1000&filter=type%20%3D%20%22Dial%22",
    ]);
  });

  it("are the controller's own ten rows when they are awaited", async () => {
    const server = listing();
    expect((await clientOf(server).services.listServices()).data).toHaveLength(10);
    expect(server.requests[0]?.url).toBe(`${baseUrl}/services`);
  });

  it("repeat a query parameter for each of its values", async () => {
    const server = listing();
    await clientOf(server).services.listServices({ configTypes: ["intercept.v1", "host.v1"] });
    expect(server.requests[0]?.url).toBe(`${baseUrl}/services?configTypes=intercept.v1&configTypes=host.v1`);
  });
});

describe("a second factor", () => {
  const asked = { isMfaRequired: true, isMfaComplete: false };

  it("is answered with a fresh code and the new session, before anything else is called", async () => {
    const server = inTurn(
      apiSession("example-token", asked),
      done(),
      Response.json({ data: sparse, meta: {} }),
      done(),
    );
    const client = clientOf(server, { ...password, totp: () => "000000" });
    await client.sessions.detailSession({ id: "session-0001" });
    await client.close();
    expect(server.requests.map(({ method, url }) => `${method} ${url.slice(baseUrl.length)}`)).toEqual([
      "POST /authenticate?method=password",
      "POST /authenticate/mfa",
      "GET /sessions/session-0001",
      "DELETE /current-api-session",
    ]);
    expect(server.requests[1]?.body).toBe('{"code":"000000"}');
    expect(server.requests.map(({ headers }) => headers["zt-session"])).toEqual([
      undefined,
      "example-token",
      "example-token",
      "example-token",
    ]);
  });

  it("is not asked for where it is complete already", async () => {
    const server = inTurn(apiSession("example-token", { isMfaRequired: true, isMfaComplete: true }), done());
    await clientOf(server, { ...password, totp: "000000" }).currentApiSession.getCurrentApiSession();
    expect(server.requests).toHaveLength(2);
  });

  it("is named by the error when no code was given, and the half-open session is ended", async () => {
    const server = inTurn(apiSession("example-token", asked), done());
    const call = clientOf(server, password).currentIdentity.getCurrentIdentity();
    await expect(call).rejects.toMatchObject({
      name: "SignInError",
      message: expect.stringContaining("totp") as string,
    });
    expect(server.requests[1]).toMatchObject({ method: "DELETE", headers: { "zt-session": "example-token" } });
  });

  it("that is answered wrongly ends the half-open session", async () => {
    const wrong = Response.json({ error: { code: "MFA_INVALID_TOKEN" }, meta: {} }, { status: 400 });
    const server = inTurn(apiSession("example-token", asked), wrong, done());
    const call = clientOf(server, { ...password, totp: "000000" }).currentIdentity.getCurrentIdentity();
    await expect(call).rejects.toMatchObject({ name: "SignInError", refused: true });
    expect(server.requests[2]?.url).toBe(`${baseUrl}/current-api-session`);
  });
});

describe("a 401", () => {
  const list = async (server: FakeServer): Promise<number> =>
    (await clientOf(server, password).sessions.listSessions().result()).status;

  it("whose challenge says that the session is over has the client sign in again", async () => {
    const over = refusal('zt-session realm="zt-session" error="expired" error_description="token expired"');
    const server = inTurn(apiSession("first"), over, apiSession("second"), Response.json({ data: [], meta: {} }));
    expect(await list(server)).toBe(200);
    expect(server.requests[3]?.headers["zt-session"]).toBe("second");
  });

  it("without a challenge counts as such", async () => {
    const server = inTurn(apiSession("first"), refusal(), apiSession("second"), Response.json({ data: [], meta: {} }));
    expect(await list(server)).toBe(200);
  });

  it("whose challenge speaks of rights is the answer, and no reason to sign in again", async () => {
    const rights = refusal('zt-session realm="zt-session" error="insufficient" error_description="not allowed"');
    const server = inTurn(apiSession("first"), rights);
    expect(await list(server)).toBe(401);
    expect(server.requests).toHaveLength(2);
  });
});

it("takes the token from the header where the answer's body has none", async () => {
  const bare = Response.json(
    { data: { expirationSeconds: 1800 }, meta: {} },
    { headers: { "zt-session": "by-header" } },
  );
  const server = inTurn(bare, done());
  await clientOf(server, password).currentApiSession.getCurrentApiSession();
  expect(server.requests[1]?.headers["zt-session"]).toBe("by-header");
});

it("always says that it accepts JSON, without which errors come as text", async () => {
  const server = inTurn(Response.json({ data: {}, meta: {} }));
  await clientOf(server).informational.listVersion();
  expect(server.requests[0]?.headers).toMatchObject({ accept: "application/json" });
  expect(server.requests[0]?.headers).not.toHaveProperty("authorization");
});
