import { validationSuite, fakeServer, inTurn, type FakeServer } from "@vendor-sdks/contract";
import { describe, expect, it } from "vitest";
import { UserSessionManagementClient } from "../../src/index.ts";
import { validator } from "../../src/validation.ts";

const validating = validationSuite({
  folder: new URL("../../", import.meta.url),
  client: UserSessionManagementClient,
  validator,
  credentials: { apiToken: "dt0c01.example.token" },
});

const policy = {
  concurrentSessionPolicyDto: { userLimit: 3, adminLimit: 5 },
  automaticLogoutDto: { logoutInactiveUsersEnabled: true, userInactivityTimeout: 900 },
};

describe("arguments that break the spec are refused unsent:", () => {
  it.each<[what: string, operation: string, args: object, pointer: string, expected: string]>([
    ["a required body", "updateConcurrentSessionPolicyConfig", {}, "/body", "a value, as it is required"],
    [
      "a required field",
      "updateConcurrentSessionPolicyConfig",
      { body: { ...policy, concurrentSessionPolicyDto: { userLimit: 3 } } },
      "/body/concurrentSessionPolicyDto/adminLimit",
      "a value, as it is required",
    ],
    [
      "a type",
      "updateConcurrentSessionPolicyConfig",
      { body: { ...policy, concurrentSessionPolicyDto: { userLimit: 3, adminLimit: "5" } } },
      "/body/concurrentSessionPolicyDto/adminLimit",
      "integer (not string)",
    ],
    [
      "an integer",
      "updateConcurrentSessionPolicyConfig",
      { body: { ...policy, concurrentSessionPolicyDto: { userLimit: 1.5, adminLimit: 5 } } },
      "/body/concurrentSessionPolicyDto/userLimit",
      "integer (not number)",
    ],
    [
      "the least of a timeout",
      "updateConcurrentSessionPolicyConfig",
      { body: { ...policy, automaticLogoutDto: { logoutInactiveUsersEnabled: true, userInactivityTimeout: 0 } } },
      "/body/automaticLogoutDto/userInactivityTimeout",
      "at least 1",
    ],
    ["a type in the query", "getUserSessions", { userId: 5 }, "/userId", "string (not number)"],
  ])("%s", async (_, operation, args, pointer, expected) => {
    const server = fakeServer(() => Response.json({}));
    const call = validating(server).call(operation, args);
    await expect(call).rejects.toMatchObject({
      name: "ValidationError",
      service: "user-session-management",
      operation,
      problems: [{ pointer, expected }],
      message: `${operation} was not sent, since the spec forbids it: ${pointer}: expected ${expected}`,
    });
    expect(server.requests).toEqual([]);
  });
});

describe("an answer", () => {
  const session = {
    userId: "jane.doe",
    nodeId: 1,
    sessionId: "example-session-1",
    creationTime: 1893456000000,
    tenantUuid: "11111111-2222-4333-8444-555555555555",
    loginType: "LDAP",
  };
  const answer = (more: object): FakeServer => inTurn(Response.json([{ ...session, ...more }]));

  it("may hold a way of signing in and fields that the spec does not know", async () => {
    const { call } = validating(answer({ loginType: "PASSKEY", device: "Chrome 120", risk: 3 }));
    expect(await call("getUserSessions", {})).toMatchObject([{ loginType: "PASSKEY", risk: 3 }]);
  });

  it("of a wrong type is an error that names the place and does not quote the session", async () => {
    const call = validating(answer({ sessionId: ["example-session-1"] })).call("getUserSessions", {});
    const error: unknown = await call.catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: "ValidationError",
      operation: "getUserSessions",
      status: 200,
      problems: [{ pointer: "/0/sessionId", expected: "string (not array)" }],
    });
    expect(String(error) + JSON.stringify(error)).not.toContain("example-session-1");
  });

  it("without a required field is a warning where that is asked for", async () => {
    const { call, warned } = validating(answer({ tenantUuid: undefined }), { responses: "warn" });
    expect(await call("getUserSessions", {})).toHaveLength(1);
    expect(warned).toEqual([expect.stringContaining("/0/tenantUuid: expected a value, as it is required")]);
  });

  it("that is an error of a wrong form stays the API's error, with a warning", async () => {
    const broken = Response.json({ error: { constraintViolations: [{ path: 5 }] } }, { status: 403 });
    const { call, warned } = validating(inTurn(broken));
    await expect(call("getUserSessions", {})).rejects.toMatchObject({ name: "ApiError", status: 403 });
    expect(warned).toEqual([
      expect.stringContaining("/error/constraintViolations/0/path: expected string (not number)"),
    ]);
  });
});
