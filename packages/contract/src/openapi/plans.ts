import { dereference, isObject, listOf, objectOf, textOf, type JsonObject } from "./json.ts";
import type { Spec } from "./spec.ts";

/** One kind of credentials, as `x-sdk-credentials` describes it. */
export interface Plan {
  readonly name: string;
  readonly fields: Readonly<Record<string, Field>>;
  /** Security scheme → what it is fed. */
  readonly authorize: JsonObject;
  readonly login: Step | undefined;
  /** In place of a login: what a token endpoint is asked. */
  readonly tokenRequest: TokenRequest | undefined;
  readonly challenge: Challenge | undefined;
  /** What a session consists of: name → the places it may be found in. */
  readonly keep: Readonly<Record<string, readonly unknown[]>>;
  /** The expression for a point of time after which the session is over. */
  readonly until: unknown;
  /** The expression for, or the number of seconds that it lasts. */
  readonly fixed: unknown;
  /** The same of the seconds that it lasts without use. */
  readonly idle: unknown;
  /** Undefined where nothing is sent at the end. */
  readonly logout: Step | undefined;
}

export interface Field {
  readonly isRequired: boolean;
  readonly isOnce: boolean;
  readonly isSecret: boolean;
  readonly default: unknown;
  readonly const: unknown;
  readonly enum: readonly unknown[];
}

export interface Step {
  readonly operationId: string;
  readonly parameters: JsonObject;
  readonly body: unknown;
  /** Undefined where the step says nothing of credentials. */
  readonly authorize: JsonObject | undefined;
}

/** A form that is posted to an address outside the spec. */
export interface TokenRequest {
  readonly url: string;
  readonly body: JsonObject;
}

export interface Challenge extends Step {
  readonly when: JsonObject;
  /** The field that answers. */
  readonly ask: string;
}

/** The kinds that the spec describes, or those that `derived` makes of its security requirements. */
export function plansOf(spec: Spec, derived: JsonObject = {}): Plan[] {
  const { document } = spec;
  const stepOf = (step: unknown): Step | undefined => readStep(spec, step);
  return Object.entries(objectOf(document["x-sdk-credentials"] ?? derived)).map(([name, value]) => {
    const kind = dereference(document, value);
    const challenge = stepOf(kind["challenge"]);
    return {
      name,
      fields: Object.fromEntries(Object.entries(objectOf(kind["fields"])).map(([key, each]) => [key, fieldOf(each)])),
      authorize: objectOf(kind["authorize"]),
      login: stepOf(kind["login"]),
      tokenRequest: tokenRequestOf(kind["login"]),
      challenge: challenge && { ...challenge, ...asked(objectOf(kind["challenge"])) },
      keep: Object.fromEntries(
        Object.entries(objectOf(kind["keep"])).map(([key, each]) => [key, Array.isArray(each) ? listOf(each) : [each]]),
      ),
      until: objectOf(kind["lifetime"])["until"],
      fixed: objectOf(kind["lifetime"])["fixed"],
      idle: objectOf(kind["lifetime"])["idle"],
      logout: stepOf(kind["logout"]),
    };
  });
}

function fieldOf(value: unknown): Field {
  const field = objectOf(value);
  return {
    isRequired: field["optional"] !== true && field["default"] === undefined,
    isOnce: field["once"] === true,
    isSecret: field["secret"] !== false,
    default: field["default"],
    const: field["const"],
    enum: listOf(field["enum"]),
  };
}

function readStep({ operations }: Spec, value: unknown): Step | undefined {
  const step = objectOf(value);
  const operationId = textOf(step["operationId"]);
  if (operationId === undefined) return undefined;
  const { body, authorize } = step;
  const named = [...operations.values()].find((operation) => operation.operationId === operationId);
  return {
    operationId: named?.id ?? operationId,
    parameters: objectOf(step["parameters"]),
    body,
    authorize: isObject(authorize) ? authorize : undefined,
  };
}

function tokenRequestOf(value: unknown): TokenRequest | undefined {
  const step = objectOf(value);
  const url = textOf(step["tokenUrl"]);
  return url === undefined ? undefined : { url, body: objectOf(step["body"]) };
}

/** Whether credentials of the kind open a session, in place of being used as they are given. */
export function opensSession({ login, tokenRequest }: Plan): boolean {
  return login !== undefined || tokenRequest !== undefined;
}

function asked(challenge: JsonObject): Pick<Challenge, "when" | "ask"> {
  return { when: objectOf(challenge["when"]), ask: textOf(challenge["ask"]) ?? "" };
}
