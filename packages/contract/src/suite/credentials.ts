import { BY_HAND, OPEN } from "../coverage/cell.ts";
import { authorizationBy, authorizationFor, NO_CREDENTIALS, type Authorization } from "../openapi/authorization.ts";
import { objectOf, type JsonObject } from "../openapi/json.ts";
import { opensSession, type Plan, type Step } from "../openapi/plans.ts";
import type { SpecOperation } from "../openapi/spec.ts";
import { operationCase, type Suite } from "./suite.ts";

/** Credentials for one operation: what the client is given, and what has to be seen of it. */
export interface Admission {
  /** Name of the kind. */
  readonly kind: string;
  readonly credentials: () => object;
  readonly authorization: Authorization;
}

/** Every kind that lets into the operation. One that signs in is given a session that is open already. */
export function admissionsTo(suite: Suite, operation: SpecOperation): Admission[] {
  return suite.plans.flatMap((plan) => {
    const field = opensSession(plan) ? {} : sampleFields(suite, plan, isNeeded);
    const session = Object.fromEntries(Object.keys(plan.keep).map((name) => [name, `example-${name}`]));
    const authorization = authorizationFor(suite.spec, operation, plan.authorize, { field, session });
    if (authorization === undefined) return [];
    const credentials = (): object =>
      opensSession(plan) ? { session: exportedSession(suite, plan.name, session) } : field;
    return [{ kind: plan.name, credentials, authorization }];
  });
}

export function exportedSession(suite: Suite, kind: string, values: JsonObject): object {
  return { service: suite.cases.service, origin: suite.mock.origin, kind, values };
}

/** One way into an operation. */
export interface Entrance {
  /** Name of the kind, or what stands in its place in the coverage. */
  readonly kind: string;
  readonly options: () => { readonly credentials?: object; readonly headers?: Readonly<Record<string, string>> };
  readonly authorization: Authorization;
}

/** The entrance where it does not matter by which kind: with credentials wherever there are any. */
export function entranceTo(suite: Suite, operation: SpecOperation): Entrance {
  const [first = WITHOUT] = entrancesTo(suite, operation);
  return first;
}

const WITHOUT: Entrance = { kind: OPEN, options: () => ({}), authorization: NO_CREDENTIALS };

/** Every way into the operation: by each kind of credentials that lets in, and by none where it is open. */
export function entrancesTo(suite: Suite, operation: SpecOperation): Entrance[] {
  if (operation.security.length === 0) return [WITHOUT];
  const admissions = admissionsTo(suite, operation).map(({ kind, credentials, authorization }) => {
    return { kind, options: () => ({ credentials: credentials() }), authorization };
  });
  return [...(admissions.length === 0 ? [byHand(suite, operation)] : admissions), ...(operation.open ? [WITHOUT] : [])];
}

/** No kind of credentials feeds these schemes, so users give the header themselves. */
function byHand(suite: Suite, { security }: SpecOperation): Entrance {
  const [schemes = []] = security;
  const values = Object.fromEntries(schemes.map((name) => [name, sampleValue(suite, name)]));
  const authorization = authorizationBy(suite.spec, schemes, values, {});
  return { kind: BY_HAND, options: () => ({ headers: authorization.headers }), authorization };
}

function sampleValue({ spec }: Suite, scheme: string): unknown {
  const basic = spec.schemes[scheme]?.["scheme"] === "basic";
  return basic ? { username: "example-user", password: "example-password" } : "example-token";
}

export function isNeeded({ fields }: Plan, name: string): boolean {
  return fields[name]?.isRequired === true;
}

/** Values for the fields of a kind: where a step sends one as it is, the spec's own example of what it is sent as. */
export function sampleFields(
  suite: Suite,
  plan: Plan,
  wanted: (plan: Plan, name: string) => boolean,
): Readonly<Record<string, unknown>> {
  const names = Object.keys(plan.fields).filter((name) => wanted(plan, name));
  return Object.fromEntries(names.map((name) => [name, sampleField(suite, plan, name)]));
}

function sampleField(suite: Suite, plan: Plan, name: string): unknown {
  const field = plan.fields[name];
  if (field?.const !== undefined) return field.const;
  if (field?.enum[0] !== undefined) return field.enum[0];
  for (const step of [plan.login, plan.challenge]) {
    const example = step && exampleOf(suite, step, `$field.${name}`);
    if (typeof example === "string") return example;
  }
  return `example-${name}`;
}

function exampleOf(suite: Suite, { operationId, parameters, body }: Step, expression: string): unknown {
  const { all } = operationCase(suite, operationId).arguments;
  const sentAs = (values: unknown): string | undefined =>
    Object.entries(objectOf(values)).find(([, value]) => value === expression)?.[0];
  const parameter = sentAs(parameters);
  if (parameter !== undefined) return all[parameter];
  const property = sentAs(body);
  return property === undefined ? undefined : objectOf(all["body"])[property];
}
