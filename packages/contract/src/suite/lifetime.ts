import { expect } from "vitest";
import { evaluate, type Scope } from "../openapi/expression.ts";
import type { JsonObject } from "../openapi/json.ts";
import { steer, untilOver, type Login, type LoginAnswer } from "./sign-in-steps.ts";

/** Has a session exported right after its login, and holds when it is over against what the spec says of that. */
export async function lastsAsTheSpecSays(login: Login, answer: LoginAnswer, fields: JsonObject): Promise<void> {
  const { suite, plan, step } = login;
  suite.mock.clear();
  const steered = steer(login, answer);
  const client = suite.client({ credentials: fields, fetch: steered.fetch });
  const before = Date.now();
  await client.signIn();
  const after = Date.now();
  const { expires, idle } = (await client.exportSession()) ?? {};
  await client.close();

  const headers = steered.headers[step.operationId] ?? new Headers();
  const scope: Scope = { answer: { headers, body: answer.example.value } };
  const seconds = (value: unknown): number => {
    const found = evaluate(value, scope);
    return typeof found === "number" && found > 0 ? found : Infinity;
  };
  expect(idle ?? Infinity, "milliseconds without use").toBe(seconds(plan.idle) * 1000);
  const left = typeof evaluate(plan.until, scope) === "string" ? untilOver : seconds(plan.fixed) * 1000;
  if (left === Infinity) expect(expires, "no end is known").toBeUndefined();
  else {
    // The Date header that a point of time is told by knows whole seconds alone.
    expect(expires, "its end").toBeGreaterThanOrEqual(before + left - 1000);
    expect(expires, "its end").toBeLessThanOrEqual(after + left + 1000);
  }
}
