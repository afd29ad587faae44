import { validationSuite, fakeServer, inTurn, type FakeServer } from "@vendor-sdks/contract";
import { describe, expect, it } from "vitest";
import { OpenzitiClient } from "../../src/index.ts";
import { validator } from "../../src/validation.ts";

const baseUrl = "https://appliance.example.com";
const validating = validationSuite({
  folder: new URL("../../", import.meta.url),
  client: OpenzitiClient,
  validator,
  credentials: { accessToken: "example-jwt" },
});

describe("arguments that break the spec are refused unsent:", () => {
  it.each<[what: string, operation: string, args: object, pointer: string, expected: string]>([
    ["a required body", "authenticateMfa", {}, "/body", "a value, as it is required"],
    ["a required field", "authenticateMfa", { body: {} }, "/body/code", "a value, as it is required"],
    ["a type", "createSession", { body: { serviceId: 7 } }, "/body/serviceId", "string (not number)"],
    ["a type within a list", "listServices", { configTypes: ["a", 1] }, "/configTypes/1", "string (not number)"],
    ["an enum", "authenticate", { method: "magic" }, "/method", 'one of "password", "cert", "ext-jwt"'],
    [
      "an enum in the body",
      "createSession",
      { body: { type: "Both" } },
      "/body/type",
      'one of "Dial", "Bind", "Invalid"',
    ],
    ["the page size", "listSessions", { limit: 501 }, "/limit", "at most 500"],
    ["an offset", "listSessions", { offset: -1 }, "/offset", "at least 0"],
    [
      "the length of a text",
      "authenticate",
      { method: "cert", body: { envInfo: { hostname: "h".repeat(254) } } },
      "/body/envInfo/hostname",
      "at most 253 characters",
    ],
  ])("%s", async (_, operation, args, pointer, expected) => {
    const server = fakeServer(() => Response.json({}));
    const call = validating(server).call(operation, args);
    await expect(call).rejects.toMatchObject({
      name: "ValidationError",
      service: "openziti",
      operation,
      problems: [{ pointer, expected }],
      message: `${operation} was not sent, since the spec forbids it: ${pointer}: expected ${expected}`,
    });
    expect(server.requests).toEqual([]);
  });

  it("a one-time code of the wrong type, which the error does not quote", async () => {
    const server = fakeServer(() => Response.json({}));
    const error: unknown = await validating(server)
      .call("authenticateMfa", { body: { code: 271828 } })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ problems: [{ pointer: "/body/code" }] });
    expect(String(error) + JSON.stringify(error)).not.toContain("271828");
    expect(server.requests).toEqual([]);
  });
});

describe("an answer", () => {
  const session = {
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
  const answer = (more: object): FakeServer => inTurn(Response.json({ data: { ...session, ...more }, meta: {} }));
  const args = { id: "session-0001" };

  it("may hold a type of session and fields that the spec does not know", async () => {
    const { call } = validating(answer({ type: "Observe", posture: { since: 1 } }));
    expect(await call("detailSession", args)).toMatchObject({ data: { type: "Observe", posture: { since: 1 } } });
  });

  it("of a wrong type is an error that names the place", async () => {
    const { call } = validating(answer({ service: "service-0001" }));
    await expect(call("detailSession", args)).rejects.toMatchObject({
      name: "ValidationError",
      operation: "detailSession",
      status: 200,
      problems: [{ pointer: "/data/service", expected: "object or null (not string)" }],
    });
  });

  it("of a wrong type is a warning where that is asked for, and quotes nothing secret", async () => {
    const { call, warned } = validating(answer({ token: ["example-session-token"] }), { responses: "warn" });
    await call("detailSession", args);
    expect(warned).toEqual([expect.stringContaining("/data/token: expected string (not array)")]);
    expect(warned.join()).not.toContain("example-session-token");
  });

  it("that is an error of a wrong form stays the API's error, with a warning", async () => {
    const broken = Response.json({ error: { code: 404 }, meta: {} }, { status: 404 });
    const { call, warned } = validating(inTurn(broken));
    await expect(call("detailSession", args)).rejects.toMatchObject({ name: "ApiError", status: 404 });
    expect(warned).toEqual([expect.stringContaining("/error/code: expected string (not number)")]);
  });
});

it("a walk asks for pages within the limits of the spec", async () => {
  const server = inTurn(Response.json({ data: [], meta: { pagination: { limit: 500, offset: 0, totalCount: 0 } } }));
  const client = new OpenzitiClient({
    baseUrl,
    fetch: server.fetch,
    credentials: { accessToken: "a" },
    validator: validator(),
  });
  for await (const session of client.sessions.listSessions()) expect(session).toBeUndefined();
  expect(server.requests).toHaveLength(1);
});
