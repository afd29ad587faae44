import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { answersOf } from "../../src/bodies/answers.ts";
import { eventsAnswer, type EventStream, jsonEventsAnswer } from "../../src/bodies/event-stream.ts";
import { type JsonLines, jsonLinesAnswer } from "../../src/bodies/json-lines.ts";
import { type Call, call } from "../../src/call.ts";

import { AbortError } from "../../src/errors/abort-error.ts";
import type { ApiError } from "../../src/errors/api-error.ts";
import { ConnectionError } from "../../src/errors/connection-error.ts";
import { ParseError } from "../../src/errors/parse-error.ts";
import { PrecisionError } from "../../src/errors/precision-error.ts";
import { bigint64 } from "../../src/bigint64.ts";
import { int64 } from "../../src/int64.ts";
import type { Operation } from "../../src/operation.ts";
import type { CallOptions } from "../../src/options.ts";
import type { Middleware } from "../../src/stages/middleware.ts";
import { replying } from "../support/replies.ts";
import { errorOf, getItem, type Given, makeCore } from "../support/sample.ts";
import { listen } from "../support/server.ts";

const sse = "text/event-stream";
const events = answering(sse, eventsAnswer);
const jsonEvents = answering(sse, jsonEventsAnswer);
const lines = answering("application/jsonl", jsonLinesAnswer);
const sequence = answering("application/json-seq", jsonLinesAnswer);

function answering(type: string, reader: typeof eventsAnswer): Operation {
  return { ...getItem, responses: { 200: type, 404: type }, reader: answersOf({ [type]: reader }) };
}

/** Calls an operation whose answer comes in these chunks. */
function chunked(
  operation: Operation,
  chunks: readonly (string | Uint8Array)[],
  options?: Given,
): Call<EventStream<unknown>, unknown> {
  const fetch = (): Promise<Response> => {
    const left = chunks.map((chunk) => (typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk));
    const body = new ReadableStream({
      pull(controller) {
        const next = left.shift();
        if (next === undefined) controller.close();
        else controller.enqueue(next);
      },
    });
    return Promise.resolve(new Response(body, { headers: { "content-type": String(operation.responses["200"]) } }));
  };
  return call(makeCore({ fetch, ...options }), operation, { id: "a" }, undefined);
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const value of values) found.push(value);
  return found;
}

/** A server that says `first`, and what becomes of the connection. */
async function holding(
  operation: Operation,
  first: string,
  use?: (response: ServerResponse) => void,
): Promise<{
  readonly start: (options?: CallOptions) => Call<EventStream<unknown>, unknown>;
  readonly closed: Promise<void>;
}> {
  let close: () => void;
  const closed = new Promise<void>((resolve) => (close = resolve));
  const { url } = await listen((_, response) => {
    response.on("close", () => close());
    response.writeHead(200, { "content-type": String(operation.responses["200"]) }).write(first);
    use?.(response);
  });
  const core = makeCore({ baseUrl: url, timeout: 200, totalTimeout: 200 });
  return { start: (options) => call(core, operation, { id: "a" }, options), closed };
}

const event = { event: "message", id: "", retry: undefined };

