/// <reference types="node" />
import { readFileSync } from "node:fs";
import { fakeServer, inTurn, type FakeServer } from "@vendor-sdks/contract";
import { describe, expect, it } from "vitest";
import { type Call, RubrikClient } from "../../src/index.ts";
import { type ValidationOptions, validator } from "../../src/validation.ts";
import cases from "../generated/cases.json" with { type: "json" };

const baseUrl = "https://cluster.example.com/api/v1";

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
  const client = new RubrikClient({
    baseUrl,
    credentials: { token: "example-api-token" },
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
    ["a required argument", "deleteSession", {}, "/id", "a value, as it is required"],
    ["a required body", "createServiceAccountSession", {}, "/body", "a value, as it is required"],
    [
      "a required field",
      "createServiceAccountSession",
      { body: { secret: "s" } },
      "/body/serviceAccountId",
      "a value, as it is required",
    ],
    ["a type", "createSession", { organization_id: 5 }, "/organization_id", "string (not number)"],
    ["a list for a single value", "createSession", { realm: ["a", "b"] }, "/realm", "string (not array)"],
  ])("%s", async (_, operation, args, pointer, expected) => {
    const server = fakeServer(() => Response.json({}));
    const call = validating(server).call(operation, args);
    await expect(call).rejects.toMatchObject({
      name: "ValidationError",
      service: "rubrik",
      operation,
      problems: [{ pointer, expected }],
      message: `${operation} was not sent, since the spec forbids it: ${pointer}: expected ${expected}`,
    });
    expect(server.requests).toEqual([]);
  });

  it("a secret of the wrong type, which the error does not quote", async () => {
    const server = fakeServer(() => Response.json({}));
    const error: unknown = await validating(server)
      .call("createServiceAccountSession", { body: { serviceAccountId: "client|1", secret: { value: "hunter22" } } })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ problems: [{ pointer: "/body/secret", expected: "string (not object)" }] });
    expect(String(error) + JSON.stringify(error)).not.toContain("hunter22");
    expect(server.requests).toEqual([]);
  });
});

describe("an answer", () => {
  const session = { id: "example-session", token: "example-token", userId: "example-user" };
  const answer = (more: object): FakeServer => inTurn(Response.json({ ...session, ...more }));

  it("may hold fields that the spec does not know, and times in other forms", async () => {
    const { call } = validating(answer({ expiration: "tomorrow", cluster: { name: "a" } }));
    expect(await call("createSession", {})).toMatchObject({ cluster: { name: "a" } });
  });

  it("of a wrong type is an error that names the place and does not quote the token", async () => {
    const call = validating(answer({ token: { value: "example-token" } })).call("createSession", {});
    const error: unknown = await call.catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: "ValidationError",
      operation: "createSession",
      status: 200,
      problems: [{ pointer: "/token", expected: "string (not object)" }],
    });
    expect(String(error) + JSON.stringify(error)).not.toContain("example-token");
  });

  it("without a required field is a warning where that is asked for", async () => {
    const { call, warned } = validating(inTurn(Response.json({ id: "a" })), { responses: "warn" });
    expect(await call("createSession", {})).toEqual({ id: "a" });
    expect(warned).toEqual([expect.stringContaining("/token: expected a value, as it is required")]);
  });

  it("that is an error of a wrong form stays the API's error, with a warning", async () => {
    const { call, warned } = validating(inTurn(Response.json({ message: 5 }, { status: 422 })));
    await expect(call("createSession", {})).rejects.toMatchObject({ name: "ApiError", status: 422 });
    expect(warned).toEqual([expect.stringContaining("/message: expected string (not number)")]);
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
