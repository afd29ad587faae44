import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { replying } from "../support/replies.ts";
import { errorOf, get, makeCore } from "../support/sample.ts";
import { tracing } from "./open-telemetry.ts";

interface Recorded {
  name: string;
  attributes: Record<string, string | number>;
  status?: { code: number; message?: string };
  exceptions: Error[];
  ended: number;
}

function fakeTracer(): { spans: Recorded[]; tracer: Parameters<typeof tracing>[0] } {
  const spans: Recorded[] = [];
  return {
    spans,
    tracer: {
      startActiveSpan(name, { attributes }, run) {
        const span: Recorded = { name, attributes: { ...attributes }, exceptions: [], ended: 0 };
        spans.push(span);
        return run({
          setAttribute: (key, value) => (span.attributes[key] = value),
          setStatus: (status) => (span.status = status),
          recordException: (error) => span.exceptions.push(error),
          end: () => span.ended++,
        });
      },
    },
  };
}

describe("the OpenTelemetry example", () => {
  it("makes one span of a call, its retries included", async () => {
    const { spans, tracer } = fakeTracer();
    const answers = replying({ status: 503 }, { json: { id: "a" } });
    await get(makeCore({ ...answers, middleware: [tracing(tracer)] }));
    expect(spans).toEqual([
      {
        name: "GET /items/{id}",
        attributes: {
          "http.request.method": "GET",
          "http.response.status_code": 200,
          "server.address": "shop.test",
          "url.template": "/items/{id}",
          "sdk.service": "shop",
          "sdk.operation": "getItem",
        },
        exceptions: [],
        ended: 1,
      },
    ]);
  });

  it("marks an error status", async () => {
    const { spans, tracer } = fakeTracer();
    await errorOf(get(makeCore({ ...replying({ status: 404, json: {} }), middleware: [tracing(tracer)] })));
    expect(spans[0]).toMatchObject({ attributes: { "http.response.status_code": 404 }, status: { code: 2 }, ended: 1 });
  });

  it("records what ends a call without an answer, and hands it on", async () => {
    const { spans, tracer } = fakeTracer();
    const fetch = (): Promise<never> => Promise.reject(new TypeError("reset"));
    const core = makeCore({ fetch, middleware: [tracing(tracer)], retry: { limit: 0 } });
    expect(await errorOf(get(core))).toMatchObject({ name: "ConnectionError" });
    expect(spans[0]).toMatchObject({ attributes: { "error.type": "ConnectionError" }, ended: 1 });
    expect(spans[0]?.exceptions).toHaveLength(1);
  });

  it("stands in the README as it is here", async () => {
    const [readme, example] = await Promise.all(
      ["../../README.md", "open-telemetry.ts"].map((path) => readFile(new URL(path, import.meta.url), "utf8")),
    );
    expect(readme).toContain(example!.replace("../../src/index.ts", "@vendor-sdks/runtime").trim());
  });
});
