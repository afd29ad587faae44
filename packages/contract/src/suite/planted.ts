import { violations } from "@vendor-sdks/mock-server";
import { describe, expect, test } from "vitest";
import type { OperationCase } from "../cases.ts";
import { bytesOf } from "../openapi/body.ts";
import { encodeRequest, type Arguments } from "../openapi/encode.ts";
import { faultsOf, type Fault } from "../openapi/faults.ts";
import { listOf, objectOf, type JsonObject } from "../openapi/json.ts";
import type { SpecOperation } from "../openapi/spec.ts";
import type { Violator } from "../openapi/violation.ts";
import { entranceTo } from "./credentials.ts";
import { basePathOf } from "./expect-request.ts";
import { callOperation, specOperation, violationsOf, type Suite } from "./suite.ts";

/**
 * That the mock has nothing to say proves something only where it would have: each of these requests breaks the spec in
 * one point and has to be refused for just that.
 */
export function describePlanted(suite: Suite, violator: Violator, operation: OperationCase): void {
  const described = specOperation(suite, operation.operationId);
  const faults = faultsOf(suite.spec, violator, described, operation.arguments.all);
  const negotiates = described.answers.some(
    ({ status, contents }) => status.startsWith("2") && !["204", "205"].includes(status) && contents.length > 0,
  );
  if (described.open && faults.length === 0 && !negotiates) return;
  describe(`${operation.operationId} is refused by the mock`, () => {
    if (!described.open) test("without credentials", async () => refusesStrangers(suite, operation));
    for (const fault of faults) test(fault.what, async () => refuses(suite, described, fault));
    if (described.open && faults.length === 0) {
      // Nothing can be wrong with such a request but what it wants to hear.
      test("where it accepts no media type that there is", async () => {
        const response = await sendPlain(suite, described, operation.arguments.all, {
          accept: "application/x-planted",
        });
        await response.body?.cancel();
        expect(response.status).toBe(406);
      });
    }
  });
}

async function refusesStrangers(suite: Suite, operation: OperationCase): Promise<void> {
  suite.mock.clear();
  const response = await callOperation(suite.client(), operation, operation.arguments.all).asResponse();
  expect(await suite.mock.requests()).toHaveLength(1);
  expect(response.status).toBe(401);
  const challenge = { severity: "Error", code: "401" };
  const [said] = violations(response);
  expect(said ?? { severity: "Error", code: String((await problemIn(response))["status"]) }).toMatchObject(challenge);
}

async function refuses(suite: Suite, operation: SpecOperation, { args, part, contentType }: Fault): Promise<void> {
  const response = await sendPlain(suite, operation, args, { contentType });
  const found = violationsOf(response);
  // A fault may be told once for each alternative of a schema, and that a body is missing of the request as a whole.
  const places =
    found.length > 0
      ? found.map(({ severity, location: [side, where = "body"] }) => `${severity} ${side} ${where}`)
      : await placesInProblem(response);
  expect([...new Set(places)]).toEqual([`Error request ${part}`]);
  expect(response.status).toBeGreaterThanOrEqual(400);
}

/** Where an operation declares no answer that refuses, Prism answers with a problem of its own that lists what it found. */
async function placesInProblem(response: Response): Promise<string[]> {
  const { validation } = await problemIn(response);
  return listOf(validation).map((each) => {
    const { severity, location } = objectOf(each);
    return `${String(severity)} request ${String(listOf(location)[0] ?? "body")}`;
  });
}

async function problemIn(response: Response): Promise<JsonObject> {
  expect(response.headers.get("content-type")).toMatch("application/problem+json");
  return objectOf(await response.json());
}

/** Past the client, which would not send it. */
async function sendPlain(
  suite: Suite,
  operation: SpecOperation,
  args: Arguments,
  {
    accept = "application/json",
    contentType,
  }: { readonly accept?: string; readonly contentType?: string | undefined } = {},
): Promise<Response> {
  const { method, path, query, mediaType, body, ...encoded } = encodeRequest(operation, args);
  const sent = body === undefined || mediaType === undefined ? undefined : bytesOf(body, mediaType);
  const type = sent && (contentType ?? sent.contentType);
  const { authorization } = entranceTo(suite, operation);
  const search = [query, ...authorization.query].filter(Boolean).join("&");
  const cookie = [encoded.cookie, ...authorization.cookie].filter(Boolean).join("; ");
  const base = suite.mock.origin + basePathOf(suite, operation.id);
  return await fetch(`${base}${path}${search === "" ? "" : `?${search}`}`, {
    method,
    headers: {
      ...encoded.headers,
      ...authorization.headers,
      accept,
      ...(cookie === "" ? {} : { cookie }),
      ...(type === undefined ? {} : { "content-type": type }),
    },
    ...(sent === undefined ? {} : { body: sent.bytes }),
  });
}
