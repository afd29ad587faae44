import type { IncomingHttpHeaders } from "node:http";
import { isIP } from "node:net";
import type { Problem } from "./problem.ts";

// Browsers let every page send to servers of this machine, and behind a proxy is a real one. So a proxy answers only whom no page of
// another origin can pass for: programs, and what it serves itself.

/** Finds requests that a page of another origin has, or may have, made to a proxy that listens on `host`. */
export function foreignPages(host: string): (headers: IncomingHttpHeaders) => Problem | undefined {
  return (headers) => {
    const { origin, host: asked = host, "sec-fetch-site": site } = headers;
    if (!isOwnName(asked, host)) {
      const name = `A proxy to a real server is asked for by the name ${asked}, which a web page may have given to this machine`;
      return refusal(`${name}. Ask for it by its address, or start it with that name as its host`);
    }
    // Images, links and forms that only read come without an origin.
    const isForeign =
      origin === undefined ? site === "cross-site" || site === "same-site" : origin !== `http://${asked}`;
    if (!isForeign) return undefined;
    const page = `The request comes from a web page of ${origin ?? "another origin"}, and this is a proxy to a real server`;
    return refusal(
      `${page}, which no page of another origin may use. Have the page ask a mock, or send it from a program`,
    );
  };
}

/** Of addresses no page can say that they are another server's; of names it can, while it is open: DNS rebinding. */
function isOwnName(asked: string, host: string): boolean {
  const name = URL.parse(`http://${asked}`)?.hostname.replace(/^\[|\]$/g, "");
  return name !== undefined && (isIP(name) !== 0 || name === "localhost" || name === host.toLowerCase());
}

function refusal(detail: string): Problem {
  return { type: "urn:mock-server:foreign-page", title: "Not for web pages", status: 403, detail };
}
