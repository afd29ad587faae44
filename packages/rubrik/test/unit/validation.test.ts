import { validationSuite, fakeServer, inTurn, type FakeServer } from "@vendor-sdks/contract";
import { describe, expect, it } from "vitest";
import { RubrikClient } from "../../src/index.ts";
import { validator } from "../../src/validation.ts";

const validating = validationSuite({
  folder: new URL("../../", import.meta.url),
  client: RubrikClient,
  validator,
  credentials: { token: "example-api-token" },
});

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
