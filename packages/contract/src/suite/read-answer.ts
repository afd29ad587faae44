import { essenceOf } from "@vendor-sdks/mock-server";
import { expect } from "vitest";
import type { OperationCase } from "../cases.ts";
import type { Judgement } from "../coverage/tried.ts";
import { isBodiless } from "../openapi/body.ts";
import type { Entrance } from "./credentials.ts";
import { expectData, isStreamed } from "./expect-data.ts";
import { expectRequests } from "./expect-request.ts";
import { isWrongExample, type Passage, type Wanted } from "./passage.ts";
import { callOperation, violationsOf, type AnyResult, type Suite } from "./suite.ts";

export interface Reading {
  readonly passage: Passage;
  readonly operation: OperationCase;
  readonly wanted: Wanted;
  readonly entrance: Entrance;
}

/** Calls the operation, has the call answered as it is wanted, and holds both directions against the spec. Gives who has judged them. */
export async function readsAnswer({ passage, operation, wanted, entrance }: Reading): Promise<Judgement> {
  const { operationId } = operation;
  const { suite } = passage;
  const { operation: described, answer, example, mediaType } = wanted;
  const accept = choosesByAccept(operation, wanted) ? (mediaType ?? undefined) : undefined;
  suite.mock.clear();
  const headers = { ...(await passage.ask(wanted)), ...(accept === undefined ? {} : { accept }) };
  const call = callOperation(suite.client(entrance.options()), operation, operation.arguments.all, { headers });
  const result = await call.result();

  const { authorization } = entrance;
  await expectRequests(suite, [{ operationId, args: operation.arguments.all, authorization, accept }]);
  const violations = violationsOf(result.response);
  if (isWrongExample(suite, wanted)) {
    expect(violations.map(({ location: [side] }) => side)).not.toContain("request");
  } else expect(violations).toEqual([]);
  const isEmpty = mediaType === null || isBodiless(answer.code) || described.method === "HEAD";
  if (described.method !== "HEAD") {
    // One that a spec declares nevertheless may be told, or not.
    const told = mediaType === null ? [null] : [essenceOf(mediaType), ...(isEmpty ? [null] : [])];
    expect(told).toContain(mediaTypeOf(result.response));
  }
  const read = { code: answer.code, mediaType: isEmpty ? null : mediaType, value: example?.value };
  if (answer.code < 300) await expectSuccess(call, result, read);
  else await expectError(suite, operation, call, result, read);
  expect(await suite.mock.requests(), "reading the answer in several ways sends nothing more").toHaveLength(1);
  return passage.judge(wanted, result.response);
}

/** Where a status comes in several media types, the Accept header picks. */
function choosesByAccept({ answers }: OperationCase, { answer }: Wanted): boolean {
  return answers.filter(({ status }) => status === answer.status).length > 1;
}

function mediaTypeOf(response: Response): string | null {
  return response.headers.get("content-type")?.split(";")[0]?.trim() ?? null;
}

/** An answer as the client gets it. */
interface Read {
  readonly code: number;
  /** Null where there is no body. */
  readonly mediaType: string | null;
  readonly value: unknown;
}

async function expectSuccess(
  call: Promise<unknown>,
  result: AnyResult,
  { code, mediaType, value }: Read,
): Promise<void> {
  expect(result).toMatchObject({ ok: true, status: code });
  if (result.ok) await expectData(result.data, mediaType, value);
  if (isStreamed(mediaType)) await call;
  else await expectData(await call, mediaType, value);
}

async function expectError(
  suite: Suite,
  { operationId }: OperationCase,
  call: Promise<unknown>,
  result: AnyResult,
  { code, mediaType, value }: Read,
): Promise<void> {
  expect(result).toMatchObject({ ok: false, declared: true, status: code });
  if (!result.ok) await expectData(result.error, mediaType, value);
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: "ApiError", operation: operationId, status: code, declared: true });
  if (!isStreamed(mediaType)) await expectData((error as { readonly body?: unknown }).body, mediaType, value);
  const { isApiError } = suite;
  const is = (operation?: string, status?: number): boolean => isApiError(error, operation, status);
  expect([is(), is(operationId), is(operationId, code)]).toEqual([true, true, true]);
  expect([is(operationId, code + 1), is(`${operationId}Not`)]).toEqual([false, false]);
}
