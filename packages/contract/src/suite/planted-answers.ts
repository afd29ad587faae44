import { formOf, reasonsAgainstPrism } from "@vendor-sdks/mock-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OperationCase } from "../cases.ts";
import { beyondFetch } from "../coverage/cell.ts";
import { answerNode } from "../live/answer-node.ts";
import type { Exchange } from "../live/exchange.ts";
import { judgeAnswer } from "../live/judge-answer.ts";
import { judgingBy } from "../live/judging.ts";
import { isDrift, type Kind } from "../live/kinds.ts";
import { startPrismJudge, type PrismJudge } from "../live/prism.ts";
import { plantsOf, type Planted, type Plants } from "../openapi/plant.ts";
import type { SpecOperation } from "../openapi/spec.ts";
import { pointerTo } from "../openapi/spots.ts";
import type { Planting } from "../openapi/standing.ts";
import { note, type Canaries } from "./canaries.ts";
import { fullest } from "../values/fullest.ts";
import { isAbout } from "./finding.ts";
import { plainRequest } from "./plain-request.ts";
import { specOperation, type Suite } from "./suite.ts";

/** What judges answers: Prism's proxy, and the check of our own that runs against appliances. */
export interface Judges {
  readonly suite: Suite;
  readonly planting: Planting;
  readonly prism: () => PrismJudge;
  /** What Prism is not trusted with. */
  readonly reasons: ReadonlyMap<string, string>;
  /** What was planted by schema: answers to errors share theirs. */
  readonly known: Map<unknown, Pick<Answered, "sound" | "planted" | "unplanted">>;
  /** What each judge was shown already. They read a schema alike wherever it is referred to, so of that one breach is shown again. */
  readonly shown: { readonly prism: Set<string>; readonly ours: Set<string> };
}

/** Judges that are up while the tests of a file run. */
export function useJudges(suite: Suite, planting: Planting): Judges {
  let judge: PrismJudge | undefined;
  beforeAll(async () => void (judge = await startPrismJudge(suite.spec.document)), START_LIMIT);
  afterAll(async () => await judge?.[Symbol.asyncDispose]());
  return {
    suite,
    planting: { ...planting, direction: "response" },
    reasons: reasonsAgainstPrism(suite.spec.document),
    known: new Map(),
    shown: { prism: new Set(), ours: new Set() },
    prism() {
      if (judge === undefined) throw new Error("Prism is not up yet");
      return judge;
    },
  };
}

/** Prism reads a spec of hundreds of operations for seconds. */
const START_LIMIT = 60_000;

/** An answer that breaks the spec in one point has to be told; else that answers have nothing against them says nothing. */
export function describePlantedAnswers(judges: Judges, operation: OperationCase, canaries: Canaries): void {
  const { suite } = judges;
  const described = specOperation(suite, operation.operationId);
  // What has no example has no value at all: see the report.
  const answers = operation.answers.filter(
    ({ mediaType, code, examples }) =>
      mediaType !== null &&
      formOf(mediaType) === "json" &&
      examples.length > 0 &&
      beyondFetch(String(code)) === undefined &&
      ![204, 205, 304].includes(code),
  );
  const planted = answers.map(({ status, code, mediaType, examples: [example] }): Answered => {
    const content = described.answers
      .find((each) => each.status === status)
      ?.contents.find((each) => each.mediaType === mediaType);
    const at = `${operation.operationId} ${status}`;
    return { code, mediaType: mediaType ?? "", ...plantedIn(judges, at, content?.schema ?? {}, example?.value) };
  });
  for (const each of planted) note(canaries, `${operation.operationId} ${each.code}`, each);
  if (described.method === "HEAD" || planted.length === 0) return;
  describe(`the answers of ${operation.operationId}`, () => {
    test("have a canary for every constraint", () => {
      const missing = planted.flatMap(({ unplanted }) => unplanted.filter(({ isVoid }) => !isVoid));
      expect(missing.map(({ pointer, constraint, reason }) => `${pointer} ${constraint}: ${reason}`)).toEqual([]);
    });
    // Prism's proxy puts a mock in the place of a 501.
    const isPrisms = !judges.reasons.has(`${described.method} ${described.path}`);
    for (const answered of isPrisms ? planted.filter(({ code }) => code !== 501) : []) {
      test(`are told by Prism's proxy where a ${answered.code} ${answered.mediaType} breaks one`, async () => {
        expect(await untoldByPrism(judges, operation, described, answered)).toEqual([]);
      });
    }
    test("are told by the check of running appliances where they break one", () => {
      expect(planted.flatMap((answered) => untoldByUs(judges, described, answered))).toEqual([]);
    });
  });
}

