import { bytesOf } from "../openapi/body.ts";
import { encodeRequest, type Arguments } from "../openapi/encode.ts";
import type { SpecOperation } from "../openapi/spec.ts";
import { entranceTo } from "./credentials.ts";
import type { Suite } from "./suite.ts";

/** A request that no client has made. */
export interface PlainRequest {
  readonly method: string;
  /** Below the base URL. */
  readonly path: string;
  /** Empty, or from the `?` on. */
  readonly query: string;
  readonly headers: Headers;
  readonly body: BodyInit | undefined;
}

export interface PlainOptions {
  readonly accept?: string;
  readonly contentType?: string | undefined;
  /** In place of the body. */
  readonly text?: string | undefined;
}

/** A request with these arguments, and with credentials. */
export function plainRequest(
  suite: Suite,
  operation: SpecOperation,
  args: Arguments,
  { accept = "application/json", contentType, text }: PlainOptions = {},
): PlainRequest {
  const { method, path, query, mediaType, body, ...encoded } = encodeRequest(operation, args);
  const sent = body === undefined || mediaType === undefined ? undefined : bytesOf(body, mediaType);
  const type = sent && (contentType ?? sent.contentType);
  const { authorization } = entranceTo(suite, operation);
  const search = [query, ...authorization.query].filter(Boolean).join("&");
  const cookie = [encoded.cookie, ...authorization.cookie].filter(Boolean).join("; ");
  return {
    method,
    path,
    query: search === "" ? "" : `?${search}`,
    headers: new Headers({
      ...encoded.headers,
      ...authorization.headers,
      accept,
      ...(cookie === "" ? {} : { cookie }),
      ...(type === undefined ? {} : { "content-type": type }),
    }),
    body: sent && (text ?? sent.bytes),
  };
}
