import { describe, expect, it } from "vitest";
import { multipartBody } from "../../src/bodies/multipart.ts";
import { call } from "../../src/call.ts";
import { ConfigurationError } from "../../src/errors/configuration-error.ts";
import { bigint64 } from "../../src/bigint64.ts";
import { replying } from "../support/replies.ts";
import { errorOf, makeCore } from "../support/sample.ts";
import { sendTo, streamOf, taking } from "./support.ts";

const form = taking({ "multipart/form-data": multipartBody({ data: "text/csv", meta: "application/vnd.meta+json" }) });

/** What is sent, with the boundary shortened. */
async function raw(operation: ReturnType<typeof taking>, body: unknown): Promise<string> {
  const { headers, bytes } = await sendTo(operation, { body });
  const boundary = /; boundary=(part-[0-9a-f]{32})$/.exec(String(headers["content-type"]))?.[1] ?? "";
  expect(boundary).not.toBe("");
  return bytes.toString().replaceAll(boundary, "B").replaceAll("\r\n", "\n");
}

describe("a form in parts", () => {
  it("has its fields as text, lists as repeated fields, and objects as JSON without a file name", async () => {
    expect(await raw(form, { a: "x", n: 1, list: ["p", "q"], o: { b: [1] }, none: undefined, nil: null })).toBe(
      [
        '--B\nContent-Disposition: form-data; name="a"\n\nx\n',
        '--B\nContent-Disposition: form-data; name="n"\n\n1\n',
        '--B\nContent-Disposition: form-data; name="list"\n\np\n',
        '--B\nContent-Disposition: form-data; name="list"\n\nq\n',
        '--B\nContent-Disposition: form-data; name="o"\nContent-Type: application/json\n\n{"b":[1]}\n',
        "--B--\n",
      ].join(""),
    );
  });

  it("gives parts the types that the spec names", async () => {
    expect(await raw(form, { data: "a,b", meta: { c: 1 } })).toBe(
      [
        '--B\nContent-Disposition: form-data; name="data"\nContent-Type: text/csv\n\na,b\n',
        '--B\nContent-Disposition: form-data; name="meta"\nContent-Type: application/vnd.meta+json\n\n{"c":1}\n',
        "--B--\n",
      ].join(""),
    );
  });

  it("is read by servers as a form with files", async () => {
    const bytes = Uint8Array.of(0, 13, 10, 255);
    const received = await sendTo(form, {
      body: {
        title: "ä",
        files: [new File([bytes], "a.bin", { type: "image/png" }), new Blob(["b"]), bytes, bytes.buffer],
        more: { content: bytes, filename: "ü.dat", type: "image/gif" },
      },
    });
    expect(received.headers["content-length"]).toBe(String(received.bytes.length));
    const fields = await received.form();
    expect(fields.get("title")).toBe("ä");
    const files = fields.getAll("files") as File[];
    expect(files.map(({ name, type }) => [name, type])).toEqual([
      ["a.bin", "image/png"],
      ["files", "application/octet-stream"],
      ["files", "application/octet-stream"],
      ["files", "application/octet-stream"],
    ]);
    expect([...new Uint8Array(await files[0]!.arrayBuffer())]).toEqual([...bytes]);
    expect(fields.get("more")).toMatchObject({ name: "ü.dat", type: "image/gif" });
  });

  it("streams where one of its parts does", async () => {
    const body = { a: "x", file: { content: streamOf("one ", "two"), filename: "f.txt", type: "text/plain" } };
    const received = await sendTo(form, { body });
    expect(received.headers["transfer-encoding"]).toBe("chunked");
    const fields = await received.form();
    expect(fields.get("a")).toBe("x");
    expect(await (fields.get("file") as File).text()).toBe("one two");
  });

  it("is sent again after a failure, unless one of its parts is a stream", async () => {
    const tries = async (file: unknown): Promise<number> => {
      const { fetch, sent } = replying({ status: 503 }, { status: 200 });
      await call(makeCore({ fetch }), form, { body: { file } }, { retry: { unsafe: true } }).result();
      return sent.length;
    };
    expect(await tries(new Blob(["x"]))).toBe(2);
    expect(await tries(streamOf("x"))).toBe(1);
  });

  it("lets go of a stream that nobody reads to its end", async () => {
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1000)),
      cancel: () => void (cancelled = true),
    });
    const fetch = async (_: string, init: RequestInit): Promise<Response> => {
      const reader = (init.body as ReadableStream<Uint8Array>).getReader();
      await reader.read();
      await reader.read();
      await reader.cancel();
      return new Response(null);
    };
    await call(makeCore({ fetch }), form, { body: { file: endless } }, undefined);
    expect(cancelled).toBe(true);
  });

  it.each([
    ['a".txt', "a%22.txt"],
    ["a\r\nX-Evil: 1\r\n\r\n.txt", "a%0D%0AX-Evil: 1%0D%0A%0D%0A.txt"],
  ])("escapes the name %j", async (name, escaped) => {
    const text = await raw(form, { [name]: new File(["x"], name) });
    expect(text).toContain(`form-data; name="${escaped}"; filename="${escaped}"\n`);
  });

  it.each([
    { type: "text/plain\r\nX-Evil: 1" },
    { headers: { "X-Mark": "a\nb" } },
    { headers: { "X Mark": "a" } },
    { headers: { "X-Mark: a\r\nX-Evil": "b" } },
  ])("refuses a part with %j", async (more) => {
    const body = { file: { content: new Blob(["x"]), ...more } };
    const error = await errorOf(call(makeCore(replying({})), form, { body }, undefined));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.message).toContain("of a part is no header");
  });

  it("gives a part its own headers", async () => {
    expect(await raw(form, { file: { content: new Blob(["x"]), headers: { "X-Mark": "m" } } })).toContain(
      "Content-Type: application/octet-stream\nX-Mark: m\n\nx\n",
    );
  });

  it("takes an object with a text called content for what it is", async () => {
    expect(await raw(form, { note: { content: "x" } })).toContain('application/json\n\n{"content":"x"}\n');
  });

  it("keeps long integers", async () => {
    const operation = { ...form, numbers: bigint64(["id"]) };
    expect(await raw(operation, { o: { id: 2n ** 60n } })).toContain('{"id":1152921504606846976}');
  });

  it.each(["x", 7, null])("is no %j", async (body) => {
    expect((await errorOf(call(makeCore(replying({})), form, { body }, undefined))).message).toContain("is no object");
  });
});

describe("other bodies in parts", () => {
  it("of multipart/related have their parts in order, without names", async () => {
    const operation = taking({ "multipart/related": multipartBody() });
    expect(
      await raw(operation, {
        meta: { a: 1 },
        media: { content: new Blob(["x"]), filename: "x.png", type: "image/png" },
      }),
    ).toBe(
      [
        '--B\nContent-Type: application/json\n\n{"a":1}\n',
        '--B\nContent-Disposition: attachment; filename="x.png"\nContent-Type: image/png\n\nx\n',
        "--B--\n",
      ].join(""),
    );
  });

  it("may be lists", async () => {
    const operation = taking({ "multipart/mixed": multipartBody() });
    expect(await raw(operation, ["a", { b: 1 }])).toBe(
      '--B\n\na\n--B\nContent-Type: application/json\n\n{"b":1}\n--B--\n',
    );
  });
});
