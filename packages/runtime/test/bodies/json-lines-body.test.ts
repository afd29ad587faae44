import { describe, expect, it } from "vitest";
import { jsonLinesBody } from "../../src/bodies/json-lines-body.ts";
import { call } from "../../src/call.ts";
import { bigint64 } from "../../src/bigint64.ts";
import { replying } from "../support/replies.ts";
import { errorOf, makeCore } from "../support/sample.ts";
import { sendTo, taking } from "./support.ts";

const operation = taking({ "application/jsonl": jsonLinesBody });

describe("a body of JSON lines", () => {
  it("is streamed from a list", async () => {
    const { headers, bytes } = await sendTo(operation, { body: [{ a: 1 }, "b\n", null] });
    expect(String(bytes)).toBe('{"a":1}\n"b\\n"\nnull\n');
    expect(headers["content-type"]).toBe("application/jsonl");
    expect(headers["transfer-encoding"]).toBe("chunked");
  });

  it("is streamed from a generator, with bigints", async () => {
    async function* rows(): AsyncGenerator<object> {
      yield { id: 2n ** 60n };
      await Promise.resolve();
      yield { id: 1n };
    }
    const { bytes } = await sendTo({ ...operation, numbers: bigint64(["id"]) }, { body: rows() });
    expect(String(bytes)).toBe('{"id":1152921504606846976}\n{"id":1}\n');
  });

  it("of the type json-seq has a mark before each", async () => {
    const { bytes } = await sendTo(taking({ "application/json-seq": jsonLinesBody }), { body: [1, 2] });
    expect(String(bytes)).toBe("\x1e1\n\x1e2\n");
  });

  it("is not sent twice", async () => {
    const { fetch, sent } = replying({ status: 503 }, {});
    await call(makeCore({ fetch }), operation, { body: [1] }, { retry: { unsafe: true } }).result();
    expect(sent).toHaveLength(1);
  });

  it("fails with what its generator throws", async () => {
    async function* rows(): AsyncGenerator<object> {
      yield {};
      await Promise.resolve();
      throw new Error("out of rows");
    }
    const error = await errorOf(sendTo(operation, { body: rows() }));
    expect(error).toMatchObject({ name: "ConnectionError" });
    expect(error.message).toContain("out of rows");
  });

  it.each(["text", 7, { a: 1 }])("is not %j", async (body) => {
    const error = await errorOf(call(makeCore(replying({})), operation, { body }, undefined));
    expect(error.message).toContain("nothing to iterate over");
  });
});
