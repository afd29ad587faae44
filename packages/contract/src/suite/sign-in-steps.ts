import { expect } from "vitest";
import type { AnswerCase, ExampleCase, OperationCase } from "../cases.ts";
import { authorizationBy, authorizationFor, NO_CREDENTIALS } from "../openapi/authorization.ts";
import type { Arguments } from "../openapi/encode.ts";
import { evaluate, type Scope } from "../openapi/expression.ts";
import type { JsonObject } from "../openapi/json.ts";
import type { Plan, Step } from "../openapi/plans.ts";
import type { Expected } from "./expect-request.ts";
import { steeredFetch, type SteeredFetch } from "./steered-fetch.ts";
import { callOperation, operationCase, specOperation, type AnyClient, type Suite } from "./suite.ts";

/** A kind that opens a session. */
export interface Opening {
  readonly suite: Suite;
  readonly plan: Plan;
  /** An operation that the session lets into. */
  readonly operation: OperationCase;
}

/** A kind that does so by an operation. */
export interface Login extends Opening {
  readonly step: Step;
}

/** An operation that a session of the kind lets into: one that is no part of signing in, if there is any. */
export function operationFor(suite: Suite, plan: Plan): OperationCase {
  const steps = [plan.login, plan.challenge, plan.logout].map((step) => step?.operationId);
  const fed = suite.cases.operations.filter(({ operationId }) => {
    const session = Object.fromEntries(Object.keys(plan.keep).map((name) => [name, "any"]));
    return authorizationFor(suite.spec, specOperation(suite, operationId), plan.authorize, { session }) !== undefined;
  });
  const found = fed.find(({ operationId }) => !steps.includes(operationId)) ?? fed[0];
  if (found === undefined) throw new Error(`Credentials of the kind ${plan.name} let into no operation`);
  return found;
}

export interface LoginAnswer {
  readonly answer: AnswerCase;
  readonly example: ExampleCase;
}

/** The status that refuses a step: 401 where it is declared or stands for `default`, else the first 4xx. */
export function refusalOf(suite: Suite, { operationId }: Step): number {
  const { answers } = operationCase(suite, operationId);
  if (answers.some(({ status }) => status === "401" || status === "4XX" || status === "default")) return 401;
  const declared = answers.find(({ code }) => code >= 400 && code < 500);
  if (declared === undefined) throw new Error(`${operationId} declares no status that refuses`);
  return declared.code;
}

/** Milliseconds that a session has left by the answers of `steer`, where they name a point of time. */
export const untilOver: number = 3_600_000;

/** Changes the headers of an answer in place, and gives another body. */
export type Change = (body: string, headers: Headers) => string;

/** Has the login answered with one example. The answer's clock is set so that the session it opens is not over. */
export function steer(
  login: Login,
  { answer, example }: LoginAnswer,
  prefer: Readonly<Record<string, string>> = {},
  change?: Change,
): SteeredFetch {
  const { suite, plan, step } = login;
  const until = evaluate(plan.until, { answer: { headers: new Headers(), body: example.value } });
  return steeredFetch(suite, {
    prefer: { [step.operationId]: `code=${answer.code}, example=${example.name}`, ...prefer },
    async answer(operationId, response) {
      const isDated = typeof until === "string";
      if (operationId !== step.operationId || !(isDated || change)) return response;
      const headers = new Headers(response.headers);
      if (isDated) headers.set("date", new Date(Date.parse(until) - untilOver).toUTCString());
      const text = await response.text();
      return new Response(change?.(text, headers) ?? text, { status: response.status, headers });
    },
  });
}

/** What has to be kept of the login's answer. */
export function sessionOf(plan: Plan, { example }: LoginAnswer, { headers }: SteeredFetch): JsonObject {
  const login = headers[plan.login?.operationId ?? ""] ?? new Headers();
  const scope: Scope = { answer: { headers: login, body: example.value } };
  const kept = Object.entries(plan.keep).map(([name, places]) => {
    const texts = places.map((place) => evaluate(place, scope));
    return [name, texts.find((text) => typeof text === "string" && text !== "")] as const;
  });
  return Object.fromEntries(kept);
}

export function loginRequest(login: Login, fields: JsonObject): Expected {
  const { plan, step } = login;
  const defaults = Object.fromEntries(Object.entries(plan.fields).map(([name, field]) => [name, field.default]));
  return stepRequest(login, step, { field: { ...defaults, ...fields } }, step.authorize ?? {});
}

export function stepRequest(
  { suite, plan }: Login,
  step: Step,
  scope: Scope,
  authorize: JsonObject = step.authorize ?? plan.authorize,
): Expected {
  const body = step.body === undefined ? {} : { body: evaluate(step.body, scope) };
  const args = { ...(evaluate(step.parameters, scope) as Arguments), ...body };
  const authorization = authorizationBy(suite.spec, Object.keys(authorize), authorize, scope);
  return { operationId: step.operationId, args, authorization };
}

export function callRequest({ suite, plan, operation }: Opening, session: JsonObject): Expected {
  const { operationId } = operation;
  const described = specOperation(suite, operationId);
  const authorization = authorizationFor(suite.spec, described, plan.authorize, { session }) ?? NO_CREDENTIALS;
  return { operationId, args: operation.arguments.all, authorization };
}

export function logoutRequests(login: Login, session: JsonObject): Expected[] {
  const { logout } = login.plan;
  return logout === undefined ? [] : [stepRequest(login, logout, { session })];
}

export async function callsAndCloses({ suite, operation }: Opening, client: AnyClient): Promise<void> {
  const result = await callOperation(client, operation, operation.arguments.all).result();
  expect(result.ok, "the call is let in").toBe(true);
  const before = await suite.mock.requests();
  await client.close();
  await client.close();
  const after = await suite.mock.requests();
  expect(after.length - before.length, "a session is ended once").toBeLessThanOrEqual(1);
  await expect(callOperation(client, operation, operation.arguments.all)).rejects.toThrow(/closed/);
}
