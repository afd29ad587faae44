import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import { chromium, LAUNCH } from "../../run/chromium.ts";
import { Unavailable } from "../rows/row.ts";
import { tool } from "../tools.ts";
import { bundleExamples } from "./bundle.ts";
import type { Consumer } from "./install.ts";

interface Page {
  on(event: "console", listener: (message: { text(): string; type(): string }) => void): unknown;
  goto(url: string): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
}

interface Playwright {
  readonly chromium: {
    launch(options: object): Promise<{ newPage(): Promise<Page>; close(): Promise<void> }>;
  };
}

/** Runs the examples in a page, and gives what they print. */
export async function runInChromium(
  { folder }: Consumer,
  addresses: Readonly<Record<string, string>>,
): Promise<string> {
  const executablePath = await installed();
  const { chromium: browsers } = (await import(
    pathToFileURL(join((await tool("playwright-core")).folder, "index.mjs")).href
  )) as Playwright;
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // A page may talk to where it comes from; to another place only if that place agrees, which appliances do not.
  const behind = new Map(Object.entries(addresses).map(([name, url]) => [`/${name}`, url]));
  const own = Object.fromEntries(Object.keys(addresses).map((name) => [name, `${origin}/${name}`]));
  const script = await bundleExamples(folder, own, "browser");
  serve(server, script, behind);
  const browser = await browsers.launch({ ...LAUNCH, executablePath });
  try {
    const page = await browser.newPage();
    const said: string[] = [];
    page.on("console", (message) => {
      // The browser itself notes here, as an error, each answer that is none of success.
      if (message.type() === "log") said.push(message.text());
    });
    await page.goto(origin);
    await page.evaluate(`import("/program.js").then(({ run }) => run()).then(() => undefined)`);
    return said.join("\n");
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

function serve(server: Server, script: string, behind: ReadonlyMap<string, string>): void {
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? "/";
    const found = [...behind].find(([prefix]) => path.startsWith(`${prefix}/`));
    if (found !== undefined) {
      const [prefix, url] = found;
      pass(request, response, url + path.slice(prefix.length)).catch((error: unknown) => {
        response.writeHead(502).end(String(error));
      });
    } else if (path === "/program.js") response.writeHead(200, { "content-type": "text/javascript" }).end(script);
    else response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><link rel=icon href=data:,>");
  });
}

const HOP = ["connection", "host", "keep-alive", "transfer-encoding", "content-length", "content-encoding"];

async function pass(request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
  const headers = Object.entries(request.headers).filter(([name]) => !HOP.includes(name));
  const method = request.method ?? "GET";
  const body = method === "GET" || method === "HEAD" ? undefined : Buffer.concat(await request.toArray());
  const answer = await fetch(url, {
    method,
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
    redirect: "manual",
    ...(body !== undefined && body.length > 0 && { body }),
  });
  const given = [...answer.headers].filter(([name]) => !HOP.includes(name));
  response.writeHead(answer.status, Object.fromEntries(given));
  if (answer.body === null) response.end();
  else await pipeline(Readable.fromWeb(answer.body as never), response);
}

async function installed(): Promise<string> {
  try {
    return await chromium();
  } catch (error) {
    throw new Unavailable(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