describe("events", () => {
  const text = [
    ": a comment\n",
    "data: one\n\n",
    "event: add\r\ndata: two\r\ndata:  lines\r\nid: 7\r\n\r\n",
    "data\rretry: 50\r\r",
    "id\ndata:x:y\nunknown: z\nretry: soon\n\n",
    "event: dropped, as it has no data\n\n",
    "data: 💡\n\n",
    "data: cut off by the end\n",
  ].join("");
  const expected = [
    { ...event, data: "one" },
    { ...event, event: "add", data: "two\n lines", id: "7" },
    { ...event, data: "", id: "7", retry: 50 },
    { ...event, data: "x:y", id: "", retry: 50 },
    { ...event, data: "💡", retry: 50 },
  ];

  it("are read by the rules of their standard", async () => {
    expect(await all(await chunked(events, [`\uFEFF${text}`]))).toEqual(expected);
  });

  it("are the same wherever their text is cut, characters included", async () => {
    const bytes = new TextEncoder().encode(text);
    expect(
      await all(
        await chunked(
          events,
          [...bytes].map((byte) => Uint8Array.of(byte)),
        ),
      ),
    ).toEqual(expected);
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(await all(await chunked(events, [bytes.slice(0, cut), bytes.slice(cut)]))).toEqual(expected);
    }
  });

  it("come as soon as they are complete", async () => {
    const { start } = await holding(events, "data: first\r\r");
    for await (const { data } of await start()) {
      expect(data).toBe("first");
      break;
    }
  });

  it("have JSON data where the spec says so, up to a [DONE]", async () => {
    const chunks = ['data: {"a":\ndata: 1}\n\n', "data: [2]\n\n", "data: [DONE]\n\ndata: 3\n\n"];
    expect((await all(await chunked(jsonEvents, chunks))).map(({ data }) => data)).toEqual([{ a: 1 }, [2]]);
  });

  it("that are broken JSON end in a ParseError that counts them and quotes nothing", async () => {
    const error = await errorOf<ParseError>(chunked(jsonEvents, ["data: 1\n\ndata: {secret\n\n"]).then(all));
    expect(error).toBeInstanceOf(ParseError);
    expect(error.text).toBe("{secret");
    expect(error.message).toBe(
      "getItem answered 200, but event 2 is no JSON (content type text/event-stream, 7 characters)",
    );
  });
});

describe("JSON lines", () => {
  it("are read one by one, wherever they are cut; blank ones are passed over", async () => {
    const text = '{"a":"ä"}\n\n[1]\r\n  \n"last"';
    const expected = [{ a: "ä" }, [1], "last"];
    const bytes = new TextEncoder().encode(text);
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(await all(await chunked(lines, [bytes.slice(0, cut), bytes.slice(cut)]))).toEqual(expected);
    }
  });

  it("that are broken end in a ParseError that names the line, those before it given", async () => {
    const stream = await chunked(lines, ['{"a":1}\n\n{"b"', ":\n3\n"]);
    const seen: unknown[] = [];
    const error = await errorOf<ParseError>(
      (async () => {
        for await (const value of stream) seen.push(value);
      })(),
    );
    expect(seen).toEqual([{ a: 1 }]);
    expect(error.message).toContain("line 3 is no JSON");
  });

  it("keep long integers, or refuse them by line and field", async () => {
    const kept = { ...lines, numbers: bigint64(["id"]) };
    expect(await all(await chunked(kept, ['{"id":1152921504606846977}\n']))).toEqual([{ id: 2n ** 60n + 1n }]);
    const refused = { ...lines, numbers: int64(["id"]) };
    const error = await errorOf(chunked(refused, ['{"id":1}\n{"id":1152921504606846977}\n']).then(all));
    expect(error).toBeInstanceOf(PrecisionError);
    expect(error.message).toContain("line 2: /id is an integer");
  });

  it("may be called something similar", async () => {
    const reply = { text: "1\n2\n", headers: { "content-type": "application/x-ndjson" } };
    const stream = await call<JsonLines<number>, unknown>(makeCore(replying(reply)), lines, { id: "a" }, undefined);
    expect(await all(stream)).toEqual([1, 2]);
  });
});

describe("a JSON text sequence", () => {
  it("is read wherever it is cut, texts of several lines included", async () => {
    const text = '\x1e{"a":\n1}\n\x1e[2]\n\x1e3\n';
    for (let cut = 0; cut <= text.length; cut++) {
      expect(await all(await chunked(sequence, [text.slice(0, cut), text.slice(cut)]))).toEqual([{ a: 1 }, [2], 3]);
    }
  });

  it("gives a text before the next one begins", async () => {
    const { start } = await holding(sequence, '\x1e{"a":1}\n');
    for await (const value of await start()) {
      expect(value).toEqual({ a: 1 });
      break;
    }
  });
});

