import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";
import type { JsonObject } from "../../generate/load/json.ts";
import { operationsOf } from "../../generate/load/walk.ts";
import { CLIENT_OPTIONS } from "../../generate/model/reserved-names.ts";
import { buildServer, furtherVariables, otherServers, serverOf } from "../../generate/model/servers.ts";

function serverAt(url: string, variables: JsonObject = {}): readonly [url: string, ...string[]] {
  const server = buildServer({ servers: [{ url, variables }] });
  const defaults = server.variables.map((each) =>
    each.default === undefined ? each.name : `${each.name}=${each.default}`,
  );
  return [server.url, ...defaults];
}

test.each([
  ["https://api.test.io/v1/", {}, ["https://api.test.io/v1"]],
  ["https://{host}/v1", { host: { default: "a.example.com" } }, ["https://{host}/v1", "host"]],
  ["https://{host}/v1", {}, ["https://{host}/v1", "host"]],
  ["https://{host}/v1", { host: { default: "" } }, ["https://{host}/v1", "host"]],
  ["https://a.io/{base}", { base: { default: "" } }, ["https://a.io/{base}", "base="]],
  [
    "https://a.io:{port}/{base}",
    { port: { default: 443 }, base: { default: "api/v2" } },
    ["https://a.io:{port}/{base}", "base=api/v2", "port=443"],
  ],
  ["{scheme}://a.io", { scheme: { default: "https" } }, ["{scheme}://a.io", "scheme=https"]],
  ["{url}/v1", { url: { default: "https://a.io" } }, ["{url}/v1", "url=https://a.io"]],
  ["//a.io/v1", {}, ["https://a.io/v1"]],
  ["/v1", {}, ["https://{host}/v1", "host"]],
  ["../v1", {}, ["https://{host}/v1", "host"]],
  ["v{n}", { n: { default: "1" } }, ["https://{host}/v{n}", "host", "n=1"]],
  ["/", {}, ["https://{host}", "host"]],
  ["", {}, ["https://{host}", "host"]],
  ["https://a.io/{timeout}", { timeout: { default: "x" } }, ["https://a.io/{serverTimeout}", "serverTimeout=x"]],
  ["https://a.io", { unused: { default: "x" } }, ["https://a.io"]],
])("a server at %j is %j", (url, variables, expected) => {
  expect(serverAt(url, variables)).toEqual(expected);
});

test("without servers users give the host", () => {
  expect(buildServer({}).url).toBe("https://{host}");
  expect(buildServer({ servers: [] }).variables).toHaveLength(1);
});

test("servers beside the first are told of", () => {
  const servers = [
    { url: "https://a.io" },
    { url: "https://b.io", description: "For trials" },
    { url: "https://c.io" },
  ];
  expect(otherServers({ servers })).toEqual(["`https://b.io` (For trials)", "`https://c.io`"]);
});

/** The server of the only operation below `/a`, which has some of its own or of its path. */
function elsewhere(
  servers: readonly JsonObject[],
  ofPath?: readonly JsonObject[],
  ofAll = "https://{host}/api",
): unknown {
  const get = servers.length === 0 ? {} : { servers };
  const document = { servers: [{ url: ofAll }], paths: { "/a": { ...(ofPath && { servers: ofPath }), get } } };
  const [operation] = operationsOf(document);
  return operation && serverOf(document, operation)?.url;
}

test("an operation is where its own servers say, or those of its path, or those of all", () => {
  expect(elsewhere([{ url: "https://b.io" }], [{ url: "https://c.io" }])).toBe("https://b.io");
  expect(elsewhere([], [{ url: "https://c.io" }])).toBe("https://c.io");
  expect(elsewhere([])).toBeUndefined();
  expect(elsewhere([{ url: "https://{host}/api/" }])).toBeUndefined();
});

test("a relative server of an operation is on the host of all", () => {
  expect(elsewhere([{ url: "/files" }])).toBe("https://{host}/files");
  expect(elsewhere([{ url: "files" }], undefined, "/api")).toBe("https://{host}/files");
  expect(elsewhere([{ url: "/files" }], undefined, "https://a.io:8443/api/v1")).toBe("https://a.io:8443/files");
});

test("variables of operations' servers are known beside those of all, each once", () => {
  const variable = (name: string): JsonObject => ({
    url: `https://{${name}}`,
    variables: { [name]: { default: "x" } },
  });
  const all = ["b", "host", "a", "b"].map((name) => buildServer({ servers: [variable(name)] }));
  expect(furtherVariables(buildServer({}), [undefined, ...all]).map(({ name }) => name)).toEqual(["a", "b"]);
});

test("no variable takes the place of an option of the client", () => {
  const source = (file: string): string =>
    readFileSync(join(import.meta.dirname, "../../../packages/runtime/src", file), "utf8");
  const text = source("options.ts").replace(/^export interface (?:RetryOptions|CallOptions|Logger) .*?^\}/gms, "");
  const options = [
    ...`${text}\n${/export type CoreOptions[^]*?;\n {2}/.exec(source("core.ts"))?.[0] ?? ""}`.matchAll(
      /readonly (\w+)\?:/g,
    ),
  ].map(([, name]) => name);
  expect(options).toEqual(expect.arrayContaining(["fetch", "timeout", "middleware"]));
  for (const name of options) expect(CLIENT_OPTIONS).toContain(name);
});
