import { bodyOf } from "../bodies/body.ts";
import { urlencodedBody } from "../bodies/urlencoded.ts";
import type { Operation } from "../operation.ts";

const json = "application/json";

/** A request to an OAuth2 token endpoint (RFC 6749): a form, answered with JSON. Asking twice does no harm. */
export const tokenRequest: Operation = {
  id: "tokenRequest",
  method: "POST",
  path: "",
  body: /* @__PURE__ */ bodyOf({ "application/x-www-form-urlencoded": /* @__PURE__ */ urlencodedBody() }),
  responses: { 200: json, default: json },
  idempotent: true,
};
