import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readArguments } from "../src/cli/arguments.ts";
import { document, json } from "./helpers.ts";
import { runCli, runScript } from "./script.ts";

const spec = JSON.stringify(
  document({ "/a": { get: { responses: { 200: json("ok") } } } }, { servers: [{ url: "/v1" }] }),
);

/** A project that has installed the package `things`. */
function project(): string {
  const folder = mkdtempSync(join(tmpdir(), "vendor-mock-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const installed = join(folder, "node_modules/@vendor-sdks/things");
  mkdirSync(installed, { recursive: true });
  writeFileSync(join(installed, "openapi.json"), spec);
  writeFileSync(
    join(installed, "package.json"),
    `{"name":"@vendor-sdks/things","exports":{"./openapi.json":"./openapi.json"}}`,
  );
  writeFileSync(join(folder, "api.json"), spec);
  return folder;
}

test.each(["SIGINT", "SIGTERM"] as const)(
  "an installed package is served by its short name until %s",
  async (signal) => {
    const cli = runCli(["things"], project());
    const line = await cli.line();
    expect(line).toMatch(/^things at http:\/\/127\.0\.0\.1:\d+\/v1 \(stop it with Ctrl-C\)$/);
    const response = await fetch(`${line.split(" ")[2]}/a`);
    expect(await response.json()).toBe("ok");
    cli.process.kill(signal);
    expect(await cli.ended).toEqual({ code: 0, signal: null, stderr: "" });
  },
);

test("a file is served at the port and the base path that are asked for", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const taken = runCli(["./api.json", "--port", String(port)], project());
  const { code, stderr } = await taken.ended;
  expect(code).toBe(1);
  expect(stderr).toContain(`Port ${port} is in use`);
  server.close();
  const cli = runCli(["./api.json", "--port", String(port), "--base-path", "/v2"], project());
  expect(await cli.line()).toContain(`http://127.0.0.1:${port}/v2 `);
});

test("a package that is not installed is an error that names the nearest, or how to install it", async () => {
  const folder = project();
  const near = await runCli(["thing"], folder).ended;
  expect(near.code).toBe(1);
  expect(near.stderr).toContain('did you mean "things"?');
  const far = await runCli(["something-else"], folder).ended;
  expect(far.stderr).toContain("npm install --save-dev @vendor-sdks/something-else");
});

test.each(["Things", "@vendor-sdks/Things", "@vendor-sdks/things/openapi.json"])(
  "%s is no file, and close to the name of a package",
  async (name) => {
    const { code, stderr } = await runCli([name], project()).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^vendor-mock: There is no file .*: did you mean the package "things"\?\n$/);
  },
);

test("a package is served by its whole name as well", async () => {
  expect(await runCli(["@vendor-sdks/things"], project()).line()).toMatch(/^@vendor-sdks\/things at http/);
});

test.each([
  ["./none.yaml", /There is no file .*none\.yaml: a package goes by its short name/],
  [".", /^\. is a folder: name the document in it/],
  ["./bad.json", /bad\.json could not be read: correct the file\. Error parsing [^:]*bad\.json: unexpected end/],
  ["./old.json", /old\.json is Swagger 2\.0: convert it to OpenAPI 3/],
  ["./empty.json", /The document has no operations: there is nothing to mock/],
  ["http://127.0.0.1:1/openapi.json", /could not be read: check the URL/],
])("what cannot be served is refused with what to do: %s", async (name, message) => {
  const folder = project();
  writeFileSync(join(folder, "bad.json"), "{");
  writeFileSync(join(folder, "old.json"), '{"swagger":"2.0"}');
  writeFileSync(join(folder, "empty.json"), JSON.stringify(document({})));
  const { code, stderr } = await runCli([name], folder).ended;
  expect([code, stderr.replace("vendor-mock: ", "")]).toEqual([1, expect.stringMatching(message)]);
});

test("an interface that is not there is refused with those that are", async () => {
  const { stderr } = await runCli(["things", "--host", "192.0.2.1"], project()).ended;
  expect(stderr).toContain("no interface 192.0.2.1: 127.0.0.1 serves this machine alone");
});

test("help is printed on stdout", async () => {
  const cli = runCli(["--help"], project());
  expect(await cli.line()).toBe("Usage: vendor-mock <api> [options]");
  expect(await cli.ended).toMatchObject({ code: 0, stderr: "" });
});

test.each([
  [[], "Which API?"],
  [[""], "Which API?"],
  [["things", "others"], '"others" is too many'],
  [["things", "--prot", "1"], "There is no option --prot: did you mean --port?"],
  [["things", "--port", "http"], '--port is a number from 0 to 65535, not "http"'],
  [["things", "--port"], "argument missing"],
])("the command line %j is refused", (argv, message) => {
  expect(() => readArguments(argv)).toThrow(message);
});

test("what is refused is printed with the usage", async () => {
  const { code, stderr } = await runCli(["things", "--prot", "1"], project()).ended;
  expect(code).toBe(2);
  expect(stderr).toMatch(/^vendor-mock: There is no option --prot.*\n\nUsage: vendor-mock/);
});

test("tests start the mock of an installed package by its short name", async () => {
  const script = runScript(
    `import { startMock } from "SRC/index.ts";
    await using mock = await startMock("things");
    console.log((await fetch(mock.baseUrl + "/a")).status);`,
    project(),
  );
  expect(await script.line()).toBe("200");
  expect(await script.ended).toMatchObject({ code: 0 });
});
