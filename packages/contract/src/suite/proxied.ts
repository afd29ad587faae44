import { reasonsAgainstPrism } from "@vendor-sdks/mock-server";
import { expect } from "vitest";
import type { AnswerCase } from "../cases.ts";
import { judgeAnswer } from "../live/judge-answer.ts";
import { judgingBy } from "../live/judging.ts";
import { isDrift } from "../live/kinds.ts";
import { prescribe, UPSTREAM_HEADER } from "../mocks/upstream.ts";
import type { SpecOperation } from "../openapi/spec.ts";
import { expectReached, isWrongExample, type Passage, type PassageFor } from "./passage.ts";
import { declaredHeaders, prescribedAnswer } from "./prescribed-answer.ts";
import type { Suite } from "./suite.ts";

export interface Proxied {
  /** Its mock is the proxy. */
  readonly proxy: Suite;
  /** Its mock is the server behind the proxy. */
  readonly upstream: Suite;
  /** Where that server is told what to answer. */
  readonly control: string;
}

/** Through Prism as a proxy wherever it passes on what it gets; past it, and judged by a check of our own, where it does not. */
export function throughProxy({ proxy, upstream, control }: Proxied): PassageFor {
  const reasons = reasonsAgainstPrism(proxy.spec.document);
  const judging = judgingBy(proxy.checker);
  return (operation, answer): Passage => {
    const why = reasons.get(`${operation.method} ${operation.path}`) ?? reasonAgainstProxy(operation, answer);
    const suite = why === undefined ? proxy : upstream;
    return {
      route: "proxy",
      suite,
      async ask(wanted) {
        await prescribe(control, suite.mock.exchange(), prescribedAnswer(suite.maker, wanted));
        return {};
      },
      judge(wanted, { status, headers }) {
        const answered = headers.get(UPSTREAM_HEADER);
        expect(answered, "the exchange that the server behind the proxy has answered").toBe(suite.mock.exchange());
        if (why === undefined) {
          expectReached(suite, headers);
          return { by: "Prism" };
        }
        if (!isWrongExample(suite, wanted)) {
          const body = new TextDecoder().decode(prescribedAnswer(suite.maker, wanted).body);
          const complaints = judgeAnswer(judging, operation, { method: operation.method, status, headers, body });
          expect(complaints.filter(({ kind }) => isDrift(kind))).toEqual([]);
        }
        return { by: "own check", why: `of Prism's proxy is known: ${why}` };
      },
    };
  };
}

/** What Prism's proxy does to an answer, beside what Prism cannot be trusted with at all. */
function reasonAgainstProxy(operation: SpecOperation, { code }: AnswerCase): string | undefined {
  if (code === 501) return "it puts a mock in the place of a 501";
  const leadsOn = code >= 300 && code < 400 && Object.hasOwn(declaredHeaders(operation, code), "location");
  return leadsOn ? "it follows redirections" : undefined;
}
