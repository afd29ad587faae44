import type { RecordedRequest } from "@vendor-sdks/mock-server";
import * as fc from "fast-check";
import { authorizationFor } from "../openapi/authorization.ts";
import { evaluate } from "../openapi/expression.ts";
import { objectOf, textOf, type JsonObject } from "../openapi/json.ts";
import { opensSession, type Plan } from "../openapi/plans.ts";
import type { SpecOperation } from "../openapi/spec.ts";
import { entranceTo, exportedSession, isNeeded } from "../suite/credentials.ts";
import type { Suite, SuiteClientOptions } from "../suite/suite.ts";
import { decodeForm } from "./decode/body.ts";
import { splitPairs } from "./decode/pairs.ts";
import { isSame } from "./same.ts";

/** Who calls: what the client is given, and what has to be read from its requests. */
export interface Caller {
  /** Name of the kind of credentials; `nobody` where there are none. */
  readonly kind: string;
  readonly options: SuiteClientOptions;
  /** Scheme → value, of the first alternative that the kind feeds. */
  readonly secrets: JsonObject;
}

/** What a secret may hold wherever it travels: visible ASCII. */
const SECRETS = fc
  .string({ unit: "binary-ascii", minLength: 1, maxLength: 20 })
  .filter((text) => /^[!-~]+$/.test(text));
/** Of a name and password, which travel in Base64. The first colon parts them. */
const PHRASES = fc.string({ unit: "binary", minLength: 1, maxLength: 12 }).filter((text) => !/[:\p{Cc}]/u.test(text));

/** Every kind of credentials that lets into an operation, with secrets of any content. */
export function callersOf(suite: Suite, operation: SpecOperation): fc.Arbitrary<Caller> {
  const callers = suite.plans.flatMap((plan) => callersBy(suite, operation, plan));
  if (operation.security.length > 0 && callers.length > 0) return fc.oneof(...callers);
  const options = entranceTo(suite, operation).options;
  return fc.constant(0).map(() => ({ kind: "nobody", options: options(), secrets: {} }));
}

function callersBy(suite: Suite, operation: SpecOperation, plan: Plan): fc.Arbitrary<Caller>[] {
  const isSession = opensSession(plan);
  const names = isSession ? Object.keys(plan.keep) : Object.keys(plan.fields).filter((name) => isNeeded(plan, name));
  const root = isSession ? "session" : "field";
  const sample = Object.fromEntries(names.map((name) => [name, "example"]));
  const alternative = operation.security.find((schemes) =>
    schemes.every((name) => evaluate(plan.authorize[name], { [root]: sample }) !== undefined),
  );
  if (
    alternative === undefined ||
    authorizationFor(suite.spec, operation, plan.authorize, { [root]: sample }) === undefined
  )
    return [];
  const fields = Object.fromEntries(names.map((name) => [name, secretOf(suite, plan, name, alternative)]));
  return [
    fc.record(fields, { noNullPrototype: true }).map((values): Caller => {
      const credentials = isSession ? { session: exportedSession(suite, plan.name, values) } : values;
      const secrets = alternative.map((name) => [name, evaluate(plan.authorize[name], { [root]: values })] as const);
      return { kind: plan.name, options: { credentials }, secrets: Object.fromEntries(secrets) };
    }),
  ];
}

function secretOf(
  { spec }: Suite,
  { fields, authorize }: Plan,
  name: string,
  schemes: readonly string[],
): fc.Arbitrary<unknown> {
  const field = fields[name];
  if (field?.const !== undefined) return fc.constant(field.const);
  if (field !== undefined && field.enum.length > 0) return fc.constantFrom(...field.enum);
  const isBasic = schemes.some((scheme) => {
    const fed = Object.values(objectOf(authorize[scheme]));
    return textOf(spec.schemes[scheme]?.["scheme"])?.toLowerCase() === "basic" && fed.includes(`$field.${name}`);
  });
  return isBasic ? PHRASES : SECRETS;
}

/** Names in the query that credentials go by. */
export function namesInQuery({ spec }: Suite): string[] {
  return Object.values(spec.schemes).flatMap((scheme) =>
    scheme["type"] === "apiKey" && scheme["in"] === "query" ? [textOf(scheme["name"]) ?? ""] : [],
  );
}

/** The schemes whose secret a request does not carry as it was given. */
export function missingSecrets({ spec }: Suite, { secrets }: Caller, request: RecordedRequest): string[] {
  return Object.entries(secrets)
    .filter(([name, secret]) => !isSame(secretIn(objectOf(spec.schemes[name]), request), shown(secret)))
    .map(([name]) => name);
}

function shown(secret: unknown): unknown {
  return typeof secret === "object" ? secret : String(secret);
}

function secretIn(scheme: JsonObject, { url, headers }: RecordedRequest): unknown {
  const name = textOf(scheme["name"]) ?? "";
  const found = (text: string, mark: string, decode: (text: string) => string): string | undefined =>
    splitPairs(text, mark, decode)
      .filter(([key]) => key === name)
      .map(([, value]) => decode(value))[0];
  if (scheme["type"] === "apiKey") {
    if (scheme["in"] === "query") return found(url.slice(url.indexOf("?") + 1), "&", decodeForm);
    return scheme["in"] === "cookie"
      ? found(headers["cookie"] ?? "", "; ", decodeURIComponent)
      : headers[name.toLowerCase()];
  }
  const authorization = headers["authorization"] ?? "";
  if (scheme["type"] === "http" && textOf(scheme["scheme"])?.toLowerCase() === "basic") {
    const text = Buffer.from(authorization.slice("Basic ".length), "base64").toString("utf8");
    return { username: text.slice(0, text.indexOf(":")), password: text.slice(text.indexOf(":") + 1) };
  }
  const isOther = scheme["type"] === "http" && textOf(scheme["scheme"])?.toLowerCase() !== "bearer";
  return isOther ? authorization : authorization.replace(/^Bearer /, "");
}
