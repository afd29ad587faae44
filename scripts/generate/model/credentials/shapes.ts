import { type JsonObject, objectAt, own, textAt } from "../../load/json.ts";

/** What a type of security scheme takes from a user, under plain names. */
export interface Shape {
  readonly kind: string;
  readonly description: string;
  readonly fields: JsonObject;
  /** What the scheme is fed, with what its fields are called. */
  readonly authorize: (nameOf: (field: string) => string) => unknown;
  /** The rest of the plan, where a session is begun with the fields. */
  readonly session?: (nameOf: (field: string) => string) => JsonObject;
}

/** The shape of a scheme; undefined for one that no request carries, such as a client certificate. */
export function shapeOf(scheme: unknown): Shape | undefined {
  const description = textAt(scheme, "description") ?? "";
  const alone = (field: string, says: string): Shape => ({
    kind: field,
    description,
    fields: { [field]: { description: says } },
    authorize: (nameOf) => `$field.${nameOf(field)}`,
  });
  switch (own(scheme, "type")) {
    case "apiKey":
      return alone("apiKey", placeOf(scheme));
    case "oauth2":
      return alone("accessToken", `An access token, without \`Bearer\` in front.${flowsOf(scheme)}`);
    case "openIdConnect":
      return alone(
        "token",
        `A token of ${textAt(scheme, "openIdConnectUrl") ?? "the provider"}, without \`Bearer\` in front.`,
      );
    case "http":
      return httpShape(textAt(scheme, "scheme") ?? "", description, alone);
    default:
      return undefined;
  }
}

function httpShape(method: string, description: string, alone: (field: string, says: string) => Shape): Shape {
  if (method.toLowerCase() === "bearer") return alone("token", "The token, without `Bearer` in front.");
  if (method.toLowerCase() !== "basic")
    return alone("authorization", `The whole \`Authorization\` header, \`${method}\` included.`);
  return {
    kind: "password",
    description,
    fields: { username: { secret: false }, password: {} },
    authorize: (nameOf) => ({ username: `$field.${nameOf("username")}`, password: `$field.${nameOf("password")}` }),
  };
}

function placeOf(scheme: unknown): string {
  const name = textAt(scheme, "name") ?? "";
  if (textAt(scheme, "in") !== "header")
    return `Sent in the ${textAt(scheme, "in") === "query" ? "query parameter" : "cookie"} \`${name}\`.`;
  const whole = name.toLowerCase() === "authorization" ? " as it is: a prefix, where there is one, is part of it" : "";
  return `Sent in the header \`${name}\`${whole}.`;
}

const FLOWS: Readonly<Record<string, string>> = {
  authorizationCode: "authorizationUrl",
  implicit: "authorizationUrl",
  password: "tokenUrl",
  deviceAuthorization: "deviceAuthorizationUrl",
};

/** Where tokens come from that this client does not fetch itself. */
function flowsOf(scheme: unknown): string {
  const flows = objectAt(scheme, "flows");
  const places = Object.entries(FLOWS).flatMap(([flow, url]) => textAt(flows[flow], url) ?? []);
  return places.length === 0 ? "" : ` It comes from ${[...new Set(places)].join(" or ")}.`;
}
