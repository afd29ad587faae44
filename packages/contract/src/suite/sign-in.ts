import { describe, expect, test } from "vitest";
import type { JsonObject } from "../openapi/json.ts";
import { opensSession, type Plan } from "../openapi/plans.ts";
import { isNeeded, sampleFields } from "./credentials.ts";
import { expectRequests } from "./expect-request.ts";
import { describeFields, describeGiven } from "./fields.ts";
import { describeKept } from "./kept.ts";
import { lastsAsTheSpecSays } from "./lifetime.ts";
import { asksForSecondFactor, describeSecondFactor } from "./second-factor.ts";
import {
  callRequest,
  callsAndCloses,
  loginRequest,
  logoutRequests,
  operationFor,
  refusalOf,
  sessionOf,
  steer,
  type Login,
  type LoginAnswer,
} from "./sign-in-steps.ts";
import { steeredFetch } from "./steered-fetch.ts";
import { callOperation, operationCase, type Suite } from "./suite.ts";

/** One kind of credentials: where it opens a session, what is sent to open it, with it, and to end it. */
export function describeSignIn(suite: Suite, plan: Plan): void {
  const { login: step } = plan;
  if (!opensSession(plan)) describeGiven(suite, plan);
  if (step === undefined) return;
  const operation = operationFor(suite, plan);
  const login: Login = { suite, plan, step, operation };
  const answers = operationCase(suite, step.operationId)
    .answers.filter(({ code }) => code < 300)
    .flatMap((answer) => answer.examples.map((example) => ({ answer, example })));
  const complete = answers.filter((answer) => !asksForSecondFactor(plan, answer));

  describe(`credentials of the kind ${plan.name}`, () => {
    for (const answer of complete) {
      const what = `"${answer.example.name}" (${answer.answer.status})`;
      test(`open a session with what is required, use it and end it: ${what}`, async () => {
        await opensAndEnds(login, answer, sampleFields(suite, plan, isNeeded));
      });
      test(`open a session with all that can be given, use it and end it: ${what}`, async () => {
        const fields = sampleFields(suite, plan, () => true);
        await opensAndEnds(login, answer, fields);
      });
      test(`open a session that is over when the spec says so: ${what}`, async () => {
        await lastsAsTheSpecSays(login, answer, sampleFields(suite, plan, isNeeded));
      });
      describeKept(login, answer);
    }
    // An answer that asks for a second factor is the one after which every field has been sent.
    const fullest = answers.find((each) => asksForSecondFactor(plan, each)) ?? complete[0];
    if (fullest !== undefined) describeFields(login, fullest);
    test("are not tried again once they are refused, unless it is asked for", async () => remembersRefusal(login));
    for (const answer of answers.filter((each) => asksForSecondFactor(plan, each))) {
      describeSecondFactor(login, answer);
    }
  });
}

async function opensAndEnds(login: Login, answer: LoginAnswer, fields: JsonObject): Promise<void> {
  const { suite, plan } = login;
  suite.mock.clear();
  const steered = steer(login, answer);
  const client = suite.client({ credentials: fields, fetch: steered.fetch });
  await callsAndCloses(login, client);
  const session = sessionOf(plan, answer, steered);
  await expectRequests(suite, [
    loginRequest(login, fields),
    callRequest(login, session),
    ...logoutRequests(login, session),
  ]);
  expect(steered.violations).toEqual([]);
}

async function remembersRefusal(login: Login): Promise<void> {
  const { suite, plan, step, operation } = login;
  const fields = sampleFields(suite, plan, (each, name) => isNeeded(each, name) && each.fields[name]?.isOnce !== true);
  const given = { ...fields, ...functionsForOnce(suite, plan) };
  const expectedFields = sampleFields(suite, plan, isNeeded);
  suite.mock.clear();
  const prefer: Record<string, string> = { [step.operationId]: `code=${refusalOf(suite, step)}` };
  const steered = steeredFetch(suite, { prefer });
  const client = suite.client({ credentials: given, fetch: steered.fetch });
  for (let tries = 0; tries < 2; tries += 1) {
    const call = callOperation(client, operation, operation.arguments.all);
    await expect(call).rejects.toMatchObject({ name: "SignInError", refused: true });
  }
  await expectRequests(suite, [loginRequest(login, expectedFields)]);
  await expect(client.signIn()).rejects.toMatchObject({ name: "SignInError", refused: true });
  await client.close();
  const again = loginRequest(login, expectedFields);
  await expectRequests(suite, [again, again]);
  expect(steered.violations).toEqual([]);
}

/** A value that works once has to be a function, or the second sign-in could not ask for another. */
function functionsForOnce(suite: Suite, plan: Plan): JsonObject {
  const once = sampleFields(suite, plan, (each, name) => isNeeded(each, name) && each.fields[name]?.isOnce === true);
  return Object.fromEntries(Object.entries(once).map(([name, value]) => [name, () => value]));
}
