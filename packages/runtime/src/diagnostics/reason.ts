import { noTunnel, tlsRemedy } from "../tls-remedy.ts";
import type { Mask } from "./redact.ts";

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED:
    "the connection was refused, so nothing listens there. See the host, the port, and that the server runs",
  ENOTFOUND: "no such host is known. See its name, and the name server that is asked here",
  EAI_AGAIN: "the name server did not answer. See the network here",
  ECONNRESET: "the connection was reset by the other side, or by a firewall or proxy on the way",
  EPIPE: "the connection was closed by the other side while the request was being sent",
  UND_ERR_SOCKET: "the connection was closed by the other side before the answer was complete",
  ETIMEDOUT: "the connection could not be made in time. See the host, and that no firewall drops what goes there",
  UND_ERR_CONNECT_TIMEOUT:
    "the connection could not be made in time. See the host, and that no firewall drops what goes there",
  UND_ERR_HEADERS_TIMEOUT: "the transport's own time limit for the headers was used up",
  UND_ERR_BODY_TIMEOUT: "the transport's own time limit for the body was used up",
  EHOSTUNREACH: "no route leads to the host. See the network or the VPN",
  ENETUNREACH: "no route leads to the host's network. See the network or the VPN",
  EADDRNOTAVAIL: "no local port was free for a connection. Fewer calls at a time will help",
  EMFILE: "this process has too many files and connections open. Fewer calls at a time will help",
};
// What other runtimes call the same.
const aliases: Readonly<Record<string, string>> = {
  ConnectionRefused: "ECONNREFUSED",
  ConnectionReset: "ECONNRESET",
  ConnectionClosed: "UND_ERR_SOCKET",
  FailedToOpenSocket: "ENOTFOUND",
};

const noHttp = "HTTPParserError";

const keptToItself =
  "fetch gives no reason. That is what it does where a proxy asks for credentials (407): give them with the proxy of nodeFetch (@vendor-sdks/runtime/node)";
const noReasonTold = /^(?:Failed to fetch|Load failed|NetworkError)/;

/** Why no answer came, and what to do about it; in the transport's own words where they say as much. */
export function reasonFor(cause: unknown): string {
  for (const error of chain(cause)) {
    // undici's own parser does not always give a code.
    const code = String((error as { code?: unknown }).code ?? ((error as Error).name === noHttp ? noHttp : ""));
    // Of a proxy's trouble what led to it is part of the words; by itself it would be told of the server.
    const why =
      code === noTunnel ? (error as Error).message : (tlsRemedy(code, (error as Error).message) ?? wordsFor(code));
    if (why !== undefined) return code === "" ? why : `${why} (${code})`;
    // undici's own error for an answer that a page must not see.
    if (code === "" && error instanceof Error && error.message === "" && !("errors" in error)) return keptToItself;
  }
  return cause instanceof Error && noReasonTold.test(cause.message)
    ? `${cause.message}. The browser does not say why: the host cannot be reached, its certificate is not trusted, or the server does not allow this page's origin (CORS)`
    : wordsOf(cause);
}

/**
 * What reads HTTP keeps in its error the bytes that it could not make sense of: what of them is secret, nobody knows. Other
 * runtimes quote the URL, in their words or as a path; it may hold a secret.
 */
export function hideInside(cause: unknown, mask: Mask): void {
  for (const error of chain(cause)) {
    const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
    if (name === noHttp || String(code).startsWith("HPE_"))
      for (const bytes of ["data", "rawPacket"]) Reflect.deleteProperty(error, bytes);
    for (const quoting of ["message", "stack", "path"]) {
      const text: unknown = Reflect.get(error, quoting);
      // The value alone: there are errors that let nothing else be changed.
      if (typeof text === "string" && mask(text) !== text)
        Reflect.defineProperty(error, quoting, { value: mask(text) });
    }
  }
}

/** fetch says "fetch failed"; what failed is in its cause. */
function wordsOf(cause: unknown): string {
  const inner: unknown = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return inner instanceof Error
    ? inner.message.trim() || (inner as { code?: string }).code || inner.name
    : String(inner);
}

function wordsFor(code: string): string | undefined {
  if (code.startsWith("HPE_") || code === noHttp)
    return "what answers there does not speak HTTP as it should. See the URL's scheme and port";
  const name = aliases[code] ?? code;
  return Object.hasOwn(reasons, name) ? reasons[name] : undefined;
}

/** An error and what led to it; of several attempts to connect (one an address), the first. */
function chain(error: unknown): object[] {
  const found: object[] = [];
  for (let here: unknown = error; typeof here === "object" && here !== null && found.length < 5;) {
    found.push(here);
    const { cause, errors } = here as { cause?: unknown; errors?: unknown };
    here = cause ?? (Array.isArray(errors) ? (errors[0] as unknown) : undefined);
  }
  return found;
}
