import { type JsonObject, objectAt, own, textAt } from "../../load/json.ts";
import { buildServer } from "../servers.ts";
import type { Shape } from "./shapes.ts";

/** OAuth 2.0's client credentials, with which a client fetches its tokens itself. */
export function clientShape(document: JsonObject, scheme: unknown): Shape | undefined {
  const flow = objectAt(objectAt(scheme, "flows"), "clientCredentials");
  const tokenUrl = wholeUrl(document, textAt(flow, "tokenUrl"));
  if (own(scheme, "type") !== "oauth2" || tokenUrl === undefined) return undefined;
  const scopes = Object.keys(objectAt(flow, "scopes")).map((scope) => `\`${scope}\``);
  const known = scopes.length === 0 || scopes.length > SHOWN ? "" : `: ${scopes.join(", ")}`;
  return {
    kind: "client",
    description: textAt(scheme, "description") ?? "",
    fields: {
      clientId: { secret: false },
      clientSecret: {},
      scope: { secret: false, optional: true, description: `The scopes to ask for, with spaces between them${known}.` },
    },
    authorize: () => "$session.token",
    session: (nameOf) => ({
      login: {
        tokenUrl,
        body: {
          grant_type: "client_credentials",
          client_id: `$field.${nameOf("clientId")}`,
          client_secret: `$field.${nameOf("clientSecret")}`,
          scope: `$field.${nameOf("scope")}`,
        },
      },
      keep: { token: "$response.body#/access_token" },
      lifetime: { fixed: "$response.body#/expires_in" },
      logout: { none: "a token of this flow ends by itself" },
    }),
  };
}

/** More scopes than these are not read. */
const SHOWN = 20;

/** The URL of a token endpoint, if it is known here: a relative one is not where users give the host. */
export function wholeUrl(document: JsonObject, tokenUrl: string | undefined): string | undefined {
  const { url } = buildServer(document);
  const base = url.includes("{") ? undefined : `${url}/`;
  if (tokenUrl === undefined || tokenUrl === "" || !URL.canParse(tokenUrl, base)) return undefined;
  const whole = new URL(tokenUrl, base).href;
  return /^https?:\/\/[^\s{}#]+$/.test(whole) ? whole : undefined;
}
