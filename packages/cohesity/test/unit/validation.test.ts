/// <reference types="node" />
import { readFileSync } from "node:fs";
import { fakeServer, inTurn, type FakeServer } from "@vendor-sdks/contract";
import { describe, expect, it } from "vitest";
import { type Call, CohesityClient } from "../../src/index.ts";
import { type ValidationOptions, validator } from "../../src/validation.ts";
import cases from "../generated/cases.json" with { type: "json" };

const baseUrl = "https://cluster.example.com/v2";

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
  const client = new CohesityClient({
    baseUrl,
    credentials: { accessToken: "example-token" },
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

describe("arguments that break the spec are refused unsent:", () => {
  it.each<[what: string, operation: string, args: object, pointer: string, expected: string]>([
    [
      "a required field",
      "createUsers",
      { body: [{ username: "ops" }] },
      "/body/0/domain",
      "a value, as it is required",
    ],
    ["a type", "getUsers", { roles: "COHESITY_VIEWER" }, "/roles", "array (not string)"],
    [
      "a type within the body",
      "updateUser",
      { sid: "S-1", body: { roles: "admin" } },
      "/body/roles",
      "array or null (not string)",
    ],
    [
      "an enum",
      "createSession",
      { body: { otpType: "sms" } },
      "/body/otpType",
      'one of "email", "totp", "salesforce", null',
    ],
    [
      "a field that is read-only",
      "createUsers",
      { body: [{ username: "ops", domain: "LOCAL", primaryGroup: "g" }] },
      "/body/0/primaryGroup",
      "nothing, as it is read-only",
    ],
    [
      "a field that is read-only in one part of an allOf",
      "updateUser",
      { sid: "S-1", body: { localUserParams: { groups: ["g"] } } },
      "/body/localUserParams/groups",
      "nothing, as it is read-only",
    ],
    ["the least of a list", "deleteUsers", { body: { sids: [] } }, "/body/sids", "at least 1 item"],
    ["a list without repetition", "deleteUsers", { body: { sids: ["S-1", "S-1"] } }, "/body/sids", "no item twice"],
    [
      "a pattern",
      "getSecurityPrincipals",
      { sids: ["ops"] },
      "/sids/0",
      String.raw`a text that matches ^S-\d-(\d+-){1,14}\d+$`,
    ],
  ])("%s", async (_, operation, args, pointer, expected) => {
    const server = fakeServer(() => Response.json({}));
    const call = validating(server).call(operation, args);
    await expect(call).rejects.toMatchObject({
      name: "ValidationError",
      service: "cohesity",
      operation,
      problems: [{ pointer, expected }],
      message: `${operation} was not sent, since the spec forbids it: ${pointer}: expected ${expected}`,
    });
    expect(server.requests).toEqual([]);
  });

  it("a password of the wrong type, which the error does not quote", async () => {
    const server = fakeServer(() => Response.json({}));
    const error: unknown = await validating(server)
      .call("createAccessToken", { body: { username: "ops", password: ["hunter22"] } })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ problems: [{ pointer: "/body/password", expected: "string or null (not array)" }] });
    expect(String(error) + JSON.stringify(error)).not.toContain("hunter22");
    expect(server.requests).toEqual([]);
  });
});

describe("an answer", () => {
  const answer = (user: object): FakeServer => inTurn(Response.json({ users: [user] }));

  it("may hold a reason of being locked and fields that the spec does not know", async () => {
    const user = { username: "ops", lockedReason: "Moonlight", quota: { bytes: 1 } };
    expect(await validating(answer(user)).call("getUsers", {})).toEqual({ users: [user] });
  });

  it("of a wrong type is an error that names the place", async () => {
    const { call } = validating(answer({ roles: "COHESITY_VIEWER" }));
    await expect(call("getUsers", {})).rejects.toMatchObject({
      name: "ValidationError",
      operation: "getUsers",
      status: 200,
      problems: [{ pointer: "/users/0/roles", expected: "array or null (not string)" }],
    });
  });

  it("of a wrong type is a warning where that is asked for", async () => {
    const { call, warned } = validating(answer({ username: 5 }), { responses: "warn" });
    expect(await call("getUsers", {})).toEqual({ users: [{ username: 5 }] });
    expect(warned).toEqual([expect.stringContaining("/users/0/username: expected string (not number)")]);
  });

  it("that is an error of a wrong form stays the API's error, with a warning", async () => {
    const { call, warned } = validating(inTurn(Response.json({ errorCode: 5 }, { status: 400 })));
    await expect(call("getUsers", {})).rejects.toMatchObject({ name: "ApiError", status: 400 });
    expect(warned).toEqual([expect.stringContaining("/errorCode: expected string or null (not number)")]);
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
