import { expect, test } from "vitest";
import { withValueAt } from "../openapi/json.ts";
import { isNeeded, sampleFields } from "./credentials.ts";
import { expectRequests } from "./expect-request.ts";
import { callRequest, loginRequest, sessionOf, steer, type Login, type LoginAnswer } from "./sign-in-steps.ts";
import { callOperation } from "./suite.ts";

const HEADER = "$response.header.";
const BODY = "$response.body#";

/** What a session consists of may stand in several places of the login's answer: each will do where the others are empty. */
export function describeKept(login: Login, answer: LoginAnswer): void {
  for (const [name, places] of Object.entries(login.plan.keep)) {
    for (const place of places) {
      const absent = places.flatMap(sourcesIn).filter((source) => !sourcesIn(place).includes(source));
      if (absent.length === 0) continue;
      test(`keep "${name}" without ${absent.join(" and ")} ("${answer.example.name}")`, async () => {
        await keepsWithout(login, answer, absent);
      });
    }
  }
}

function sourcesIn(place: unknown): string[] {
  return String(place).match(/\$response\.(?:header\.[^\s{}]+|body#[^\s{}]*)/g) ?? [];
}

async function keepsWithout(login: Login, answer: LoginAnswer, absent: readonly string[]): Promise<void> {
  const { suite, plan, step, operation } = login;
  const fields = sampleFields(suite, plan, isNeeded);
  const pointers = absent.filter((source) => source.startsWith(BODY)).map((source) => source.slice(BODY.length));
  const names = absent.filter((source) => source.startsWith(HEADER)).map((source) => source.slice(HEADER.length));
  const value = pointers.reduce((body, pointer) => withValueAt(body, pointer, undefined), answer.example.value);
  let left = new Headers();
  suite.mock.clear();
  const steered = steer(login, answer, {}, (_, headers) => {
    for (const name of names) headers.delete(name);
    left = headers;
    return JSON.stringify(value);
  });
  const client = suite.client({ credentials: fields, fetch: steered.fetch });
  const result = await callOperation(client, operation, operation.arguments.all).result();
  expect(result.ok, "the call is let in").toBe(true);
  const example = { ...answer.example, value };
  const session = sessionOf(plan, { ...answer, example }, { ...steered, headers: { [step.operationId]: left } });
  expect(Object.values(session), "what is kept").not.toContain(undefined);
  await expectRequests(suite, [loginRequest(login, fields), callRequest(login, session)]);
}
