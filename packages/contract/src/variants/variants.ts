import { concreteMediaType, formOf } from "@vendor-sdks/mock-server";
import type { Validator } from "@vendor-sdks/runtime";
import { describe, expect, test } from "vitest";
import type { AnswerCase, OperationCase } from "../cases.ts";
import { beyondFetch } from "../coverage/cell.ts";
import { isBodiless as hasNoBody } from "../openapi/body.ts";
import type { Content } from "../openapi/spec.ts";
import { specOperation, type Suite } from "../suite/suite.ts";
import type { Bodies } from "./bodies.ts";
import { holdsFor } from "../properties/assert.ts";
import type { Fuzzing } from "../properties/seed.ts";
import type { Arbitraries } from "../properties/values/arbitraries.ts";
import { otherBodies } from "./other-bodies.ts";
import { problemsOfPrecision, problemsOfReading } from "./read-back.ts";
import { writeJson } from "./write-json.ts";

/** What the answers of one package are tried with. */
export interface Varying {
  readonly suite: Suite;
  readonly bodies: (schema: unknown, example: unknown) => Bodies;
  readonly arbitraries: Arbitraries;
  readonly fuzzing: Fuzzing;
  /** One that throws whatever a success breaks. */
  readonly validator: Validator;
}

/** An answer that an operation declares, with a media type of its own. */
export interface VariedAnswer {
  readonly operation: OperationCase;
  readonly answer: AnswerCase;
  readonly content: Content;
  readonly mediaType: string;
}

/** One test for each status and media type: whatever its body holds arrives as it was sent. */
export function describeVariants(varying: Varying, operation: OperationCase): void {
  const answers = variedAnswers(varying.suite, operation);
  if (answers.length === 0) return;
  describe(`${operation.operationId} keeps every bit of`, () => {
    for (const each of answers) {
      const title = `${each.answer.status} ${each.content.mediaType}`;
      if (formOf(each.mediaType) === "json") {
        test(title, async () => expect(await problemsOfJson(varying, each)).toEqual([]));
        test(`${title}, made up at random`, async () => keepsAny(varying, each));
        test(`${title}, and tells wrong types where it validates`, async () => tellsTypes(varying, each));
      } else test(title, async () => keepsOther(varying, each));
    }
  });
}

function variedAnswers(suite: Suite, operation: OperationCase): VariedAnswer[] {
  const { answers, method } = specOperation(suite, operation.operationId);
  return operation.answers.flatMap((answer) => {
    const contents = answers.find(({ status }) => status === answer.status)?.contents ?? [];
    const content = contents.find(({ mediaType }) => mediaType === answer.mediaType);
    // What has no example has no value at all: see the report.
    const isNothing = answer.examples.length === 0;
    const isBodiless = method === "HEAD" || hasNoBody(answer.code);
    if (content === undefined || isNothing || isBodiless || beyondFetch(answer.status) !== undefined) return [];
    return [{ operation, answer, content, mediaType: concreteMediaType(content.mediaType) }];
  });
}

/** What a client makes wrong of the bodies that an answer may have. */
export async function problemsOfJson(varying: Varying, varied: VariedAnswer): Promise<string[]> {
  const { kept, long } = varying.bodies(varied.content.schema, varied.answer.examples[0]?.value);
  const problems: string[] = [];
  const found = (what: string, those: readonly string[]): void =>
    void problems.push(...those.map((problem) => `${what}: ${problem}`));
  for (const { what, value, plain, odd } of kept) {
    found(what, await problemsOfReading(varying, varied, { body: plain, wanted: value }));
    const { validator } = varying;
    const validated = await problemsOfReading(varying, varied, { body: odd, wanted: value, validator });
    found(`${what}, with validation`, validated);
  }
  for (const { what, value, plain, pointer, isBigint } of long) {
    const told = isBigint
      ? await problemsOfReading(varying, varied, { body: plain, wanted: value })
      : await problemsOfPrecision(varying, varied, { body: plain, pointer });
    found(what, told);
  }
  return problems;
}

/** Bodies made up at random arrive as they were sent. */
export async function keepsAny(varying: Varying, varied: VariedAnswer): Promise<void> {
  const { arbitraries, validator } = varying;
  await holdsFor(
    varying.fuzzing,
    arbitraries.of(varied.content.schema ?? {}),
    (value) => ({ body: writeJson(value, "plain") }),
    async (value) => {
      const body = writeJson(value, "plain");
      const problems = await problemsOfReading(varying, varied, { body, wanted: value, validator });
      if (problems.length > 0) throw new Error(problems.join("\n"));
    },
  );
}

async function tellsTypes({ suite, bodies, validator }: Varying, varied: VariedAnswer): Promise<void> {
  const { operation, answer, content, mediaType } = varied;
  const place = specOperation(suite, operation.operationId);
  const untold: string[] = [];
  // The engine is loaded by what looks at the request.
  await validator.request?.(operation.operationId, operation.arguments.all, place);
  for (const { pointer, value } of bodies(content.schema, answer.examples[0]?.value).broken) {
    const told: string[] = [];
    const tell = (error: unknown): void => void told.push(...pointersOf(error));
    try {
      const warn = (_: string, error: unknown): void => tell(error);
      await validator.response?.(operation.operationId, answer.code, mediaType, value, warn, place);
    } catch (error) {
      tell(error);
    }
    // Of alternatives that all fail, the place that they stand in is told.
    const isTold = told.some((each) => pointer === each || pointer.startsWith(`${each}/`));
    if (!isTold) untold.push(`${pointer || "the body"}: told is ${told.join() || "nothing"}`);
  }
  expect(untold).toEqual([]);
}

function pointersOf(error: unknown): string[] {
  const { problems } = error as { readonly problems?: readonly { readonly pointer: string }[] };
  if (problems === undefined) throw error;
  return problems.map(({ pointer }) => pointer);
}

async function keepsOther(varying: Varying, varied: VariedAnswer): Promise<void> {
  const problems: string[] = [];
  for (const { what, ...sent } of otherBodies(varied.mediaType)) {
    const found = await problemsOfReading(varying, varied, sent);
    problems.push(...found.map((problem) => `${what}: ${problem}`));
  }
  expect(problems).toEqual([]);
}
