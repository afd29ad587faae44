import { expect, test } from "vitest";
import { bigint64, call, coreFor, type Operation, PrecisionError, type Service } from "../src/index.ts";

const service: Service = { name: "sample", server: "https://{host}" };
const makeThing: Operation = {
  id: "makeThing",
  method: "POST",
  path: "/things",
  body: "application/json",
  responses: { 200: "application/json" },
  numbers: bigint64(["serial"], ["size"]),
};

function answering(text: string): { readonly sent: string[]; readonly make: (body: object) => Promise<unknown> } {
  const sent: string[] = [];
  const core = coreFor(service, {
    baseUrl: "https://sample.example.com",
    fetch: (_, { body }) => {
      sent.push(String(body));
      return Promise.resolve(new Response(text, { headers: { "content-type": "application/json" } }));
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
  expect(String(failure)).toContain(
    "makeThing answered 200, but /size is an integer that no JavaScript number holds exactly",
  );
});