describe("an answer that is read as it comes", () => {
  it("outlives the time limits, which end with the headers", async () => {
    const { start } = await holding(lines, "1\n", (response) => void setTimeout(() => response.end("2\n"), 400));
    expect(await all(await start())).toEqual([1, 2]);
  });

  it("ends its connection when it is left", async () => {
    const { start, closed } = await holding(lines, "1\n");
    for await (const value of await start()) {
      expect(value).toBe(1);
      break;
    }
    await closed;
  });

  it("ends its connection when it is cancelled, read or not", async () => {
    const unread = await holding(lines, "1\n");
    await (await unread.start()).cancel();
    await unread.closed;
    const read = await holding(lines, "1\n");
    const stream = await read.start();
    for await (const _ of stream) await stream.cancel();
    await read.closed;
  });

  it("ends in an AbortError when the signal of its call says so", async () => {
    const controller = new AbortController();
    const { start, closed } = await holding(lines, "1\n");
    const stream = await start({ signal: controller.signal });
    const error = await errorOf(
      (async () => {
        for await (const _ of stream) controller.abort(new Error("enough"));
      })(),
    );
    expect(error).toBeInstanceOf(AbortError);
    expect(error.cause).toMatchObject({ message: "enough" });
    await closed;
  });

  it("is let go by an abort before it is read", async () => {
    const controller = new AbortController();
    const { start, closed } = await holding(lines, "1\n");
    const stream = await start({ signal: controller.signal });
    controller.abort();
    await closed;
    expect(await errorOf(all(stream))).toBeInstanceOf(AbortError);
  });

  it("ends in a ConnectionError when the connection breaks", async () => {
    const { start } = await holding(lines, "1\n", (response) => void setTimeout(() => response.destroy(), 20));
    const error = await errorOf(all(await start()));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(String(error)).toContain("ConnectionError: getItem lost the connection to http://127.0.0.1:");
  });

  it("is read once", async () => {
    const stream = await chunked(lines, ["1\n"]);
    expect(await all(stream)).toEqual([1]);
    expect(() => stream[Symbol.asyncIterator]()).toThrow(TypeError);
  });

  it("is what withResponse() and result() give too, and asResponse() leaves it be", async () => {
    const { data, response } = await chunked(lines, ["1\n"]).withResponse();
    expect([await all(data), response.status]).toEqual([[1], 200]);
    expect(await chunked(lines, ["1\n"]).result()).toMatchObject({ ok: true, status: 200 });
    expect(await (await chunked(lines, ["1\n"]).asResponse()).text()).toBe("1\n");
  });

  it("goes through middleware unread", async () => {
    const seen: unknown[] = [];
    const middleware: Middleware = async (request, next) => {
      const response = await next(request);
      seen.push(response.bodyUsed);
      return new Response(response.body, response);
    };
    expect(await all(await chunked(lines, ["1\n", "2\n"], { middleware: [middleware] }))).toEqual([1, 2]);
    expect(seen).toEqual([false]);
  });

  it("is logged as a stream", async () => {
    const logged: unknown[] = [];
    const logger = { debug: (_: string, details?: object) => logged.push(details) };
    await chunked(lines, ["1\n"], { logger, logLevel: "debug" });
    expect(logged).toMatchObject([{ response: { body: "[ReadableStream]" } }]);
  });

  it("comes whole where it is the body of an error", async () => {
    const reply = { status: 404, text: "1\n2\n", headers: { "content-type": "application/jsonl" } };
    const core = makeCore(replying(reply));
    const error = await errorOf<ApiError<404, JsonLines<number>>>(call(core, lines, { id: "a" }, undefined));
    expect(error.text).toBe("1\n2\n");
    expect(await all(error.body)).toEqual([1, 2]);
  });

  it("is tried again before it begins", async () => {
    const headers = { "content-type": "application/jsonl" };
    const { fetch, sent } = replying({ status: 503 }, { text: "1\n", headers });
    const stream = await call<JsonLines<number>, unknown>(makeCore({ fetch }), lines, { id: "a" }, undefined);
    expect([await all(stream), sent.length]).toEqual([[1], 2]);
  });
});
