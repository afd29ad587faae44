import { expect, test } from "vitest";
import { startMock } from "../src/index.ts";
import { document, json, send, serve } from "./helpers.ts";
import { runScript } from "./script.ts";

const spec = document({ "/a": { get: { responses: { 200: json("ok") } } } });

test.each(["startMock(spec)", "startMockProcess(spec)", "startProxy(spec, 'http://127.0.0.1:1')"])(
  "a process ends by itself once the mock of %s is closed",
  async (start) => {
    const script = runScript(`
      import { startMock, startMockProcess, startProxy } from "SRC/index.ts";
      const spec = ${JSON.stringify(spec)};
      const mock = await ${start};
      const { status } = await fetch(mock.baseUrl + "/a");
      await fetch(mock.baseUrl + "/a", { method: "POST", body: "{", headers: { "content-type": "application/json" } });
      await mock.close();
      console.log(status);
    `);
    expect(await script.line()).toBe(start.startsWith("startProxy") ? "500" : "200");
    expect(await script.ended).toMatchObject({ code: 0, stderr: "" });
  },
);

test("a closed mock refuses connections, and closing it again does no harm", async () => {
  const mock = await startMock(spec);
  await Promise.all([mock.close(), mock.close()]);
  await mock.close();
  await expect(send(mock.origin, "/a")).rejects.toThrow("ECONNREFUSED");
});

test("a mock is closed at the end of its scope", async () => {
  let origin = "";
  {
    await using mock = await startMock(spec);
    origin = mock.origin;
    expect((await send(origin, "/a")).status).toBe(200);
  }
  await expect(send(origin, "/a")).rejects.toThrow("ECONNREFUSED");
});

test("a port that is taken is an error, and leaves nothing running", async () => {
  const taken = await serve(() => undefined);
  const script = runScript(`
    import { startMock } from "SRC/index.ts";
    await startMock(${JSON.stringify(spec)}, { port: ${taken.port} }).catch((error) => console.log(error.code));
  `);
  expect(await script.line()).toBe("EADDRINUSE");
  expect(await script.ended).toMatchObject({ code: 0 });
});

test("a mock listens where it is told to", async () => {
  await using mock = await startMock(spec, { host: "::1" });
  expect(mock.origin).toMatch(/^http:\/\/\[::1\]:\d+$/);
  expect((await fetch(`${mock.baseUrl}/a`)).status).toBe(200);
});
