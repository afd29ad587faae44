import type { Fetch } from "@vendor-sdks/runtime";
import { describe, expect, test } from "vitest";
import { evaluate } from "../openapi/expression.ts";
import { objectOf, textOf, type JsonObject } from "../openapi/json.ts";
import type { Plan, TokenRequest } from "../openapi/plans.ts";
import { isNeeded, sampleFields } from "./credentials.ts";
import { expectRequests } from "./expect-request.ts";
import { fetchFrom } from "./fetch-from.ts";
import { callRequest, callsAndCloses, operationFor, type Opening } from "./sign-in-steps.ts";
import { callOperation, type Suite } from "./suite.ts";

/** One kind of credentials that gets its session from a token endpoint, which is none of the spec's operations. */
export function describeTokenRequest(suite: Suite, plan: Plan): void {
  const { tokenRequest } = plan;
  if (tokenRequest === undefined) return;
  const opening: Opening = { suite, plan, operation: operationFor(suite, plan) };

  describe(`credentials of the kind ${plan.name}`, () => {
    test("get a token for what is required, and use it", async () => {
      await getsAndUses(opening, tokenRequest, sampleFields(suite, plan, isNeeded));
    });
    test("get a token for all that can be given, and use it", async () => {
      await getsAndUses(
        opening,
        tokenRequest,
        sampleFields(suite, plan, () => true),
      );
    });
    test("are not sent to the token endpoint again once it refuses them, unless it is asked for", async () => {
      await remembersRefusal(opening, tokenRequest);
    });
    test("say that the token endpoint has failed, and ask it again with the next call", async () => {
      await triesAgain(opening, tokenRequest);
    });
  });
}

async function getsAndUses(opening: Opening, { url, body }: TokenRequest, fields: JsonObject): Promise<void> {
  const { suite, plan } = opening;
  suite.mock.clear();
  const endpoint = tokenEndpoint(suite, url, () => Response.json(answerFor(plan)));
  await callsAndCloses(opening, suite.client({ credentials: fields, fetch: endpoint.fetch }));
  const defaults = Object.fromEntries(Object.entries(plan.fields).map(([name, field]) => [name, field.default]));
  const form = objectOf(evaluate(body, { field: { ...defaults, ...fields } }));
  expect(endpoint.requests).toEqual([formRequest(form)]);
  const session = Object.fromEntries(Object.keys(plan.keep).map((name) => [name, keptAs(name)]));
  await expectRequests(suite, [callRequest(opening, session)]);
}

async function remembersRefusal({ suite, plan, operation }: Opening, { url }: TokenRequest): Promise<void> {
  suite.mock.clear();
  const endpoint = tokenEndpoint(suite, url, () => Response.json({ error: "invalid_client" }, { status: 401 }));
  const client = suite.client({ credentials: sampleFields(suite, plan, isNeeded), fetch: endpoint.fetch });
  for (let tries = 0; tries < 2; tries += 1) {
    const call = callOperation(client, operation, operation.arguments.all);
    await expect(call).rejects.toMatchObject({ name: "SignInError", refused: true });
  }
  expect(endpoint.requests).toHaveLength(1);
  await expect(client.signIn()).rejects.toMatchObject({ name: "SignInError", refused: true });
  expect(endpoint.requests).toHaveLength(2);
  await client.close();
  expect(await suite.mock.requests()).toEqual([]);
}

async function triesAgain(opening: Opening, { url }: TokenRequest): Promise<void> {
  const { suite, plan, operation } = opening;
  const answers = [new Response("down", { status: 500 }), Response.json({}), Response.json(answerFor(plan))];
  const endpoint = tokenEndpoint(suite, url, () => answers.shift() ?? Response.error());
  const client = suite.client({ credentials: sampleFields(suite, plan, isNeeded), fetch: endpoint.fetch });
  // An answer without what has to be kept of it is of no use either.
  for (let tries = 0; tries < 2; tries += 1) {
    const call = callOperation(client, operation, operation.arguments.all);
    await expect(call).rejects.toMatchObject({ name: "SignInError", refused: false });
  }
  await callsAndCloses(opening, client);
  expect(endpoint.requests).toHaveLength(3);
}

interface FormRequest {
  readonly method: string | undefined;
  readonly headers: unknown;
  readonly fields: JsonObject;
}

interface TokenEndpoint {
  readonly fetch: Fetch;
  readonly requests: readonly FormRequest[];
}

/** A way to the mock on which one address is answered here. */
function tokenEndpoint(suite: Suite, url: string, answer: () => Response): TokenEndpoint {
  const requests: FormRequest[] = [];
  const onward = fetchFrom(suite);
  return {
    requests,
    async fetch(target, init) {
      if (new URL(target).href !== new URL(url).href) return await onward(target, init);
      const request = new Request(target, init);
      const { authorization, "content-type": type, cookie } = Object.fromEntries(request.headers);
      const fields = Object.fromEntries(new URLSearchParams(await request.text()));
      requests.push({ method: request.method, headers: { authorization, type, cookie }, fields });
      return answer();
    },
  };
}

/** A form and no credentials beside it. */
function formRequest(fields: JsonObject): FormRequest {
  return { method: "POST", headers: { type: "application/x-www-form-urlencoded" }, fields };
}

function keptAs(name: string): string {
  return `kept-${name}`;
}

/** An answer that has what the plan keeps of it, for as long as a test takes. */
function answerFor({ keep, fixed }: Plan): JsonObject {
  let answer: JsonObject = { token_type: "Bearer" };
  const put = (expression: unknown, value: unknown): void => {
    const pointer = textOf(expression)?.split("$response.body#")[1];
    if (pointer !== undefined) answer = withPut(answer, pointer.split("/").slice(1), value);
  };
  for (const [name, [place]] of Object.entries(keep)) put(place, keptAs(name));
  put(fixed, 3600);
  return answer;
}

function withPut(object: JsonObject, [name, ...rest]: readonly string[], value: unknown): JsonObject {
  if (name === undefined) return object;
  const key = name.replaceAll("~1", "/").replaceAll("~0", "~");
  return { ...object, [key]: rest.length === 0 ? value : withPut(objectOf(object[key]), rest, value) };
}
