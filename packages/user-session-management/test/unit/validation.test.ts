/// <reference types="node" />
import { readFileSync } from "node:fs";
import { fakeServer, inTurn, type FakeServer } from "@vendor-sdks/contract";
import { describe, expect, it } from "vitest";
import { type Call, UserSessionManagementClient } from "../../src/index.ts";
import { type ValidationOptions, validator } from "../../src/validation.ts";
import cases from "../generated/cases.json" with { type: "json" };

const baseUrl = "https://managed.example.com/api/cluster/v2";

interface Outcome {
  readonly ok: boolean;
  readonly data?: unknown;
  readonly error?: unknown;
}
interface Setup {
  readonly warned: unknown[];
  call(operation: string, args: object): Call<unknown, Outcome>;
}

/** A client that validates, and calls operations by name with arguments that its types would refuse. */
function validating({ fetch }: FakeServer, options: ValidationOptions = { responses: "error" }): Setup {
  const warned: unknown[] = [];
  const client = new UserSessionManagementClient({
    baseUrl,
    credentials: { apiToken: "dt0c01.example.token" },
    fetch,
    retry: { limit: 0 },
    validator: validator(options),
    logger: { warn: (message) => warned.push(message) },
  });
  const groups = client as unknown as Record<string, Record<string, (args: object) => Call<unknown, Outcome>>>;
  return {
    warned,
    call(operation, args) {
      const { group = "" } = cases.operations.find(({ operationId }) => operationId === operation) ?? {};
      return groups[group]![operation]!(args);
    },
  };
}

interface Answer {
  readonly code: number;
  readonly mediaType: string | null;
}

function answerOf({ code, mediaType }: Answer, value: unknown): Response {
  if (mediaType === null) return new Response(null, { status: code });
  const body = mediaType === "text/plain" ? String(value) : JSON.stringify(value);
  return new Response(body, { status: code, headers: { "content-type": mediaType } });
}

describe.each(cases.operations.map((operation) => [operation.operationId, operation] as const))(
  "%s",
  (id, operation) => {
    it("passes with the arguments that the spec gives as examples", async () => {
      for (const args of [operation.arguments.required, operation.arguments.all]) {
        const [answer] = operation.answers;
        const server = inTurn(answerOf(answer!, answer!.examples[0]?.value));
        await validating(server).call(id, args);
        expect(server.requests).toHaveLength(1);
      }
    });

    it("passes with every answer that the spec gives as an example", async () => {
      for (const answer of operation.answers) {
        const examples: readonly unknown[] =
          answer.mediaType === null ? [undefined] : answer.examples.map(({ value }) => value);
        expect(examples).not.toEqual([]);
        for (const value of examples) {
          const { call, warned } = validating(inTurn(answerOf(answer, value)));
          const result = await call(id, operation.arguments.all).result();
          expect(result.ok ? result.data : result.error).toEqual(value);
          expect(warned).toEqual([]);
        }
      }
    });
  },
);

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

describe("the built package", () => {
  const dist = new URL("../../dist/", import.meta.url);
  const codeBehind = (entry: string, seen: Set<string> = new Set()): string => {
    if (seen.has(entry)) return "";
    seen.add(entry);
    const code = readFileSync(new URL(entry, dist), "utf8");
    const imports = [...code.matchAll(/from "\.\/([^"]+)"/g)];
    return code + imports.map(([, file = ""]) => codeBehind(file, seen)).join("");
  };
  const validation = /runtime\/validation|openapi_default/;

  it.each(["index.mjs", "operations.mjs"])("has neither validation nor the spec behind %s", (entry) => {
    expect(codeBehind(entry)).not.toMatch(validation);
  });

  it("has both behind the entry of their own", () => {
    expect(codeBehind("validation.mjs")).toMatch(validation);
  });
});
