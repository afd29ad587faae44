import { expect, test } from "vitest";
import { evaluate, type Scope } from "../openapi/expression.ts";
import type { Plan } from "../openapi/plans.ts";
import { isNeeded, sampleFields } from "./credentials.ts";
import { expectRequests } from "./expect-request.ts";
import {
  callRequest,
  callsAndCloses,
  loginRequest,
  logoutRequests,
  refusalOf,
  sessionOf,
  steer,
  stepRequest,
  type Login,
  type LoginAnswer,
} from "./sign-in-steps.ts";
import { callOperation } from "./suite.ts";

/** Whether the login's answer wants a second step. */
export function asksForSecondFactor({ challenge }: Plan, { example }: LoginAnswer): boolean {
  if (challenge === undefined) return false;
  const scope: Scope = { answer: { headers: new Headers(), body: example.value } };
  return Object.entries(challenge.when).every(([expression, value]) => evaluate(expression, scope) === value);
}

/** The second step of a login: taken, not answerable, refused. */
export function describeSecondFactor(login: Login, answer: LoginAnswer): void {
  const { suite, plan } = login;
  const { challenge } = plan;
  if (challenge === undefined) return;
  const { ask } = challenge;

  test(`answer the second factor with "${ask}" where it is asked for ("${answer.example.name}")`, async () => {
    const fields = sampleFields(suite, plan, (each, name) => isNeeded(each, name) || name === ask);
    suite.mock.clear();
    const steered = steer(login, answer);
    await callsAndCloses(login, suite.client({ credentials: fields, fetch: steered.fetch }));
    const session = sessionOf(plan, answer, steered);
    await expectRequests(suite, [
      loginRequest(login, fields),
      stepRequest(login, challenge, { field: fields, session }),
      callRequest(login, session),
      ...logoutRequests(login, session),
    ]);
    expect(steered.violations).toEqual([]);
  });

  test(`say that "${ask}" is missing, and end the session that is half open`, async () => {
    const fields = sampleFields(suite, plan, isNeeded);
    suite.mock.clear();
    const steered = steer(login, answer);
    const client = suite.client({ credentials: fields, fetch: steered.fetch });
    await expect(callOperation(client, login.operation, login.operation.arguments.all)).rejects.toMatchObject({
      name: "SignInError",
      message: expect.stringContaining(ask) as string,
    });
    const session = sessionOf(plan, answer, steered);
    await expectRequests(suite, [loginRequest(login, fields), ...logoutRequests(login, session)]);
    expect(steered.violations).toEqual([]);
  });

  test("end the session that is half open when the second factor is refused", async () => {
    const fields = sampleFields(suite, plan, (each, name) => isNeeded(each, name) || name === ask);
    suite.mock.clear();
    const refusal = { [challenge.operationId]: `code=${refusalOf(suite, challenge)}` };
    const steered = steer(login, answer, refusal);
    const client = suite.client({ credentials: fields, fetch: steered.fetch });
    const call = callOperation(client, login.operation, login.operation.arguments.all);
    await expect(call).rejects.toMatchObject({ name: "SignInError", refused: true });
    const session = sessionOf(plan, answer, steered);
    await expectRequests(suite, [
      loginRequest(login, fields),
      stepRequest(login, challenge, { field: fields, session }),
      ...logoutRequests(login, session),
    ]);
    expect(steered.violations).toEqual([]);
  });
}
