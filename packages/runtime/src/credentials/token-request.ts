import { bodyOf } from "../bodies/body.ts";
import { urlencodedBody } from "../bodies/urlencoded.ts";
import type { Operation } from "../operation.ts";

const json = "application/json";
const body = /* @__PURE__ */ bodyOf({ "application/x-www-form-urlencoded": /* @__PURE__ */ urlencodedBody() });

/**
 * A request to an OAuth2 token endpoint (RFC 6749): a form, answered with JSON. Asking twice does no harm. It is not the
 * appliance: what the client sends along there is nothing for it.
 */
export function tokenRequest(url: string): Operation {
  return {
    id: "tokenRequest",
    method: "POST",
    path: "",
    body,
    responses: { 200: json, default: json },
    at: () => url,
    bare: true,
    idempotent: true,
  };
}
