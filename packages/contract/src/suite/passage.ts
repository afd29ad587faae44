import { formOf } from "@vendor-sdks/mock-server";
import { expect } from "vitest";
import type { AnswerCase, ExampleCase } from "../cases.ts";
import type { Route } from "../coverage/cell.ts";
import type { Judgement } from "../coverage/tried.ts";
import type { SpecOperation } from "../openapi/spec.ts";
import type { Suite } from "./suite.ts";

/** The answer that a call shall get. */
export interface Wanted {
  readonly operation: SpecOperation;
  readonly answer: AnswerCase;
  /** Undefined where no content is declared. */
  readonly example: ExampleCase | undefined;
  /** The media type as it goes over the wire; null where there is none. */
  readonly mediaType: string | null;
}

/** How a call comes to its answer, and how it is known who has judged the exchange. */
export interface Passage {
  readonly route: Route;
  /** Its mock is the server that is called. */
  readonly suite: Suite;
  /** Has the next call get the answer; gives the headers that the call needs for it. */
  readonly ask: (wanted: Wanted) => Promise<Readonly<Record<string, string>>>;
  /** Proves who has judged the exchange, or fails. */
  readonly judge: (wanted: Wanted, response: Response) => Judgement;
}

export type PassageFor = (operation: SpecOperation, answer: AnswerCase) => Passage;

/** By the mock, which Prism answers for; or the mock itself, where Prism cannot. */
export function throughMock(suite: Suite): PassageFor {
  return () => ({
    route: "mock",
    suite,
    ask: ({ answer, example }) => {
      const chosen = example === undefined ? "" : `, example=${encodeURIComponent(example.name)}`;
      return Promise.resolve({ prefer: `code=${answer.code}${chosen}` });
    },
    judge(_, { headers }) {
      const why = headers.get("mock-server-answered");
      if (why !== null) return { by: "own check", why: `the mock answered ${why}` };
      expectReached(suite, headers);
      return { by: "Prism" };
    },
  });
}

/** Prism has seen this very exchange. */
export function expectReached({ mock }: Suite, headers: Headers): void {
  expect(headers.get("mock-server-prism"), "the exchange that Prism has judged").toBe(mock.exchange());
}

/** An example that contradicts its own schema is answered all the same, and whoever judges it is right to say so. */
export function isWrongExample(suite: Suite, { operation, answer, example, mediaType }: Wanted): boolean {
  if (example === undefined || mediaType === null || formOf(mediaType) !== "json") return false;
  const contents = operation.answers.find(({ status }) => status === answer.status)?.contents ?? [];
  const content = contents.find((each) => each.mediaType === answer.mediaType);
  return suite.isWrong(content?.schema, example.value);
}
