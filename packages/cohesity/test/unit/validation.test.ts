import { validationSuite, fakeServer, inTurn, type FakeServer } from "@vendor-sdks/contract";
import { describe, expect, it } from "vitest";
import { CohesityClient } from "../../src/index.ts";
import { validator } from "../../src/validation.ts";

const validating = validationSuite({
  folder: new URL("../../", import.meta.url),
  client: CohesityClient,
  validator,
  credentials: { accessToken: "example-token" },
});

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
