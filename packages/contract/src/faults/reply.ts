import type { IncomingMessage, ServerResponse } from "node:http";

/** A request as the server took it. */
export interface Received {
  readonly method: string;
  /** As it stood in the request line: path and query. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What is answered. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as application/json, unless the headers say otherwise. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly text?: string;
}

/** Does what plain replies cannot: half an answer, a cut connection, none at all. */
export type Action = (response: ServerResponse) => unknown;

/** What one request is met with; undefined stands for the appliance's usual answer. */
export type Behaviour = Reply | Action | undefined;

/** Decides by request; `turn` counts from 0. */
export type Script = (received: Received, turn: number) => Behaviour | Promise<Behaviour>;

/** Each behaviour in its turn, and the usual answers from then on. */
export function inOrder(...behaviours: readonly Behaviour[]): Script {
  return (_, turn) => behaviours[turn];
}

export function always(behaviour: Behaviour): Script {
  return () => behaviour;
}

/** Leaves the request without an answer. */
export const silence: Action = () => undefined;

/** Cuts the connection, as a process does that dies. */
export const reset: Action = (response) => response.socket?.resetAndDestroy();

/** Begins an answer and cuts the connection in the middle of its body. */
export const resetInBody: Action = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  response.write('{"half":', () => response.socket?.resetAndDestroy());
};

export async function send(response: ServerResponse, reply: Reply, date: Date): Promise<void> {
  const body = reply.json === undefined ? reply.text : JSON.stringify(reply.json);
  response.sendDate = false;
  response.writeHead(reply.status ?? 200, {
    date: date.toUTCString(),
    ...(reply.json === undefined ? {} : { "content-type": "application/json" }),
    ...reply.headers,
  });
  await new Promise<void>((resolve) => response.end(body, resolve));
}

/** A request with its whole body. */
export async function receive(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    method: request.method ?? "",
    target: request.url ?? "",
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(chunks).toString("utf8"),
  };
}
