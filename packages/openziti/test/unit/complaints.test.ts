import { fakeServer, inTurn, type FakeServer } from "@vendor-sdks/contract";
import { describe, expect, it } from "vitest";
import { type Credentials, isApiError, OpenzitiClient } from "../../src/index.ts";

// What users of other clients of this controller ran into, by the threads in which they said so.

const baseUrl = "https://controller.example.com:1280/edge/client/v1";
const password = { username: "ops.user", password: "example-password" };
const refusal = (status: number, code: string): Response =>
  Response.json({ error: { code, message: "It was refused" }, meta: {} }, { status });
const listed = (): Response => Response.json({ data: [], meta: {} });

function clientOf({ fetch }: FakeServer, credentials: Credentials = { accessToken: "example-jwt" }): OpenzitiClient {
  return new OpenzitiClient({ baseUrl, credentials, fetch, retry: { limit: 0 } });
}

/** A controller that lets in who has its newest session alone. */
function controller(more: object = {}): FakeServer & { readonly expire: () => void } {
  let current = 0;
  let alive = false;
  const server = fakeServer(({ url, headers }) => {
    if (url.includes("/authenticate")) {
      alive = true;
      current += 1;
      const data = { token: `session-${current}`, expirationSeconds: 1800, isMfaRequired: false, ...more };
      return Response.json({ data, meta: {} });
    }
    return alive && headers["zt-session"] === `session-${current}` ? listed() : refusal(401, "UNAUTHORIZED");
  });
  return {
    ...server,
    expire: () => {
      alive = false;
    },
  };
}

const signIns = ({ requests }: FakeServer): number =>
  requests.filter(({ url }) => url.includes("/authenticate")).length;

it("an idle session is renewed once for all who need it (ziti-sdk-c 572, 965; sdk-golang 394; ziti-sdk-js PR 85; ziti-console 375)", async () => {
  const server = controller();
  const { sessions } = clientOf(server, password);
  await sessions.listSessions();
  server.expire();
  await Promise.all(Array.from({ length: 20 }, () => sessions.listSessions()));
  expect(signIns(server)).toBe(2);
});

it("the first expiresAt is no end, since use pushes it on (ziti-console 510; edge 39)", async () => {
  const server = controller({ expiresAt: "2020-01-01T00:00:00Z" });
  const { sessions } = clientOf(server, password);
  for (let calls = 0; calls < 3; calls++) await sessions.listSessions();
  expect(signIns(server)).toBe(1);
});

it("nothing of a session outlives it (ziti-sdk-c 259, 687; ziti-sdk-jvm 144)", async () => {
  const server = controller();
  const { sessions } = clientOf(server, password);
  await sessions.listSessions();
  server.expire();
  for (let calls = 0; calls < 3; calls++) await sessions.listSessions();
  const used = server.requests.map(({ headers }) => headers["zt-session"]).filter((each) => each !== undefined);
  expect(used).toEqual(["session-1", "session-1", "session-2", "session-2", "session-2"]);
});

it("a session that a cluster with OpenID does not store is a 404 that can be told (ziti-sdk-c 792)", async () => {
  const error: unknown = await clientOf(inTurn(refusal(404, "NOT_FOUND")))
    .sessions.detailSession({ id: "session-0001" })
    .catch((reason: unknown) => reason);
  if (!isApiError(error, "detailSession", 404)) throw error;
  expect(error.body.error.code).toBe("NOT_FOUND");
});

it.each([null, []])("edge routers may be %j, and a walk goes on (ziti-sdk-c 41; edge 52)", async (edgeRouters) => {
  const data = [{ id: "session-0001", edgeRouters }];
  const server = inTurn(Response.json({ data, meta: { pagination: { limit: 500, offset: 0, totalCount: 1 } } }));
  const found: unknown[] = [];
  for await (const session of clientOf(server).sessions.listSessions()) found.push(session.edgeRouters);
  expect(found).toEqual([edgeRouters]);
});

describe("what the vendor's own JavaScript client (ziti-browzer-edge-client 0.7.0) does otherwise", () => {
  it("a refused call rejects", async () => {
    const call = clientOf(inTurn(refusal(400, "INVALID_FILTER"))).sessions.listSessions({ filter: "not a filter" });
    await expect(call).rejects.toMatchObject({ name: "ApiError", status: 400 });
  });

  it("an id is one segment of the path", async () => {
    const server = inTurn(Response.json({ data: {}, meta: {} }));
    await clientOf(server).sessions.detailSession({ id: "../current-api-session?x=1" });
    expect(server.requests[0]?.url).toBe(`${baseUrl}/sessions/..%2Fcurrent-api-session%3Fx%3D1`);
  });

  it("a logger that is a bare function breaks nothing", async () => {
    const logger = Object.assign(() => undefined, {}) as object;
    const client = new OpenzitiClient({ baseUrl, fetch: inTurn(listed()).fetch, logger, logLevel: "debug" });
    expect(await client.informational.listVersion()).toBeDefined();
  });

  it("a call ends by its timeout, or when the caller has had enough", async () => {
    const unanswered = (_: string, { signal }: RequestInit): Promise<Response> =>
      new Promise((__, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason as Error));
      });
    const client = new OpenzitiClient({ baseUrl, fetch: unanswered, retry: { limit: 0 } });
    await expect(client.informational.listVersion({}, { timeout: 5 })).rejects.toMatchObject({ name: "TimeoutError" });
    const controller = new AbortController();
    const call = client.informational.listVersion({}, { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
  });
});
