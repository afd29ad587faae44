import { expect } from "vitest";
import { encodeRequest, type Arguments } from "../../openapi/encode.ts";
import { callOperation } from "../../suite/suite.ts";
import { specOperationOf } from "../facts.ts";
import type { Bench } from "../bench.ts";
import type { Fault } from "../fault.ts";
import { textParameter } from "../roles.ts";

/** Values of a path parameter that may not become another path. */
const HOSTILE: readonly (readonly [what: string, value: string])[] = [
  ["../", "../"],
  ["a path upwards", "../../session"],
  ["a path upwards with backslashes", String.raw`..\..\session`],
  [".", "."],
  ["..", ".."],
  ["%2e%2e", "%2e%2e"],
  ["%2E%2E%2F", "%2E%2E%2F"],
  ["/", "/"],
  ["a question mark and a hash", "a?admin=true#fragment"],
  ["a semicolon, a colon and an at sign", "user:password@host;v=1"],
  ["CR and LF", "a\r\nx-injected: yes\r\n\r\nGET /admin HTTP/1.1"],
  ["NUL", "a\0b"],
  ["other control characters", "\t\v\u001B\u007F"],
  ["unicode", "日本語 ñ 😀 \u202Egnp"],
  ["a lone surrogate", "a\uD800b"],
  ["nothing", ""],
  ["a space", " "],
  ["100,000 characters", "x".repeat(100_000)],
];

export const paths: readonly Fault[] = [
  ...HOSTILE.map(([what, value]): Fault => ({
    name: `A path parameter of ${what} is sent as one encoded segment, or refused unsent`,
    needs: ["inPath"],
    run: async (bench) => inPath(bench, value),
  })),
  {
    name: "A query parameter with the marks of a query, CR, LF, NUL and unicode is sent encoded, as one value",
    needs: ["inQuery"],
    async run(bench) {
      const operation = bench.operation("inQuery");
      const name = textParameter(specOperationOf(bench.facts, operation), "query") ?? "";
      const value = "a&admin=true#x=1;b\r\nx-injected: yes\0 日本語+%26/?";
      const { site } = await sending(bench, "inQuery", { [name]: value });
      const search = new URL(site.server.received[0]?.target ?? "", site.server.origin).searchParams;
      expect(search.get(name)).toBe(value);
      expect([...search.keys()]).not.toContain("admin");
      expect(site.server.received[0]?.headers).not.toHaveProperty("x-injected");
    },
  },
  {
    name: "A query parameter with a lone surrogate is sent with a mark in its place, or refused unsent",
    needs: ["inQuery"],
    async run(bench) {
      const name = textParameter(specOperationOf(bench.facts, bench.operation("inQuery")), "query") ?? "";
      const { site, error } = await sending(bench, "inQuery", { [name]: "a\uD800b" });
      if (error !== undefined) expectRefusal(error, site.server.received);
      else expect(site.server.received[0]?.target).toContain("a%EF%BF%BDb");
    },
  },
];

async function inPath(bench: Bench, value: string): Promise<void> {
  const operation = bench.operation("inPath");
  const described = specOperationOf(bench.facts, operation);
  const parameter = described.parameters.find((each) => each.in === "path");
  const { site, error } = await sending(bench, "inPath", { [parameter?.name ?? ""]: value });
  const [received] = site.server.received;
  if (received === undefined) {
    expectRefusal(error, site.server.received);
    return;
  }
  const args = { ...operation.arguments.required, [parameter?.name ?? ""]: value };
  const { path } = encodeRequest(described, args);
  const sent = received.target.slice(new URL(site.baseUrl).pathname.length).split("?")[0] ?? "";
  expect(sent.split("/").map(decodeURIComponent)).toEqual(path.split("/").map(decodeURIComponent));
  expect(sent.split("/")).toHaveLength(described.path.split("/").length);
  expect(received.headers).not.toHaveProperty("x-injected");
}

async function sending(
  bench: Bench,
  role: "inPath" | "inQuery",
  args: Arguments,
): Promise<{ readonly site: Awaited<ReturnType<Bench["serve"]>>; readonly error: Error | undefined }> {
  const site = await bench.serve();
  const operation = bench.operation(role);
  const call = callOperation(bench.client(site), operation, { ...operation.arguments.required, ...args });
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason as Error,
  );
  if (error !== undefined) bench.witness.hear(error);
  return { site, error };
}

function expectRefusal(error: Error | undefined, received: readonly unknown[]): void {
  expect(error).toMatchObject({ name: "ConfigurationError" });
  expect(received).toEqual([]);
}
