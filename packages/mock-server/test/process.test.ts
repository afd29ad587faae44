import { expect, test, vi } from "vitest";
import { startMockProcess } from "../src/index.ts";
import { startPrismChild } from "../src/prism-child.ts";
import { collectReports, document, json, parse, send, use } from "./helpers.ts";
import { runScript } from "./script.ts";

const spec = document(
  { "/users/{ids}": { get: { operationId: "getUsers", responses: { 200: json("ok") } } } },
  { servers: [{ url: "/v1" }] },
);
const crash = { headers: ["Accept", "garbage"] }; // Prism throws on it

test("Prism's own process answers at the base path", async () => {
  const mock = await use(startMockProcess(spec));
  expect((await send(mock.origin, "/v1/users/1,2")).text).toBe('"ok"');
  expect(mock.requests).toMatchObject([{ url: "/v1/users/1,2", path: "/users/1,2" }]);
});

test("a crash answers the request in flight with 502 and its cause, is reported, and Prism comes back", async () => {
  const reports = collectReports();
  const mock = await use(startMockProcess(spec, { onReport: reports.onReport }));
  const answer = await send(mock.origin, "/v1/users/1", crash);
  expect(answer.status).toBe(502);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  const cause = /Prism's process \d+ ended with code 1: TypeError: invalid media type/;
  expect(parse(answer)["operation"]).toBe("GET /users/{ids} (getUsers)");
  expect(parse(answer)["detail"]).toMatch(cause);
  expect(await reports.next("crash")).toMatch(cause);
  expect((await send(mock.origin, "/v1/users/1")).text).toBe('"ok"');
  expect(await reports.next("restart")).toMatch(/^Prism is back as process \d+$/);
});

test("a process that was killed comes back", async () => {
  const reports = collectReports();
  const mock = await use(startMockProcess(spec, { onReport: reports.onReport }));
  await send(mock.origin, "/v1/users/1", crash);
  await reports.next("crash");
  const pid = Number(/\d+/.exec(await reports.next("restart"))?.[0]);
  process.kill(pid, "SIGKILL");
  expect(await reports.next("crash")).toBe(`Prism's process ${pid} was ended by SIGKILL`);
  expect((await send(mock.origin, "/v1/users/1")).text).toBe('"ok"');
});

test("a mock can be closed while Prism is being started again", async () => {
  const reports = collectReports();
  const mock = await startMockProcess(spec, { onReport: reports.onReport });
  await send(mock.origin, "/v1/users/1", crash);
  await mock.close();
  expect(reports.all.map(({ kind }) => kind)).not.toContain("stopped");
});

test("a document that Prism cannot serve is refused with what Prism says about it", async () => {
  const refused = startPrismChild(JSON.stringify(document({})), false);
  await expect(refused).rejects.toThrow("Error: No operations found in the current file.");
});

test("violations become errors in Prism's own process where errors are asked for", async () => {
  const wrong = document({ "/a": { get: { responses: { 200: json(1, { type: "string" }) } } } });
  const mock = await use(startMockProcess(wrong, { errors: true }));
  expect((await send(mock.origin, "/a")).status).toBe(500);
});

test("a Prism that cannot be brought back is reported, and requests are answered 502", async () => {
  const script = runScript(`
    import { startMockProcess } from "SRC/index.ts";
    const mock = await startMockProcess(${JSON.stringify(spec)}, { onReport: async ({ kind, message }) => {
      if (kind !== "stopped") return;
      console.log(message);
      console.log((await fetch(mock.baseUrl + "/users/1")).status);
      await mock.close();
    } });
    process.env.NODE_OPTIONS = "--no-such-flag";
    await fetch(mock.baseUrl + "/users/1", { headers: { accept: "garbage" } });
  `);
  expect(await script.line()).toMatch(/^Prism did not start again in 5 attempts: .*--no-such-flag/);
  expect(await script.line()).toBe("502");
  expect(await script.ended).toEqual({ code: 0, signal: null, stderr: "" });
});

test("a process that does not heed SIGTERM is killed", async () => {
  const child = await startPrismChild(JSON.stringify(spec), false);
  process.kill(child.pid, "SIGSTOP");
  await child.stop();
  expect(await child.ended).toBe("was ended by SIGKILL");
});

const start = `
  import { startPrismChild } from "SRC/prism-child.ts";
  const child = await startPrismChild(${JSON.stringify(JSON.stringify(spec))}, false);
  console.log(child.address.href);
`;

test.each(["SIGKILL", "SIGTERM", "SIGINT"] as const)(
  "Prism's process ends with a parent that %s ends",
  async (signal) => {
    const script = runScript(start);
    const address = await script.line();
    expect((await fetch(`${address}users/1`)).status).toBe(200);
    script.process.kill(signal);
    expect(await script.ended).toMatchObject({ signal });
    await vi.waitFor(() => expect(send(address, "/users/1")).rejects.toThrow("ECONNREFUSED"), { timeout: 10_000 });
  },
);

test("Prism's process ends with a parent that exits", async () => {
  const script = runScript(`${start} process.exit(3);`);
  const address = await script.line();
  expect(await script.ended).toMatchObject({ code: 3 });
  await vi.waitFor(() => expect(send(address, "/users/1")).rejects.toThrow("ECONNREFUSED"), { timeout: 10_000 });
});

test("a script can close its mocks on Ctrl-C in its own way", async () => {
  const script = runScript(`
    import { startMockProcess } from "SRC/index.ts";
    const mock = await startMockProcess(${JSON.stringify(spec)});
    process.once("SIGINT", async () => { await mock.close(); console.log("closed"); });
    console.log(mock.baseUrl);
  `);
  const baseUrl = await script.line();
  expect((await fetch(`${baseUrl}/users/1`)).status).toBe(200);
  script.process.kill("SIGINT");
  expect(await script.line()).toBe("closed");
  expect(await script.ended).toEqual({ code: 0, signal: null, stderr: "" });
});

test("a document of which Prism gets no operation at all is served by a process of its own, too", async () => {
  const head = { head: { responses: { 200: { description: "There" } } } };
  const mock = await use(startMockProcess(document({ "/a": head })));
  expect((await fetch(`${mock.baseUrl}/a`, { method: "HEAD" })).status).toBe(200);
  expect((await fetch(`${mock.baseUrl}/b`)).status).toBe(404);
});
