import { expect, test } from "vitest";
import type { Fetch, Logger } from "@vendor-sdks/runtime";
import { isNeeded, sampleFields } from "./credentials.ts";
import { expectRequests } from "./expect-request.ts";
import { loginRequest, refusalOf, steer, type Login, type LoginAnswer } from "./sign-in-steps.ts";
import { steeredFetch } from "./steered-fetch.ts";
import { callOperation } from "./suite.ts";

/** What the spec says of a kind's fields: which works a single time, which has one value alone, which may be shown. */
export function describeFields(login: Login, answer: LoginAnswer): void {
  const { suite, plan, step, operation } = login;
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

  test("show in log lines those fields alone that are no secrets", async () => {
    const values = Object.entries(all).filter(([, value]) => typeof value === "string");
    const lines: string[] = [];
    const say = (...line: unknown[]): void => void lines.push(JSON.stringify(line));
    const logger: Logger = { debug: say, info: say, warn: say, error: say };
    const steered = steer(login, answer);
    const fetch: Fetch = async (url, init) => {
      const { body, status, headers } = await steered.fetch(url, init);
      // Under names that say nothing of secrets.
      const sent = values.map(([, value], index) => [`x-sent-${index}`, String(value)] as const);
      return new Response(body, { status, headers: [...headers, ...sent] as [string, string][] });
    };
    const client = suite.client({ credentials: all, fetch, logger, logLevel: "debug" });
    await callOperation(client, operation, operation.arguments.all).result();
    await client.close();
    const said = lines.join("\n");
    for (const [name, value] of values)
      expect(said.includes(String(value)), `"${name}" is shown`).toBe(plan.fields[name]?.isSecret !== true);
  });
}
