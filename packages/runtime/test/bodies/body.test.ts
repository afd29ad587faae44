import { describe, expect, it } from "vitest";
import { binaryBody, jsonBody, textBody } from "../../src/bodies/plain-bodies.ts";
import { call } from "../../src/call.ts";
import { ConfigurationError } from "../../src/errors/configuration-error.ts";
import { bigint64 } from "../../src/bigint64.ts";
import { replying } from "../support/replies.ts";
import { errorOf, makeCore } from "../support/sample.ts";
import { sendTo, streamOf, taking } from "./support.ts";

async function refusal(operation: ReturnType<typeof taking>, args: object): Promise<Error> {
  const { fetch, sent } = replying({ text: "" });
  const error = await errorOf(call(makeCore({ fetch }), operation, args, undefined));
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(sent).toEqual([]);
  return error;
}

describe("of several media types", () => {
  const operation = taking({ "application/json": jsonBody, "text/plain": textBody, "image/*": binaryBody });

  it("the first one goes without saying", async () => {
    const { headers, bytes } = await sendTo(operation, { body: { a: 1 } });
    expect([headers["content-type"], String(bytes)]).toEqual(["application/json", '{"a":1}']);
  });

  it("contentType chooses another", async () => {
    const { headers, bytes } = await sendTo(operation, { contentType: "text/plain", body: "ä" });
    expect([headers["content-type"], String(bytes)]).toEqual(["text/plain", "ä"]);
  });

  it("a wildcard stands for those that it covers, parameters included", async () => {
    const body = Uint8Array.of(1, 2);
    const { headers, bytes } = await sendTo(operation, { contentType: "image/png; depth=8", body });
    expect([headers["content-type"], [...bytes]]).toEqual(["image/png; depth=8", [1, 2]]);
  });

  it("one that is declared goes before a wildcard that covers it", async () => {
    const both = taking({ "application/*": binaryBody, "application/json": jsonBody });
    const { bytes } = await sendTo(both, { contentType: "application/json", body: { a: 1 } });
    expect(String(bytes)).toBe('{"a":1}');
  });

  it.each(["image/*", "audio/mp3", "", null, 7])("contentType %j is refused", async (contentType) => {
    const error = await refusal(operation, { contentType: contentType ?? "none", body: "x" });
    expect(error.message).toContain('"contentType" for its body: application/json, text/plain, image/*');
  });

  it("a line break in contentType is refused", async () => {
    await refusal(operation, { contentType: "image/png\r\nx-evil: 1", body: "x" });
  });
});

describe("a wildcard alone", () => {
  it("must be given a contentType", async () => {
    const error = await refusal(taking({ "*/*": binaryBody }), { body: "x" });
    expect(error.message).toContain('createItem must be given the argument "contentType"');
  });

  it("may be anything", async () => {
    const { headers } = await sendTo(taking({ "*/*": binaryBody }), { contentType: "application/zip", body: "x" });
    expect(headers["content-type"]).toBe("application/zip");
  });
});

describe("a binary body", () => {
  const operation = taking({ "application/octet-stream": binaryBody });
  const bytes = Uint8Array.of(0, 255, 10);

  it.each([
    ["a Blob", () => new Blob([bytes], { type: "image/png" })],
    ["an ArrayBuffer", () => bytes.buffer.slice(0)],
    ["a Uint8Array", () => bytes],
    ["part of a buffer", () => Uint8Array.of(9, 0, 255, 10, 9).subarray(1, 4)],
    ["a stream", () => streamOf(bytes)],
  ])("may be %s, and goes by the declared type", async (_, make) => {
    const received = await sendTo(operation, { body: make() });
    expect([...received.bytes]).toEqual([0, 255, 10]);
    expect(received.headers["content-type"]).toBe("application/octet-stream");
  });

  it("may be a text", async () => {
    expect(String((await sendTo(operation, { body: "ä" })).bytes)).toBe("ä");
  });

  it.each([{ a: 1 }, 7, null])("is not %j", async (body) => {
    expect((await refusal(operation, { body })).message).toContain("neither bytes nor a text");
  });
});

it("a text is no object", async () => {
  const error = await refusal(taking({ "text/csv": textBody }), { body: { a: 1 } });
  expect(error.message).toBe("createItem cannot be sent: its body is no text, but text/csv is");
});

it("JSON beside other types keeps its long integers", async () => {
  const operation = { ...taking({ "application/json": jsonBody }), numbers: bigint64(["id"]) };
  expect(String((await sendTo(operation, { body: { id: 2n ** 60n } })).bytes)).toBe('{"id":1152921504606846976}');
});
