import type { Fetch, Logger } from "@vendor-sdks/runtime";
import { describe, expect, test } from "vitest";
import { authorizationFor } from "../openapi/authorization.ts";
import type { Plan } from "../openapi/plans.ts";
import { isNeeded, sampleFields } from "./credentials.ts";
import { expectRequests } from "./expect-request.ts";
import { fetchFrom } from "./fetch-from.ts";
import { loginRequest, refusalOf, steer, type Login, type LoginAnswer, type Opening } from "./sign-in-steps.ts";
import { steeredFetch } from "./steered-fetch.ts";
import { callOperation, specOperation, type Suite } from "./suite.ts";

/** What the spec says of a kind's fields: which works a single time, which has one value alone, which may be shown. */
export function describeFields(login: Login, answer: LoginAnswer): void {
  const { suite, plan, step } = login;
  const all = sampleFields(suite, plan, () => true);
  const names = Object.keys(all);
  const once = names.filter((name) => plan.fields[name]?.isOnce === true && isNeeded(plan, name));
  const constant = names.filter((name) => plan.fields[name]?.const !== undefined);

  for (const name of constant) {
    test(`are not those with another "${name}"`, () => {
      const other = typeof all[name] === "boolean" ? !all[name] : `no ${String(all[name])}`;
      expect(() => suite.client({ credentials: { ...all, [name]: other } })).toThrow("fit no kind");
    });
  }

  if (once.length > 0) {
    test(`send ${once.map((name) => `"${name}"`).join(" and ")} a single time`, async () => {
      const fields = sampleFields(suite, plan, isNeeded);
      suite.mock.clear();
      const { fetch } = steeredFetch(suite, { prefer: { [step.operationId]: `code=${refusalOf(suite, step)}` } });
      const client = suite.client({ credentials: fields, fetch });
      await expect(client.signIn()).rejects.toMatchObject({ name: "SignInError", refused: true });
      await expect(client.signIn()).rejects.toThrow(once[0]);
      await expectRequests(suite, [loginRequest(login, fields)]);
    });
  }

  test(SECRECY, async () => showsNoSecrets(login, steer(login, answer).fetch));
}

/** The same of credentials that are used as they are given. */
export function describeGiven(suite: Suite, plan: Plan): void {
  const field = sampleFields(suite, plan, () => true);
  const operation = suite.cases.operations.find(({ operationId }) => {
    const described = specOperation(suite, operationId);
    return authorizationFor(suite.spec, described, plan.authorize, { field }) !== undefined;
  });
  if (operation === undefined) return;
  describe(`credentials of the kind ${plan.name}`, () => {
    test(SECRECY, async () => showsNoSecrets({ suite, plan, operation }, fetchFrom(suite)));
  });
}

const SECRECY = "show in log lines and errors those fields alone that are no secrets";

/** Has every answer repeat the fields, under names that say nothing of secrets, and then a page in an answer's place. */
async function showsNoSecrets({ suite, plan, operation }: Opening, send: Fetch): Promise<void> {
  const all = sampleFields(suite, plan, () => true);
  const values = Object.entries(all).filter(([, value]) => typeof value === "string");
  const lines: string[] = [];
  const say = (...line: unknown[]): void => void lines.push(JSON.stringify(line));
  const logger: Logger = { debug: say, info: say, warn: say, error: say };
  let page: string | undefined;
  const fetch: Fetch = async (url, init) => {
    if (page !== undefined) return new Response(page, { headers: { "content-type": "text/html" } });
    const { body, status, headers } = await send(url, init);
    const sent = values.map(([, value], index) => [`x-sent-${index}`, String(value)] as const);
    return new Response(body, { status, headers: [...headers, ...sent] as [string, string][] });
  };
  const client = suite.client({ credentials: all, fetch, logger, logLevel: "debug" });
  const call = async (): Promise<unknown> => callOperation(client, operation, operation.arguments.all).result();
  await call();
  for (const [, value] of values) {
    page = `<p>${String(value)}</p>`;
    lines.push(await call().then(() => "", String));
  }
  page = undefined;
  await client.close();
  const said = lines.join("\n");
  for (const [name, value] of values)
    expect(said.includes(String(value)), `"${name}" is shown`).toBe(plan.fields[name]?.isSecret !== true);
}
