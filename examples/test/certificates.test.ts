import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:tls";

import { issue, type Issued } from "@vendor-sdks/certificates";
import { expect, test } from "vitest";
import { run } from "./run.ts";

/** Runs the example against a server that shows this certificate; gives what it said, and how many bytes reached the server. */
async function check(
  shown: Issued,
  expected: string,
  ...args: string[]
): Promise<Awaited<ReturnType<typeof run>> & { bytes: number }> {
  let bytes = 0;
  const server = createServer({ cert: shown.cert, key: shown.key }, (socket) => {
    socket.on("data", (chunk: Buffer) => (bytes += chunk.length)).on("error", () => undefined);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const target = `127.0.0.1:${(server.address() as AddressInfo).port}${expected}`;
    return { ...(await run("check-certificates", [target, ...args])), bytes };
  } finally {
    server.close();
  }
}

const months = issue({ name: "cluster.example.com", until: new Date(Date.now() + 90 * 86_400_000) });
const other = issue({ name: "other.example.com" });

test("shows the fingerprint of a certificate, and sends nothing", async () => {
  const { code, stdout, bytes } = await check(months, "");
  expect({ code, bytes }).toEqual({ code: 0, bytes: 0 });
  expect(stdout).toContain(`fingerprint  ${months.fingerprint}`);
  expect(stdout).toContain("for, by      cluster.example.com, cluster.example.com");
  expect(stdout).toMatch(/ends {9}in (89|90) days\n {2}trusted {6}only by its fingerprint/);
});

test("is content with the certificate that is expected, with or without colons", async () => {
  expect(await check(months, `=${months.fingerprint}`)).toMatchObject({ code: 0 });
  expect(await check(months, `=${months.fingerprint.replaceAll(":", "").toLowerCase()}`)).toMatchObject({ code: 0 });
});

test("ends with 1 where another certificate is shown than expected", async () => {
  const { code, stderr } = await check(months, `=${other.fingerprint}`);
  expect(code).toBe(1);
  expect(stderr).toMatch(/failed: 127\.0\.0\.1:\d+: it shows another certificate than expected/);
});

test("ends with 1 where a certificate ends soon, or has ended", async () => {
  expect((await check(months, "", "--days", "100")).stderr).toMatch(/failed: .*its certificate ends in (89|90) days/);
  const day = 86_400_000;
  const over = issue({ name: "a", from: new Date(Date.now() - 3 * day), until: new Date(Date.now() - 2 * day) });
  expect(await check(over, "")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("its certificate is over") as string,
  });
});

test("checks the others where one does not answer, and ends with 1", async () => {
  const { code, stdout, stderr } = await check(months, "", "127.0.0.1:1");
  expect(code).toBe(1);
  expect(stdout).toContain(months.fingerprint);
  expect(stderr).toMatch(/failed: 127\.0\.0\.1:1: .*ECONNREFUSED/);
});

test("ends with 2 on what is no fingerprint, before it connects", async () => {
  expect(await run("check-certificates", ["cluster.example.com=abc"])).toMatchObject({ code: 2, stdout: "" });
});
