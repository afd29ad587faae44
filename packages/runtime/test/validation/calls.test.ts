import { describe, expect, it } from "vitest";
import { call } from "../../src/call.ts";
import type { Core } from "../../src/core.ts";
import { AbortError } from "../../src/errors/abort-error.ts";
import { ConfigurationError } from "../../src/errors/configuration-error.ts";
import { TimeoutError } from "../../src/errors/timeout-error.ts";
import { ValidationError } from "../../src/errors/validation-error.ts";
import { callPaged } from "../../src/paged-call.ts";
import { byOffset } from "../../src/paging.ts";
import type { Observer } from "../../src/observer.ts";
import { createValidator, type ValidationOptions } from "../../src/validation.ts";
import type { Validator } from "../../src/validation/validator.ts";
import { validation } from "../../src/stages/validation.ts";
import { withOptions } from "../../src/settings.ts";
import { type Answer, replying } from "../support/replies.ts";
import { createItem, errorOf, getItem, makeCore, post } from "../support/sample.ts";

const json = (schema: object): object => ({ content: { "application/json": { schema } } });
const item = {
  type: "object",
  required: ["id"],
  properties: { id: { type: "string" }, password: { type: "string", maxLength: 4, "x-sdk-sensitive": true } },
};
const problem = { type: "object", required: ["message"], properties: { message: { type: "string" } } };
const document = {
  paths: {
    "/items": {
      post: {
        operationId: "createItem",
        requestBody: json(item),
        responses: { 201: json(item), default: json(problem) },
      },
    },
    "/items/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string", pattern: "^a" } }],
      get: { operationId: "getItem", responses: { 200: json(item), 404: json(problem) } },
    },
  },
};

interface Setup extends ReturnType<typeof replying> {
  readonly core: Core;
  readonly warned: unknown[][];
}

function setup(options: ValidationOptions | Validator, ...answers: readonly Answer[]): Setup {
  const isValidator = "request" in options || "response" in options;
  const validator = isValidator ? options : createValidator("shop", document, options as ValidationOptions);
  const server = replying(...answers);
  const warned: unknown[][] = [];
  const observer: Observer = { warn: (...said) => void warned.push(said) };
  return {
    ...server,
    warned,
    core: makeCore({ fetch: server.fetch, validator, extras: [() => observer, validation] }),
  };
}

const created = { status: 201, json: { id: "a" } };

const never = (): Promise<never> => new Promise(() => {});

it.each<[string, Validator, Answer]>([
  ["the arguments", { request: never }, created],
  ["an answer", { response: never }, created],
  ["an error", { response: never }, { status: 400, json: { message: "no" } }],
])("a validator that never comes to an end with %s ends with the call", async (_, validator, answer) => {
  const { core } = setup(validator, answer);
  expect(await errorOf(post(core, { id: "a" }, { totalTimeout: 10 }))).toBeInstanceOf(TimeoutError);
  const signal = AbortSignal.timeout(10);
  expect(await errorOf(post(core, { id: "a" }, { signal }))).toBeInstanceOf(AbortError);
});

describe("with requests validated, a call", () => {
  it("whose arguments break the spec is rejected, and nothing is sent", async () => {
    const { core, sent } = setup({}, created);
    const error = await errorOf<ValidationError>(post(core, { id: 1 }));
    expect(error).toBeInstanceOf(ValidationError);
    expect(error).toMatchObject({
      name: "ValidationError",
      service: "shop",
      operation: "createItem",
      status: undefined,
      problems: [{ pointer: "/body/id", expected: "string (not number)" }],
      message: "createItem was not sent, since the spec forbids it: /body/id: expected string (not number)",
    });
    expect(sent).toEqual([]);
  });

  it("quotes no value in its error, however it is shown", async () => {
    const { core } = setup({}, created);
    const error = await errorOf(post(core, { id: "a", password: "hunter22" }));
    const { inspect } = await import("node:util");
    expect(error.message).toContain("/body/password: expected at most 4 characters");
    expect(inspect(error) + JSON.stringify(error) + String(error.stack)).not.toContain("hunter22");
  });

  it("is told of all problems, five of them in the message", async () => {
    const names = Array.from({ length: 7 }, (_, index) => `f${index}`);
    const many = { paths: { "/": { post: { operationId: "createItem", requestBody: json({ required: names }) } } } };
    const { core } = setup(createValidator("shop", many), created);
    const error = await errorOf<ValidationError>(post(core, {}));
    expect(error.problems).toHaveLength(7);
    expect(error.message).toMatch(/\/body\/f4: expected a value, as it is required; and more$/);
  });

  it.each([{}, { operationId: "items/create" }])(
    "is held against its own operation, though the spec names that otherwise or not at all: %j",
    async (named) => {
      const requestBody = json({ required: ["id"] });
      const responses = { 201: json({ required: ["name"] }) };
      const odd = { paths: { "/items": { post: { ...named, requestBody, responses } } } };
      const { core, sent } = setup(createValidator("shop", odd, { responses: "error" }), created);
      const refused = await errorOf<ValidationError>(post(core, {}));
      expect(refused.problems).toEqual([{ pointer: "/body/id", expected: "a value, as it is required" }]);
      expect(sent).toEqual([]);
      const broken = await errorOf<ValidationError>(post(core, { id: "a" }));
      expect(broken.problems).toEqual([{ pointer: "/name", expected: "a value, as it is required" }]);
    },
  );

  it("that fits is sent as without a validator", async () => {
    const { core, sent } = setup({}, created);
    expect(await post(core, { id: "a" })).toEqual({ id: "a" });
    expect(sent[0]?.body).toBe('{"id":"a"}');
  });

  it("is checked also where the caller reads the response, whose body is then left alone", async () => {
    const { core, sent } = setup({ responses: "error" }, { status: 201, json: { id: 1 } });
    const refused = await errorOf(call(core, createItem, { body: {} }, undefined).asResponse());
    expect(refused).toBeInstanceOf(ValidationError);
    expect(sent).toEqual([]);
    const response = await post(core, { id: "a" }).asResponse();
    expect(await response.json()).toEqual({ id: 1 });
  });

  it("that result() is asked of rejects as well: there is no answer", async () => {
    const { core } = setup({}, created);
    expect(await errorOf(post(core, {}).result())).toBeInstanceOf(ValidationError);
  });

  it("for each page of a walk is checked before it is sent", async () => {
    const pagination = { style: byOffset, position: "offset", items: "/items", total: "/total" } as const;
    const query = { offset: (name: string, value: unknown): string => `${name}=${String(value)}` };
    const list = { ...getItem, path: "/items", query, pagination };
    const offset = { name: "offset", in: "query", schema: { maximum: 1 } };
    const paged = { paths: { "/items": { get: { operationId: "getItem", parameters: [offset], responses: {} } } } };
    const { core, sent } = setup(createValidator("shop", paged), { json: { items: [1, 2], total: 9 } });
    const walk = async (): Promise<void> => {
      const seen: unknown[] = [];
      for await (const each of callPaged(core, list, {}, undefined)) seen.push(each);
    };
    expect(await errorOf(walk())).toMatchObject({ problems: [{ pointer: "/offset", expected: "at most 1" }] });
    expect(sent).toHaveLength(1);
  });
});

