import { concreteMediaType, essenceOf, formOf } from "@vendor-sdks/mock-server";
import { describe, expect, test } from "vitest";
import type { AnswerCase, ExampleCase, OperationCase } from "../cases.ts";
import { beyondFetch, NO_CONTENT } from "../coverage.ts";
import type { SpecOperation } from "../openapi/spec.ts";
import { entranceTo } from "./credentials.ts";
import { expectData, isStreamed } from "./expect-data.ts";
import { expectRequests } from "./expect-request.ts";
import { callOperation, specOperation, violationsOf, type AnyResult, type Suite } from "./suite.ts";

/** One test for every answer that an operation declares: status, media type, named example. */
export function describeAnswers(suite: Suite, operation: OperationCase): void {
  const reachable = operation.answers.filter(({ status }) => beyondFetch(status) === undefined);
  if (reachable.every(({ mediaType, examples }) => mediaType !== null && examples.length === 0)) return;
  describe(`${operation.operationId} reads every answer that the spec declares`, () => {
    for (const answer of reachable) {
      const { status, mediaType, examples } = answer;
      const as = status === String(answer.code) ? status : `${status} as ${answer.code}`;
      if (mediaType === null) {
        test(`${as} without content`, async () => readsAnswer(suite, operation, answer, undefined));
      }
      for (const example of examples) {
        const title = `${as} ${mediaType}, example "${example.name}"`;
        test(title, async () => readsAnswer(suite, operation, answer, example));
      }
    }
  });
}

type Example = AnswerCase["examples"][number] | undefined;

async function readsAnswer(
  suite: Suite,
  operation: OperationCase,
  answer: AnswerCase,
  example: Example,
): Promise<void> {
  const { operationId } = operation;
  const cell = { operationId, status: answer.status, mediaType: answer.mediaType ?? NO_CONTENT };
  suite.coverage.tried(cell, example?.name ?? NO_CONTENT);

  const described = specOperation(suite, operationId);
  const entrance = entranceTo(suite, described);
  const mediaType = answer.mediaType === null ? null : concreteMediaType(answer.mediaType);
  const accept = choosesByAccept(operation, answer) ? (mediaType ?? undefined) : undefined;
  const headers = {
    prefer: `code=${answer.code}${example === undefined ? "" : `, example=${encodeURIComponent(example.name)}`}`,
    ...(accept === undefined ? {} : { accept }),
  };
  suite.mock.clear();
  const call = callOperation(suite.client(entrance.options()), operation, operation.arguments.all, { headers });
  const result = await call.result();

  const { authorization } = entrance;
  await expectRequests(suite, [{ operationId, args: operation.arguments.all, authorization, accept }]);
  const violations = violationsOf(result.response);
  // An example that contradicts its own schema is answered all the same, and the mock is right to say so.
  const isWrong =
    example !== undefined && answer.mediaType !== null && isWrongExample(suite, described, answer, example);
  if (isWrong) expect(violations.map(({ location: [side] }) => side)).not.toContain("request");
  else expect(violations).toEqual([]);
  // No body travels with these, whatever is declared.
  const isBodiless = mediaType === null || [204, 205, 304].includes(answer.code) || described.method === "HEAD";
  if (described.method !== "HEAD") {
    // One that a spec declares nevertheless may be told, or not.
    const told = mediaType === null ? [null] : [essenceOf(mediaType), ...(isBodiless ? [null] : [])];
    expect(told).toContain(mediaTypeOf(result.response));
  }
  const read = { code: answer.code, mediaType: isBodiless ? null : mediaType, value: example?.value };
  if (answer.code < 300) await expectSuccess(call, result, read);
  else await expectError(suite, operation, call, result, read);
  expect(await suite.mock.requests(), "reading the answer in several ways sends nothing more").toHaveLength(1);

  suite.coverage.passed(cell, example?.name ?? NO_CONTENT);
}

function isWrongExample(
  suite: Suite,
  { answers }: SpecOperation,
  { status, mediaType }: AnswerCase,
  { value }: ExampleCase,
): boolean {
  const contents = answers.find((each) => each.status === status)?.contents ?? [];
  const content = contents.find((each) => each.mediaType === mediaType);
  return formOf(concreteMediaType(mediaType ?? "")) === "json" && suite.isWrong(content?.schema, value);
}

/** Where a status comes in several media types, the Accept header picks. */
function choosesByAccept({ answers }: OperationCase, { status }: AnswerCase): boolean {
  return answers.filter((each) => each.status === status).length > 1;
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
