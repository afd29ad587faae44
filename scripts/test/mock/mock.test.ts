import { execFile } from "node:child_process";
import { createServer, type Server } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { root } from "../../bin.ts";
import { vendorNames } from "../../mock/vendor.ts";
import { childrenOf, isAlive, run } from "./run.ts";

const SECONDS = 60;
const PATIENCE = { timeout: SECONDS * 1_000, interval: 50 };
const names = vendorNames();
const one = names.at(-1) ?? "";

/** The request that a curl line makes, by the rules of a POSIX shell as far as the line needs them. */
function parseCurl(line: string): Request {
  const words = (line.match(/(?:'[^']*'|\\.|[^\s'\\])+/g) ?? []).map((word) =>
    word.replace(/'([^']*)'|\\(.)/g, "$1$2"),
  );
  const headers = new Headers();
  const init: RequestInit = { headers };
  let url = "";
  for (let index = words.indexOf("-sS") + 1; index < words.length; index++) {
    const word = words[index] ?? "";
    if (word === "-X") init.method = words[++index] ?? "";
    else if (word === "-d") init.body = words[++index] ?? "";
    else if (word === "-H") {
      const [name = "", value = ""] = (words[++index] ?? "").split(": ");
      headers.set(name, value);
    } else url = word;
  }
  return new Request(url, init);
}

async function listen(): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no address");
  return { server, port: address.port };
}

describe("pnpm mock", { timeout: PATIENCE.timeout }, () => {
  test("the printed examples work as they stand, and Ctrl-C leaves nothing behind", async () => {
    const mock = run("mock.ts", "--port", "0");
    await vi.waitUntil(() => mock.stdout().includes("Ctrl-C stops them."), PATIENCE);
    const lines = mock
      .stdout()
      .split("\n")
      .map((line) => line.trim());
    const bases = lines.flatMap((line) => /^(\S+) {2}(http:\S+)$/.exec(line)?.slice(1) ?? []);
    expect(bases.filter((_, index) => index % 2 === 0)).toEqual(names);

    const requests = lines.filter((line) => line.startsWith("curl ")).map(parseCurl);
    expect(requests.map(({ url }) => new URL(url).origin)).toEqual(
      bases.filter((_, index) => index % 2 === 1).map((base) => new URL(base).origin),
    );
    for (const request of requests) {
      const response = await fetch(request);
      expect(response.ok, `${request.method} ${request.url}: ${await response.text()}`).toBe(true);
      expect(response.headers.get("sl-violations")).toBeNull();
    }

    const runProgram = promisify(execFile);
    for (const name of names) {
      const start = lines.findIndex((line) => line.startsWith("import ") && line.endsWith(`"@vendor-sdks/${name}";`));
      const args = ["--input-type=module-typescript", "--eval", lines.slice(start, start + 3).join("\n")];
      // A package may import itself by its name, so nothing has to be installed for it.
      const { stdout, stderr } = await runProgram(process.execPath, args, { cwd: join(root, "packages", name) });
      expect(stderr).toBe("");
      expect(stdout.trim()).not.toBe("");
    }

    const children = childrenOf(mock.process.pid);
    expect(children).toHaveLength(names.length);
    mock.process.kill("SIGINT");
    expect(await mock.ended).toEqual({ code: 0, signal: null });
    expect(children.filter(isAlive)).toEqual([]);
    expect(mock.stderr()).toBe("");
  });

  test("a crash is reported, the mock comes back, and SIGTERM stops the new process too", async () => {
    const mock = run("mock.ts", one, "--port", "0");
    await vi.waitUntil(() => mock.stdout().includes("Ctrl-C stops it."), PATIENCE);
    const [first = 0] = childrenOf(mock.process.pid);
    process.kill(first, "SIGKILL");
    await vi.waitUntil(() => mock.stderr().includes(`${one}: restart: `), PATIENCE);
    expect(mock.stderr()).toContain(`${one}: crash: Prism's process ${first} was ended by SIGKILL`);
    const [second = 0] = childrenOf(mock.process.pid);
    expect(second).not.toBe(first);
    mock.process.kill("SIGTERM");
    expect(await mock.ended).toEqual({ code: 0, signal: null });
    expect([first, second].filter(isAlive)).toEqual([]);
  });

  test("a signal during the start stops what has begun", async () => {
    const mock = run("mock.ts", one, "--port", "0");
    await vi.waitUntil(() => childrenOf(mock.process.pid).length > 0, PATIENCE);
    const children = childrenOf(mock.process.pid);
    mock.process.kill("SIGINT");
    expect(await mock.ended).toEqual({ code: 0, signal: null });
    expect(children.filter(isAlive)).toEqual([]);
  });

  test("a port that is taken is an error that says what to do", async () => {
    const { port } = await listen();
    const mock = run("mock.ts", one, "--port", String(port));
    expect(await mock.ended).toEqual({ code: 1, signal: null });
    expect(mock.stderr()).toContain(
      `mock: Port ${port}, for ${one}, is taken. Take another with --port N, or free ones with --port 0.\n`,
    );
    expect(mock.stdout()).toBe("");
  });

  test("an unknown vendor is refused with the names of all that there are", async () => {
    const mock = run("mock.ts", "nobody");
    expect(await mock.ended).toEqual({ code: 1, signal: null });
    expect(mock.stderr()).toBe(`mock: There is no spec of nobody. There are: ${names.join(", ")}\n`);
  });

  test("help is printed on request", async () => {
    const mock = run("mock.ts", "--help");
    expect(await mock.ended).toEqual({ code: 0, signal: null });
    expect(mock.stdout()).toMatch(/^pnpm mock \[vendor…\] \[--port N\]/);
  });
});
