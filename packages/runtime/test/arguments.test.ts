import { describe, expect, it } from "vitest";
import { call } from "../src/call.ts";
import { caution } from "../src/caution.ts";
import { ConfigurationError } from "../src/errors/configuration-error.ts";
import type { Operation } from "../src/operation.ts";
import { form } from "../src/styles.ts";
import { replying } from "./support/replies.ts";
import { errorOf, getItem, makeCore } from "./support/sample.ts";

const found = { json: { id: "a" } };

async function refusal(operation: Operation, args: object): Promise<string> {
  const { fetch, sent } = replying(found);
  const error = await errorOf(call(makeCore({ fetch }), operation, args, undefined));
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(sent).toHaveLength(0);
  return error.message;
}

async function path(operation: Operation, args: object): Promise<string | undefined> {
  const { fetch, sent } = replying(found);
  await call(makeCore({ fetch }), operation, args, undefined);
  return sent[0]?.path;
}

describe("an argument", () => {
  it("that the operation does not have is refused", async () => {
    expect(await refusal(getItem, { id: "a", nam: "x" })).toBe('getItem has no argument "nam"');
  });

  it("that the operation does not have is printed as a ConfigurationError", async () => {
    const error = await errorOf(call(makeCore({}), getItem, { id: "a", nam: "x" }, undefined));
    expect(String(error)).toBe('ConfigurationError: getItem has no argument "nam"');
  });

  it.each(["body", "toString", "constructor"])("called %s is refused where the operation has none", async (name) => {
    expect(await refusal(getItem, { id: "a", [name]: 1 })).toBe(`getItem has no argument "${name}"`);
  });

  it("that is undefined counts as left out", async () => {
    expect(await path(getItem, { id: "a", nam: undefined })).toBe("/items/a");
  });
});

describe("an argument whose absence is drastic", () => {
  const drastic: Operation = {
    ...getItem,
    method: "DELETE",
    path: "/items",
    query: { owner: form },
    caution: caution("owner", "Without it every item is deleted.", "all"),
  };

  it.each([{}, { owner: undefined }, { owner: "" }, { owner: null }, { owner: [] }, { owner: " " }, { all: false }])(
    "is demanded: %j",
    async (args) => {
      expect(await refusal(drastic, args)).toBe(
        'getItem must be given either "owner" or "all: true". Without it every item is deleted.',
      );
    },
  );

  it("cannot be given together with the choice to leave it out", async () => {
    expect(await refusal(drastic, { owner: "ann", all: true })).toContain("either");
  });

  it("may be given, or left out by choice, which is not sent", async () => {
    expect(await path(drastic, { owner: "ann" })).toBe("/items?owner=ann");
    expect(await path(drastic, { all: true })).toBe("/items");
  });

  it("must be given where there is no such choice", async () => {
    const demanding = { ...drastic, caution: caution("owner", "It would delete all.") };
    expect(await refusal(demanding, {})).toBe('getItem must be given "owner". It would delete all.');
  });
});
