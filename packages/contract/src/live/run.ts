import type { SpecOperation } from "../openapi/spec.ts";
import { operationNode } from "./answer-node.ts";
import type { Found } from "./findings.ts";
import { judgeAnswer } from "./judge-answer.ts";
import type { Complaint, Judging } from "./judging.ts";
import type { Called, Purpose } from "./report.ts";
import type { Watch, Watched } from "./watch.ts";

/** One visit to an appliance, as far as it has gone. */
export interface Run {
  readonly judging: Judging;
  readonly found: readonly Found[];
  readonly calls: readonly Called[];
  readonly skipped: readonly { readonly operation: string; readonly reason: string }[];
  /** What the client threw. */
  readonly failures: readonly unknown[];
  /** Calls, and judges everything that goes over the wire meanwhile; the operation's own last exchange. */
  observe(operation: SpecOperation, purpose: Purpose, action: () => PromiseLike<unknown>): Promise<Watched | undefined>;
  /** The same for what is no call: signing in and out. */
  succeeds(action: () => Promise<unknown>): Promise<boolean>;
  complain(exchange: Watched, operation: SpecOperation, complaints: readonly Complaint[]): void;
  skip(operation: SpecOperation, reason: string): void;
}

export function createRun(seen: Watch, judging: Judging): Run {
  const found: Found[] = [];
  const calls: Called[] = [];
  const skipped: { readonly operation: string; readonly reason: string }[] = [];
  const complain: Run["complain"] = (exchange, operation, complaints) => {
    found.push(...complaints.map((complaint) => ({ operation: operation.id, exchange, complaint })));
  };
  const failures: unknown[] = [];
  const watched = async (action: () => PromiseLike<unknown>): Promise<{ exchanges: Watched[]; error: unknown }> => {
    const before = seen.exchanges.length;
    let error: unknown;
    try {
      await action();
    } catch (thrown) {
      error = thrown;
      failures.push(thrown);
    }
    const exchanges = seen.exchanges.slice(before);
    for (const exchange of exchanges) {
      if (exchange.operation === undefined) continue;
      const complaints = judgeAnswer(judging, exchange.operation, exchange);
      complain(
        exchange,
        exchange.operation,
        complaints.length > 0 ? complaints : byPrism(exchange.operation, exchange),
      );
    }
    return { exchanges, error };
  };
  return {
    judging,
    found,
    calls,
    skipped,
    failures,
    complain,
    async observe(operation, purpose, action) {
      const { exchanges, error } = await watched(action);
      const own = [...exchanges].reverse().find((exchange) => exchange.operation === operation);
      const note = error === undefined ? undefined : String(error);
      calls.push({ operation: operation.id, purpose, status: own?.status, note });
      return own;
    },
    succeeds: async (action) => (await watched(action)).error === undefined,
    skip: (operation, reason) => void skipped.push({ operation: operation.id, reason }),
  };
}

/** What our own check has let pass. */
function byPrism(operation: SpecOperation, { prism }: Watched): Complaint[] {
  const { pointer } = operationNode(operation);
  return (prism ?? [])
    .filter(({ severity, location }) => severity === "Error" && location[0] === "response")
    .map(({ location, message }) => ({ kind: "prism-alone", pointer, at: location, message }));
}
