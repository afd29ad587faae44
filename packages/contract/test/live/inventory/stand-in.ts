import { createServer as createPlain, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { createServer as createSecure } from "node:https";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

// An appliance by hand: it has read neither the document nor anything of ours.

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, unless the headers say otherwise. */
  readonly body?: unknown;
}

export interface Asked {
  /** `GET /devices` */
  readonly what: string;
  readonly query: URLSearchParams;
  readonly token: string | undefined;
  readonly body: string;
}

/** Changes what the appliance would answer. */
export type Plant = (asked: Asked, answer: Answer) => Answer;

export interface StandIn {
  readonly origin: string;
  /** Everything that was asked, in its order. */
  readonly asked: readonly Asked[];
}

export const PASSWORD = "canary-password-5e1f";
export const TOKEN = "canary-token-77aa02";
export const PIN = "canary-pin-4711";

const no = (status: number, code: string): Answer => ({ status, body: { code, message: `It is ${code}` } });

const devices = [
  { id: 1, kind: "disk", name: "one", serial: "0b9c6a1e-6f0a-4b8e-9d57-7f3a4b0c1d2e", pin: PIN, size: { bytes: 5 } },
  { id: 2, kind: "fan", name: "two" },
  { id: 3, kind: "disk" },
];

const events = ["a", "b", "c", "d", "e"].map((id) => ({ id }));
const volumes = ["v1", "v2", "v3", "v4", "v5"].map((uuid) => ({ uuid }));

function usual({ what, query, token, body }: Asked): Answer {
  if (what === "GET /status") {
    const headers = { "x-version": "1.2", "x-load": "3" };
    return { status: 200, headers, body: { state: "up", load: 0.5, since: "2030-01-01T00:00:00Z", note: null } };
  }
  if (what === "POST /sessions") {
    const { password } = JSON.parse(body) as { password?: string };
    return password === PASSWORD ? { status: 201, body: { token: TOKEN } } : no(401, "wrong");
  }
  if (token !== TOKEN) return { ...no(401, "void"), headers: { "x-reason": "session over" } };
  if (what === "DELETE /sessions") return { status: 204 };
  if (what === "GET /labels") return { status: 200, body: [{ name: "red" }, { name: "blue" }] };
  if (what === "GET /devices") {
    const from = Number(query.get("offset") ?? 0);
    const items = devices.slice(from, from + Number(query.get("limit") ?? 100));
    return { status: 200, body: { items, total: devices.length } };
  }
  if (what === "GET /events") {
    const from = events.findIndex(({ id }) => `after-${id}` === query.get("after")) + 1;
    const some = events.slice(from, from + Number(query.get("count") ?? 50));
    const last = some.at(-1);
    const next = last === undefined || last === events.at(-1) ? null : `after-${last.id}`;
    return { status: 200, body: { events: some, links: { next } } };
  }
  if (what === "GET /volumes") {
    const size = Number(query.get("per_page") ?? 50);
    const from = (Number(query.get("page") ?? 1) - 1) * size;
    return { status: 200, body: volumes.slice(from, from + size) };
  }
  if (what === "POST /devices") return { status: 201, body: { ...(JSON.parse(body) as object), id: 41 } };
  if (what === "DELETE /devices") return { status: 204 };
  const [, method = "", id] = /^(GET|DELETE) \/devices\/(.*)$/.exec(what) ?? [];
  const device = devices.find((each) => String(each.id) === id);
  if (method === "DELETE") return id === "41" ? { status: 204 } : no(404, "gone");
  return device === undefined ? no(404, "unknown") : { status: 200, body: device };
}

export interface StandInOptions {
  readonly plant?: Plant | undefined;
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** Starts it for one test. */
export async function startStandIn({ plant = (_, answer) => answer, tls }: StandInOptions = {}): Promise<StandIn> {
  const asked: Asked[] = [];
  const listener: RequestListener = (request, response) => {
    void textOf(request).then((body) => {
      const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
      const what = `${request.method ?? ""} ${pathname.replace(/^\/api/, "")}`;
      const token = request.headers["x-token"];
      const one: Asked = { what, query: searchParams, token: typeof token === "string" ? token : undefined, body };
      asked.push(one);
      const answer = plant(one, usual(one));
      const { body: sent } = answer;
      const type = sent === undefined || typeof sent === "string" ? {} : { "content-type": "application/json" };
      response.writeHead(answer.status, { ...type, ...answer.headers });
      response.end(typeof sent === "string" ? sent : JSON.stringify(sent));
    });
  };
  const server: Server = tls === undefined ? createPlain(listener) : createSecure(tls, listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `${tls === undefined ? "http" : "https"}://127.0.0.1:${port}`, asked };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += String(chunk);
  return text;
}
