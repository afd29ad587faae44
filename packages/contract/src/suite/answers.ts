import { concreteMediaType } from "@vendor-sdks/mock-server";
import { describe, test } from "vitest";
import type { AnswerCase, ExampleCase, OperationCase } from "../cases.ts";
import { beyondFetch, NO_CONTENT, type Cell } from "../coverage/cell.ts";
import type { Trial } from "../coverage/tried.ts";
import { entrancesTo } from "./credentials.ts";
import type { PassageFor } from "./passage.ts";
import { readsAnswer } from "./read-answer.ts";
import { specOperation, type Suite } from "./suite.ts";

/** One test for every answer that an operation declares, by every kind of credentials: status, media type, named example. */
export function describeAnswers(suite: Suite, passageFor: PassageFor, operation: OperationCase): void {
  const reachable = reachableAnswers(operation);
  if (reachable.length === 0) return;
  describe(`${operation.operationId} reads every answer that the spec declares`, () => {
    for (const { answer, example } of reachable) describeAnswer({ suite, passageFor, operation, answer, example });
  });
}

export function reachableAnswers(operation: OperationCase): Pick<Described, "answer" | "example">[] {
  return operation.answers
    .filter(({ status }) => beyondFetch(status) === undefined)
    .flatMap((answer) => examplesOf(answer).map((example) => ({ answer, example })));
}

/** Without content there is one answer, and no example of it. */
function examplesOf({ mediaType, examples }: AnswerCase): readonly (ExampleCase | undefined)[] {
  return mediaType === null ? [undefined] : examples;
}

interface Described {
  readonly suite: Suite;
  readonly passageFor: PassageFor;
  readonly operation: OperationCase;
  readonly answer: AnswerCase;
  readonly example: ExampleCase | undefined;
}

function describeAnswer({ suite, passageFor, operation, answer, example }: Described): void {
  const { operationId } = operation;
  const described = specOperation(suite, operationId);
  const passage = passageFor(described, answer);
  const { status, code } = answer;
  const mediaType = answer.mediaType === null ? null : concreteMediaType(answer.mediaType);
  const wanted = { operation: described, answer, example, mediaType };
  const as = status === String(code) ? status : `${status} as ${code}`;
  const what = example === undefined ? "without content" : `${answer.mediaType ?? ""}, example "${example.name}"`;
  for (const entrance of entrancesTo(passage.suite, described)) {
    const cell: Cell = {
      operation: operationId,
      status,
      mediaType: answer.mediaType ?? NO_CONTENT,
      credentials: entrance.kind,
      route: passage.route,
    };
    const trial: Trial = { cell, example: example?.name ?? NO_CONTENT };
    test(
      `${as} ${what}, credentials: ${entrance.kind}`,
      { meta: { trial }, skip: suite.isExcused(cell) },
      async ({ task }) => {
        const judgement = await readsAnswer({ passage, operation, wanted, entrance });
        task.meta.trial = { ...trial, judgement };
      },
    );
  }
}