it("with requests: false arguments go through as they are", async () => {
  const { core } = setup({ requests: false }, created);
  expect(await post(core, {})).toEqual({ id: "a" });
});

describe("a success that breaks the spec", () => {
  const broken = { json: { id: 1 } };
  const get = (core: Core): Promise<unknown> => call(core, getItem, { id: "a" }, undefined);

  it("rejects the call with responses: error", async () => {
    const { core, sent } = setup({ responses: "error" }, broken);
    expect(await errorOf(get(core))).toMatchObject({
      name: "ValidationError",
      operation: "getItem",
      status: 200,
      problems: [{ pointer: "/id", expected: "string (not number)" }],
      message: "getItem answered 200, but not in the form that the spec declares: /id: expected string (not number)",
    });
    expect(sent).toHaveLength(1);
  });

  it("is a warning by default, and the caller gets it all the same", async () => {
    const { core, warned } = setup({}, broken);
    expect(await get(core)).toEqual({ id: 1 });
    expect(warned).toEqual([[expect.stringContaining("/id: expected string"), expect.any(ValidationError)]]);
  });

  it("is not looked at with responses: false", async () => {
    const { core, warned } = setup({ responses: false }, broken);
    expect(await get(core)).toEqual({ id: 1 });
    expect(warned).toEqual([]);
  });

  it("is told of as a whole where the whole is wrong", async () => {
    const { core } = setup({ responses: "error" }, { json: [] });
    expect((await errorOf(get(core))).message).toMatch(/the body: expected object \(not array\)$/);
  });
});

describe("an error body that breaks the spec", () => {
  it("is never more than a warning: the call ends as the status says", async () => {
    const { core, warned } = setup({ responses: "error" }, { status: 404, json: { message: 4 } });
    expect(await errorOf(call(core, getItem, { id: "a" }, undefined))).toMatchObject({ name: "ApiError", status: 404 });
    expect(warned).toEqual([[expect.stringContaining("getItem answered 404"), expect.any(ValidationError)]]);
  });

  it("is not looked at where the spec does not declare the answer", async () => {
    const html = { status: 404, text: "<html>", headers: { "content-type": "text/html" } };
    const { core, warned } = setup({ responses: "error" }, html);
    expect(await errorOf(call(core, getItem, { id: "a" }, undefined))).toMatchObject({ declared: false });
    expect(warned).toEqual([]);
  });
});

describe("a validator", () => {
  it("of another service is an error that says so", async () => {
    const { core, sent } = setup(createValidator("other", { paths: {} }), created);
    const error = await errorOf(post(core, { id: "a" }));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.message).toContain("createItem is unknown to the validator");
    expect(sent).toEqual([]);
  });

  it("is taken over by a core with other options, which may have its own", async () => {
    const { core } = setup({}, created);
    expect(await errorOf(post(withOptions(core, { timeout: 1000 }), {}))).toBeInstanceOf(ValidationError);
    expect(await post(withOptions(core, { validator: {} }), {})).toEqual({ id: "a" });
  });

  it("may be one's own, with either half alone", async () => {
    const seen: unknown[] = [];
    const onlyAnswers = setup({ response: (...all) => void seen.push(all.slice(0, 4)) }, created);
    await post(onlyAnswers.core, { id: "a" });
    expect(seen).toEqual([["createItem", 201, "application/json", { id: "a" }]]);
    const refusing = setup({ request: () => Promise.reject(new RangeError("not today")) }, created);
    expect((await errorOf(post(refusing.core, {}))).message).toBe("not today");
    expect(refusing.sent).toEqual([]);
  });

  it("of a document with a reference to nowhere names the reference", async () => {
    const lost = {
      paths: { "/": { post: { operationId: "createItem", requestBody: json({ $ref: "#/components/x" }) } } },
    };
    const { core } = setup(createValidator("shop", lost), created);
    expect((await errorOf(post(core, {}))).message).toContain('nothing at "#/components/x"');
  });
});
