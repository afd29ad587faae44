import { violations, type Violation } from "@vendor-sdks/mock-server";
import { describe, expect, test } from "vitest";
import type { OperationCase } from "../cases.ts";
import type { Arguments } from "../openapi/encode.ts";
import { faultsOf, type Fault } from "../openapi/faults.ts";
import { listOf, objectOf, type JsonObject } from "../openapi/json.ts";
import type { SpecOperation } from "../openapi/spec.ts";
import type { Planting } from "../openapi/standing.ts";
import { note, type Canaries } from "./canaries.ts";
import { basePathOf } from "./expect-request.ts";
import { isAbout } from "./finding.ts";
import { plainRequest, type PlainOptions } from "./plain-request.ts";
import { callOperation, specOperation, violationsOf, type Suite } from "./suite.ts";

/**
 * That the mock has nothing to say proves something only where it would have: each of these requests breaks the spec in
 * one point and has to be refused for just that.
 */
export function describePlanted(suite: Suite, planting: Planting, operation: OperationCase, canaries: Canaries): void {
  const described = specOperation(suite, operation.operationId);
  const { faults, unplanted } = faultsOf(planting, suite.spec, described, operation.arguments.all);
  note(canaries, operation.operationId, { planted: faults, unplanted });
  const negotiates = described.answers.some(
    ({ status, contents }) => status.startsWith("2") && !["204", "205"].includes(status) && contents.length > 0,
  );
  test(`${operation.operationId} has a canary for every constraint of its request`, () => {
    const missing = unplanted.filter(({ isVoid }) => !isVoid);
    expect(missing.map(({ pointer, constraint, reason }) => `${pointer} ${constraint}: ${reason}`)).toEqual([]);
  });
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

async function refuses(suite: Suite, operation: SpecOperation, fault: Fault): Promise<void> {
  const { args, part, planted, contentType, text } = fault;
  const response = await sendPlain(suite, operation, args, { contentType, text });
  const told = violationsOf(response);
  const found = told.length > 0 ? told.map(toFinding) : await findingsInProblem(response);
  // A fault may be told once for each alternative of a schema, and that a body is missing of the request as a whole.
  expect([...new Set(found.map((each) => `${each.severity} ${each.part}`))]).toEqual([`Error ${part}`]);
  expect(response.status).toBeGreaterThanOrEqual(400);
  if (planted === undefined) return;
  const at = part === "body" ? planted.at : [];
  const isTold = found.some(({ code, path }) => isAbout({ ...planted, at }, code, part === "body" ? path : []));
  expect(isTold ? [] : found).toEqual([]);
}

/** One thing that the mock has against a request. */
interface Finding {
  readonly severity: string;
  readonly part: string;
  /** The place in the part. */
  readonly path: readonly string[];
  readonly code: string;
}

function toFinding({ severity, code = "", location: [, part = "body", ...path] }: Violation): Finding {
  return { severity, part, path, code };
}

/** Where an operation declares no answer that refuses, Prism answers with a problem of its own that lists what it found. */
async function findingsInProblem(response: Response): Promise<Finding[]> {
  const { validation, status, title } = await problemIn(response);
  // That the media type is unknown it tells by the status alone, where nothing else is wrong.
  if (status === 415) return [{ severity: "Error", part: "body", path: [], code: String(title) }];
  return listOf(validation).map((each) => {
    const { severity, location, code } = objectOf(each);
    const [part = "body", ...path] = listOf(location).map(String);
    return { severity: String(severity), part, path, code: String(code) };
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
  options?: PlainOptions,
): Promise<Response> {
  const { path, query, method, headers, body } = plainRequest(suite, operation, args, options);
  const base = suite.mock.origin + basePathOf(suite, operation.id);
  return await fetch(base + path + query, { method, headers, ...(body === undefined ? {} : { body }) });
}
