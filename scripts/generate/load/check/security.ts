import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/nearest.ts";
import { wholeUrl } from "../../model/credentials/client-shape.ts";
import { countAlternatives, MOST_ALTERNATIVES } from "../../model/credentials/derive.ts";
import { partsOf } from "../../model/credentials/parts.ts";
import { isObject, objectAt, own } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { dereference, joinPointer } from "../pointer.ts";
import type { Check, SpecContext } from "./context.ts";

/** Requirements name schemes that exist, and schemes say how they are sent. */
export const checkSecurity: Check = (spec) => [
  ...spec.nodes("securityRequirement").flatMap(({ value, pointer }) => checkRequirement(spec, value, pointer)),
  ...spec.nodes("securityScheme").flatMap(({ value, pointer }) => checkScheme(spec, value, pointer)),
  ...checkUse(spec),
  ...checkNumber(spec),
];

export function unknownScheme(spec: SpecContext, name: string, pointer: string): Diagnostic {
  const fix = suggest(name, spec.securitySchemes, `add "${name}" to components/securitySchemes`);
  return spec.error("unknown-security-scheme", pointer, `There is no security scheme "${name}"`, fix);
}

function checkRequirement(spec: SpecContext, requirement: JsonObject, pointer: string): Diagnostic[] {
  return Object.entries(requirement).flatMap(([name, scopes]) => {
    const place = joinPointer(pointer, name);
    if (!spec.securitySchemes.includes(name)) return [unknownScheme(spec, name, place)];
    if (Array.isArray(scopes) && scopes.every((scope) => typeof scope === "string")) return [];
    const message = `The scopes of "${name}" must be a list of texts`;
    return [spec.error("wrong-type", place, message, `write ${name}: [] or list the scopes that are needed`)];
  });
}

/** Schemes without a requirement make a client that takes no credentials: legal, and hardly ever meant. */
function checkUse(spec: SpecContext): Diagnostic[] {
  const used = spec.nodes("securityRequirement").length > 0 || own(spec.document, "x-sdk-credentials") !== undefined;
  if (used || spec.operations.length === 0 || partsOf(spec.document).given.size === 0) return [];
  const message = "No operation needs any of these security schemes, so the client takes no credentials";
  const fix = "add security: to the document or to the operations that need it";
  return [spec.warning("unused-security-schemes", joinPointer("/components", "securitySchemes"), message, fix)];
}

function checkNumber(spec: SpecContext): Diagnostic[] {
  if (own(spec.document, "x-sdk-credentials") !== undefined) return [];
  const count = countAlternatives(spec.document);
  if (count <= MOST_ALTERNATIVES) return [];
  const message = `There are ${count} alternatives of security, of which ${MOST_ALTERNATIVES} become kinds of credentials`;
  const fix = "say by x-sdk-credentials which kinds there are";
  return [spec.warning("too-many-alternatives", joinPointer("/components", "securitySchemes"), message, fix)];
}

const SCHEME_FIELDS = new Map<unknown, readonly string[]>([
  ["apiKey", ["name", "in"]],
  ["http", ["scheme"]],
  ["oauth2", []],
  ["openIdConnect", []],
  ["mutualTLS", []],
]);

const KEY_PLACES = ["header", "query", "cookie"];

function checkScheme(spec: SpecContext, scheme: JsonObject, pointer: string): Diagnostic[] {
  const type = own(scheme, "type");
  const types = [...SCHEME_FIELDS.keys()].map(String);
  if (type === undefined) {
    const message = "This security scheme has no type";
    return [spec.error("missing-field", pointer, message, `add type: ${types.join(" | ")}`)];
  }
  const fields = SCHEME_FIELDS.get(type);
  if (fields === undefined) {
    const message = `There is no type ${JSON.stringify(type)} of security scheme`;
    return [
      spec.error(
        "invalid-value",
        joinPointer(pointer, "type"),
        message,
        suggest(String(type), types, "remove the scheme"),
      ),
    ];
  }
  return [
    ...fields.flatMap((field) => checkSchemeField(spec, scheme, field, pointer)),
    ...checkMethod(spec, scheme, pointer),
    ...checkTokenUrl(spec, scheme, pointer),
  ];
}

function checkSchemeField(spec: SpecContext, scheme: JsonObject, field: string, pointer: string): Diagnostic[] {
  const value = own(scheme, field);
  const type = own(scheme, "type");
  if (value === undefined) {
    const message = `A security scheme of type ${String(type)} needs "${field}"`;
    return [spec.error("missing-field", pointer, message, `add ${field}:`)];
  }
  if (typeof value === "string" && value !== "" && (field !== "in" || KEY_PLACES.includes(value))) return [];
  const message = `${JSON.stringify(value)} cannot be the "${field}" of a security scheme`;
  const fix = field === "in" ? `write one of ${KEY_PLACES.join(", ")}` : "write it as a text";
  return [spec.error("invalid-value", joinPointer(pointer, field), message, fix)];
}

/** Of HTTP's methods those two are known by what a user gives. */
function checkMethod(spec: SpecContext, scheme: JsonObject, pointer: string): Diagnostic[] {
  const method = own(scheme, "scheme");
  if (own(scheme, "type") !== "http" || typeof method !== "string" || /^(?:basic|bearer)?$/i.test(method)) return [];
  const message = `Clients cannot compute HTTP's "${method}": users give the whole Authorization header`;
  const fix = "write basic or bearer if it is one of them; else say in its description what the header holds";
  return [spec.warning("opaque-security-scheme", joinPointer(pointer, "scheme"), message, fix)];
}

/** A client fetches tokens where it knows the place; else its users can still give them. */
function checkTokenUrl(spec: SpecContext, scheme: JsonObject, pointer: string): Diagnostic[] {
  const tokenUrl = own(objectAt(objectAt(scheme, "flows"), "clientCredentials"), "tokenUrl");
  if (typeof tokenUrl !== "string" || wholeUrl(spec.document, tokenUrl) !== undefined) return [];
  const message = `The tokenUrl "${tokenUrl}" is no whole URL, so clients take tokens but do not fetch them`;
  const place = joinPointer(pointer, "flows", "clientCredentials", "tokenUrl");
  return [spec.warning("relative-token-url", place, message, "write the whole URL, https:// included")];
}

/** A scheme by name, behind a reference too. */
export function schemeNamed(spec: SpecContext, name: string): JsonObject | undefined {
  const scheme = own(objectAt(objectAt(spec.document, "components"), "securitySchemes"), name);
  const found = dereference(spec.document, scheme, "")?.value;
  return isObject(found) ? found : undefined;
}
