import { isObject, listAt, objectAt, own, textAt, type JsonObject } from "../generate/load/json.ts";
import { dereference } from "../generate/load/pointer.ts";
import { exampleAuthorization, type FieldValues, type Kind } from "./credentials.ts";
import type { OperationCase, Vendor } from "./vendor.ts";

export interface ExampleRequest {
  readonly method: string;
  /** Below the base URL, query included. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The security alternatives of an operation: those of its own, else the document's. */
function securityOf({ document }: Vendor, { method, path }: OperationCase): readonly JsonObject[] {
  const operation = objectAt(objectAt(objectAt(document, "paths"), path), method.toLowerCase());
  const alternatives =
    own(operation, "security") === undefined ? listAt(document, "security") : listAt(operation, "security");
  return alternatives.filter(isObject);
}

/** An operation's request with the arguments that it cannot do without, and with credentials of a kind. */
export function exampleRequest(
  vendor: Vendor,
  operation: OperationCase,
  credentials?: { readonly kind: Kind; readonly fields: FieldValues },
): ExampleRequest {
  const query: string[] = [];
  const headers: Record<string, string> = {};
  let path = operation.path;
  for (const { name, argument, place, value, parameter } of givenParameters(vendor, operation)) {
    if (place === "path") path = path.replace(`{${name}}`, encodeURIComponent(asText(value)));
    else if (place === "header") headers[name] = asText(value);
    else if (place === "query") query.push(...queryPairs(name, value, parameter));
    else throw new Error(`${operation.operationId}: ${argument} stands in a ${place}, where no example can put it`);
  }
  if (credentials !== undefined) authorize(vendor, operation, credentials, headers, query);
  const target = query.length === 0 ? path : `${path}?${query.join("&")}`;
  const body = operation.arguments.required["body"];
  if (body === undefined) return { method: operation.method, target, headers };
  headers["content-type"] = "application/json";
  return { method: operation.method, target, headers, body: JSON.stringify(body) };
}

interface GivenParameter {
  readonly name: string;
  readonly argument: string;
  readonly place: string;
  readonly value: unknown;
  readonly parameter: JsonObject;
}

function givenParameters(
  { document }: Vendor,
  { method, path, arguments: { required } }: OperationCase,
): GivenParameter[] {
  const item = objectAt(objectAt(document, "paths"), path);
  const listed = [...listAt(item, "parameters"), ...listAt(objectAt(item, method.toLowerCase()), "parameters")];
  return listed.flatMap((each) => {
    const parameter = dereference(document, each, "")?.value;
    const [name = "", place = ""] = [textAt(parameter, "name"), textAt(parameter, "in")];
    // An argument has its place in front where the plain name is another's.
    const argument = Object.hasOwn(required, `${place}.${name}`) ? `${place}.${name}` : name;
    if (!isObject(parameter) || !Object.hasOwn(required, argument) || argument === "body") return [];
    return [{ name, argument, place, value: required[argument], parameter }];
  });
}

const SEPARATORS: Readonly<Record<string, string>> = { form: ",", spaceDelimited: "%20", pipeDelimited: "%7C" };

function queryPairs(name: string, value: unknown, parameter: JsonObject): string[] {
  const key = encodeURIComponent(name);
  if (!Array.isArray(value)) return [`${key}=${encodeURIComponent(asText(value))}`];
  const items = value.map((item) => encodeURIComponent(asText(item)));
  const style = textAt(parameter, "style") ?? "form";
  const explode = own(parameter, "explode") ?? style === "form";
  return explode === true ? items.map((item) => `${key}=${item}`) : [`${key}=${items.join(SEPARATORS[style] ?? ",")}`];
}

/** Puts credentials on the request by the first alternative of its security that the kind feeds. */
function authorize(
  vendor: Vendor,
  operation: OperationCase,
  { kind, fields }: { readonly kind: Kind; readonly fields: FieldValues },
  headers: Record<string, string>,
  query: string[],
): void {
  const schemes = Object.keys(fedAlternative(vendor, operation, kind) ?? {});
  for (const name of schemes) {
    const all = objectAt(objectAt(vendor.document, "components"), "securitySchemes");
    const scheme = dereference(vendor.document, own(all, name), "")?.value;
    const value = exampleAuthorization(kind.authorize[name], fields);
    if (textAt(scheme, "type") !== "apiKey") headers["Authorization"] = authorization(scheme, value);
    else if (textAt(scheme, "in") === "query")
      query.push(`${textAt(scheme, "name")}=${encodeURIComponent(asText(value))}`);
    else if (textAt(scheme, "in") === "cookie") headers["Cookie"] = `${textAt(scheme, "name")}=${asText(value)}`;
    else headers[textAt(scheme, "name") ?? name] = asText(value);
  }
}

export function fedAlternative(vendor: Vendor, operation: OperationCase, { authorize }: Kind): JsonObject | undefined {
  return securityOf(vendor, operation).find((alternative) =>
    Object.keys(alternative).every((scheme) => Object.hasOwn(authorize, scheme)),
  );
}

function authorization(scheme: unknown, value: unknown): string {
  if (textAt(scheme, "scheme")?.toLowerCase() !== "basic") return `Bearer ${asText(value)}`;
  return `Basic ${Buffer.from(`${asText(own(value, "username"))}:${asText(own(value, "password"))}`).toString("base64")}`;
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
