import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import {
  AbortError,
  ConfigurationError,
  ConnectionError,
  ParseError,
  SdkError,
  SignInError,
  TimeoutError,
} from "../../src/index.ts";
import { replying } from "../support/replies.ts";
import { errorOf, get, makeCore } from "../support/sample.ts";

const cause = new Error("the cause");

describe("every error", () => {
  it.each([
    [new AbortError("shop", "m", cause), "AbortError"],
    [new ConfigurationError("shop", "m", cause), "ConfigurationError"],
    [new ConnectionError("shop", "m", cause), "ConnectionError"],
    [new TimeoutError("shop", "m", cause), "TimeoutError"],
    [new SignInError("shop", "password", "m", true, cause), "SignInError"],
  ])("is an SdkError with a name, the service and its cause: %s", (error, name) => {
    expect(error).toBeInstanceOf(SdkError);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name, service: "shop", cause });
    expect(error.message).toMatch(/m$/);
    expect(inspect(error)).toContain(name);
  });

  it("is told from the others by its class", () => {
    const error = new TimeoutError("shop", "m");
    for (const other of [AbortError, ConnectionError, ConfigurationError]) expect(error).not.toBeInstanceOf(other);
  });

  it("has JSON without its cause", () => {
    expect(JSON.parse(JSON.stringify(new TimeoutError("shop", "m", cause)))).toEqual({
      name: "TimeoutError",
      service: "shop",
      message: "m",
    });
  });
});

it("shows nothing of a body that cannot be read", async () => {
  const page = { text: "{secret-in-body", headers: { "content-type": "application/json" } };
  const error = await errorOf<ParseError>(get(makeCore(replying(page))));
  expect(error).toBeInstanceOf(ParseError);
  expect(error.text).toBe("{secret-in-body");
  expect(inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).not.toContain("secret-in-body");
});
