import { expect, test } from "vitest";
import {
  bigint64,
  call,
  coreFor,
  diagnosticsFor,
  type Extra,
  type Operation,
  PrecisionError,
  type Service,
  soleJsonBody,
} from "../src/index.ts";

const service: Service = { name: "sample", server: "https://{host}" };
const makeThing: Operation = {
  id: "makeThing",
  method: "POST",
  path: "/things",
  body: soleJsonBody,
  responses: { 200: "application/json", 409: "application/json" },
  numbers: bigint64(["serial"], ["size"]),
};

interface Answering {
  readonly sent: string[];
  readonly make: (body: object) => Promise<unknown>;
}

function answering(text: string, extras: readonly Extra[] = [], status = 200): Answering {
  const sent: string[] = [];
  const core = coreFor(service, {
    baseUrl: "https://sample.example.com",
    extras,
    fetch: (_, { body }) => {
      sent.push(String(body));
      return Promise.resolve(new Response(text, { status, headers: { "content-type": "application/json" } }));
    },
  });
  return { sent, make: (body) => call<unknown, unknown>(core, makeThing, { body }, undefined) };
}

test("a bigint goes and comes without loss", async () => {
  const { sent, make } = answering('{"serial":18446744073709551615}');
  expect(await make({ serial: 18446744073709551615n })).toEqual({ serial: 18446744073709551615n });
  expect(sent).toEqual(['{"serial":18446744073709551615}']);
});

test("an int64 that no number holds is an error that names operation and field", async () => {
  const failure: unknown = await answering('{"size":9007199254740993}')
    .make({})
    .then(String, (error: unknown) => error);
  expect(failure).toBeInstanceOf(PrecisionError);
  expect(String(failure)).toContain("makeThing answered 200, but /size is an integer that no number holds");
});

test("a bigint of an error comes without loss", async () => {
  const { make } = answering('{"serial":18446744073709551615}', [], 409);
  await expect(make({})).rejects.toMatchObject({ status: 409, body: { serial: 18446744073709551615n } });
});

test("an int64 of an error that no number holds leaves the error its status and its text, and is in no body", async () => {
  const text = '{"size":9007199254740993}';
  const { make } = answering(text, [], 409);
  await expect(make({})).rejects.toMatchObject({ name: "ApiError", status: 409, body: undefined, text });
});

test("diagnostics quote the integer that is refused", async () => {
  const { make } = answering('{"size":9007199254740993}', [diagnosticsFor({})]);
  const failure: unknown = await make({}).then(String, (error: unknown) => error);
  expect(String(failure)).toMatch(/no number holds .*: 9007199254740993$/);
});
