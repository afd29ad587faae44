import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { AbortError } from "../../src/errors/abort-error.ts";
import { TimeoutError } from "../../src/errors/timeout-error.ts";
import type { Fetch } from "../../src/options.ts";
import { errorOf, get, makeCore } from "../support/sample.ts";

// A given fetch that does not heed its signal.

const never: Fetch = () => new Promise(() => undefined);
const once = { retry: { limit: 0 } };
/** The test runner has timers as well, which may end meanwhile: ours are the only ones that could come. */
const timers = (): number => process.getActiveResourcesInfo().filter((each) => each === "Timeout").length;

/** Answers when it is told to. */
function slow(): { fetch: Fetch; answers: ((response: Response) => void)[] } {
  const answers: ((response: Response) => void)[] = [];
  return { answers, fetch: () => new Promise((resolve) => answers.push(resolve)) };
}

function watched(body: string): { response: Response; cancelled: () => boolean; read: () => boolean } {
  let cancelled = false;
  let read = false;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        read = true;
        controller.enqueue(new TextEncoder().encode(body));
        controller.close();
      },
      cancel() {
        cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  const response = new Response(stream, { headers: { "content-type": "application/json" } });
  return { response, cancelled: () => cancelled, read: () => read };
}

describe("a fetch that does not heed its signal", () => {
  it("is left behind when the time is up", async () => {
    const before = timers();
    const error = await errorOf(get(makeCore({ fetch: never }), { ...once, timeout: 10 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error.message).toContain("within 10 ms");
    expect(timers()).toBeLessThanOrEqual(before);
  });

  it("is left behind on an abort, and nothing goes on listening to the signal", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const listening = countListeners(signal);
    const pending = get(makeCore({ fetch: never }), { ...once, signal });
    await setImmediate();
    expect(listening()).toBe(1);
    controller.abort("enough");
    const error = await errorOf(pending);
    expect(error).toBeInstanceOf(AbortError);
    expect(error.cause).toBe("enough");
    expect(listening()).toBe(0);
  });

  it("leaves nothing listening when it answers", async () => {
    const { signal } = new AbortController();
    const listening = countListeners(signal);
    const answer = (): Promise<Response> => Promise.resolve(Response.json({ id: "a" }));
    await get(makeCore({ fetch: answer }), { signal });
    expect(listening()).toBe(0);
  });

  it("that answers too late is not read, its body is let go, and the next attempt's answer stands", async () => {
    const { fetch, answers } = slow();
    const pending = get(makeCore({ fetch }), { timeout: 10 });
    const late = watched('{"id":"late"}');
    while (answers.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    answers[0]!(late.response);
    answers[1]!(Response.json({ id: "in time" }));
    expect(await pending).toEqual({ id: "in time" });
    await setImmediate();
    expect(late.cancelled()).toBe(true);
    expect(late.read()).toBe(false);
  });

  it("is left behind in the middle of a body, too", async () => {
    const endless = (): Promise<Response> => Promise.resolve(new Response(new ReadableStream()));
    expect(await errorOf(get(makeCore({ fetch: endless }), { ...once, timeout: 10 }))).toBeInstanceOf(TimeoutError);
  });

  it("that fails too late is no unhandled rejection", async () => {
    let fail: (error: Error) => void = () => undefined;
    const fetch: Fetch = () => new Promise((_, reject) => (fail = reject));
    expect(await errorOf(get(makeCore({ fetch }), { ...once, timeout: 10 }))).toBeInstanceOf(TimeoutError);
    fail(new TypeError("too late")); // the test runner fails on one
    await setImmediate();
  });
});

it("a body that is taken unread is still ended by the caller's signal", async () => {
  const controller = new AbortController();
  let given: AbortSignal | null | undefined;
  const fetch: Fetch = (_, init) => {
    given = init.signal;
    return Promise.resolve(new Response("text"));
  };
  await get(makeCore({ fetch }), { signal: controller.signal }).asResponse();
  controller.abort();
  expect(given?.aborted).toBe(true);
});

/** Counts the abort listeners that are on a signal from here on. */
function countListeners(signal: AbortSignal): () => number {
  let count = 0;
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    count++;
    addEventListener.apply(signal, args);
  };
  signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
    count--;
    removeEventListener.apply(signal, args);
  };
  return () => count;
}