function plantedIn(
  { planting, known }: Judges,
  at: string,
  schema: unknown,
  example: unknown,
): Pick<Answered, "sound" | keyof Plants> {
  const found = known.get(schema);
  if (found !== undefined) return found;
  const sound = fullest(planting.maker, schema, example);
  const made = { sound, ...plantsOf(planting, { pointer: `/${at}`, schema }, sound) };
  known.set(schema, made);
  return made;
}

/** Breaches that a judge was not shown yet, and one in any case: each answer has to be judged. */
function fresh({ planted }: Answered, shown: Set<string>): Planted[] {
  const news = planted.filter((each, index) => index === 0 || !shown.has(nameOf(each)));
  for (const each of news) shown.add(nameOf(each));
  return news;
}

interface Answered extends Plants {
  readonly code: number;
  readonly mediaType: string;
  readonly sound: unknown;
}

async function untoldByPrism(
  { suite, prism, shown }: Judges,
  operation: OperationCase,
  described: SpecOperation,
  answered: Answered,
): Promise<string[]> {
  const untold: string[] = [];
  const { method, path, query, headers, body } = plainRequest(suite, described, operation.arguments.all);
  // Only the answer is looked at; a body that is no text need not come along.
  const request = { method, path, query, requestHeaders: headers, requestBody: typeof body === "string" ? body : "" };
  for (const planted of fresh(answered, shown.prism)) {
    const told = await prism().judge({ ...request, ...answerWith(answered, planted.value) });
    const found = (told ?? []).filter(({ location: [side] }) => side === "response");
    const isTold = found.some(({ code = "", location: [, , ...at] }) => isAbout(planted, code, at));
    if (!isTold) untold.push(`${nameOf(planted)} at ${pointerTo(planted.at)}: told is ${JSON.stringify(told)}`);
  }
  return untold;
}

function nameOf({ pointer, constraint }: Planted): string {
  return `${pointer} ${constraint}`;
}

function answerWith({ code, mediaType }: Answered, value: unknown): Pick<Exchange, "status" | "headers" | "body"> {
  return { status: code, headers: new Headers({ "content-type": mediaType }), body: JSON.stringify(value) };
}

function untoldByUs({ planting, shown }: Judges, described: SpecOperation, answered: Answered): string[] {
  const judging = judgingBy(planting.checker);
  const kinds = (changed: Partial<Exchange>): readonly Kind[] => {
    const exchange = { ...SILENT, ...answerWith(answered, answered.sound), ...changed };
    return judgeAnswer(judging, described, exchange)
      .map(({ kind }) => kind)
      .filter(isDrift);
  };
  const { code, mediaType } = answered;
  const undeclared = [299, 418, 599].find((status) => answerNode(described, status) === undefined);
  const others: (readonly [what: string, Partial<Exchange>, Kind])[] = [
    [
      "another media type",
      { headers: new Headers({ "content-type": "application/x-planted" }) },
      "undeclared-media-type",
    ],
    ["no body", { body: "" }, "empty-body"],
    ["a body that is no JSON", { body: '{"planted": ' }, "malformed-body"],
    ...(undeclared === undefined ? [] : [["another status", { status: undeclared }, "undeclared-status"] as const]),
  ];
  const soundly = kinds({}).filter((kind) => kind !== "missing-header");
  return [
    ...soundly.map((kind) => `${code} ${mediaType}: a sound body is said to be ${kind}`),
    ...others
      .filter(([, changed, kind]) => !kinds(changed).includes(kind))
      .map(([what]) => `${code} ${mediaType}: ${what} is not told`),
    ...fresh(answered, shown.ours)
      .filter(({ value }) => kinds({ body: JSON.stringify(value) }).every((kind) => kind === "missing-header"))
      .map((planted) => `${code} ${mediaType}: ${nameOf(planted)} is not told`),
  ];
}

const SILENT = {
  method: "",
  path: "",
  query: "",
  requestHeaders: new Headers(),
  requestBody: "",
};
