import type { RecordedRequest } from "@vendor-sdks/mock-server";
import { describe, expect, test } from "vitest";
import type { AnswerCase, OperationCase } from "../cases.ts";
import { NO_CONTENT } from "../coverage.ts";
import { entranceTo } from "./credentials.ts";
import { expectRequests } from "./expect-request.ts";
import { callOperation, specOperation, type AnyResult, type Suite } from "./suite.ts";

/** One test for every answer that an operation declares: status, media type, named example. */
export function describeAnswers(suite: Suite, operation: OperationCase): void {
  describe("reads every answer that the spec declares", () => {
    for (const answer of operation.answers) {
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
  const accept = choosesByAccept(operation, answer) ? (answer.mediaType ?? undefined) : undefined;
  const headers = {
    prefer: `code=${answer.code}${example === undefined ? "" : `, example=${example.name}`}`,
    ...(accept === undefined ? {} : { accept }),
  };
  suite.mock().clear();
  const call = callOperation(suite.client(entrance.options()), operation, operation.arguments.all, { headers });
  const result = await call.result();

  const { authorization } = entrance;
  expectRequests(suite, requestsOf(suite), [{ operationId, args: operation.arguments.all, authorization, accept }]);
  expect(suite.mock().violations(result.response)).toEqual([]);
  expect(mediaTypeOf(result.response)).toBe(answer.mediaType);
  if (answer.code < 300) await expectSuccess(call, result, answer, example);
  else await expectError(suite, operation, call, result, answer, example);
  expect(requestsOf(suite), "reading the answer in several ways sends nothing more").toHaveLength(1);

  suite.coverage.passed(cell, example?.name ?? NO_CONTENT);
}

function requestsOf(suite: Suite): readonly RecordedRequest[] {
  return suite.mock().requests;
}

/** Where a status comes in several media types, the Accept header picks. */
function choosesByAccept({ answers }: OperationCase, { status }: AnswerCase): boolean {
  return answers.filter((each) => each.status === status).length > 1;
}

function mediaTypeOf(response: Response): string | null {
  return response.headers.get("content-type")?.split(";")[0]?.trim() ?? null;
}

async function expectSuccess(
  call: Promise<unknown>,
  result: AnyResult,
  { code }: AnswerCase,
  example: Example,
): Promise<void> {
  expect(result).toMatchObject({ ok: true, status: code });
  if (result.ok) expect(result.data).toStrictEqual(example?.value);
  await expect(call).resolves.toStrictEqual(example?.value);
}

async function expectError(
  suite: Suite,
  { operationId }: OperationCase,
  call: Promise<unknown>,
  result: AnyResult,
  { code }: AnswerCase,
  example: Example,
): Promise<void> {
  expect(result).toMatchObject({ ok: false, declared: true, status: code });
  if (!result.ok) expect(result.error).toStrictEqual(example?.value);
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: "ApiError", operation: operationId, status: code, declared: true });
  expect((error as { readonly body?: unknown }).body).toStrictEqual(example?.value);
  const { isApiError } = suite;
  const is = (operation?: string, status?: number): boolean => isApiError(error, operation, status);
  expect([is(), is(operationId), is(operationId, code)]).toEqual([true, true, true]);
  expect([is(operationId, code + 1), is(`${operationId}Not`)]).toEqual([false, false]);
}
