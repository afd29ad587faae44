import { request as httpRequest, type Agent, type IncomingMessage, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { CORS_NAMES, corsHeaders } from "./cors.ts";
import { encodePreference } from "./example-names.ts";
import { endToEnd } from "./headers.ts";

export interface Forwarding {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly to: URL;
  /** The request target for Prism. */
  readonly target: string;
  readonly body: Buffer;
  readonly agent: Agent;
  /** Breaks off both sides. */
  readonly signal: AbortSignal;
}

/** Sends the request on and streams the answer back, byte for byte. Rejects when there is no answer, or only a part of one. */
export async function forward(forwarding: Forwarding): Promise<void> {
  const { request, response, signal } = forwarding;
  const answer = await exchange(forwarding);
  const { origin } = request.headers;
  const headers = endToEnd(answer.rawHeaders, origin === undefined ? [] : CORS_NAMES);
  headers.push(...corsHeaders(origin, headers));
  response.writeHead(answer.statusCode ?? 502, answer.statusMessage, headers);
  await pipeline(answer, response, { signal });
}

async function exchange({ request, to, target, body, agent, signal }: Forwarding): Promise<IncomingMessage> {
  const headers = endToEnd(request.rawHeaders, ["content-length", "prefer"]);
  const { prefer } = request.headers;
  if (prefer !== undefined) headers.push("Prefer", encodePreference([prefer].flat().join(",")));
  // The body has been read whole, so its length is known even where it came in chunks.
  const announced = request.headers["content-length"] ?? request.headers["transfer-encoding"];
  if (announced !== undefined) headers.push("Content-Length", String(body.byteLength));
  const { hostname: host, port } = to;
  return await new Promise((resolve, reject) => {
    const outgoing = httpRequest({ host, port, method: request.method, path: target, headers, agent, signal });
    outgoing.once("response", resolve);
    outgoing.once("error", reject);
    outgoing.end(body);
  });
}
