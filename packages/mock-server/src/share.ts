import { answer } from "./answers/answer.ts";
import { reasonAgainstPrism } from "./answers/reason.ts";
import type { OwnAnswer } from "./handle.ts";
import { asObject, resolveLocal, type JsonObject } from "./json.ts";
import { operationsOf, type MockOperation } from "./operations.ts";
import { createSchemaChecker } from "./schema/checker.ts";
import { createState } from "./state/state.ts";
import type { Sent } from "./requests/parameters.ts";
import type { MockReport } from "./types.ts";
import { completeExamples } from "./values/examples.ts";
import { createValueMaker } from "./values/maker.ts";

/** Who answers what. */
export interface Shares {
  readonly document: JsonObject;
  readonly operations: readonly MockOperation[];
  readonly ownAnswer: (operation: MockOperation, sent: Sent) => OwnAnswer | undefined;
  /** The document that Prism gets. */
  readonly prisms: JsonObject;
}

/** A proxy has answers of its own for nothing. */
export function allForPrism(document: JsonObject): Shares {
  return { document, operations: operationsOf(document), ownAnswer: () => undefined, prisms: document };
}

export interface Sharing {
  readonly onReport: (report: MockReport) => void;
  readonly stateful: boolean;
  /** The number of the first thing that is made. */
  readonly seed: number;
}

/** Prism answers what it does well; the mock answers the rest by itself, and neither makes up a body that breaks its schema. */
export function share(document: JsonObject, { onReport, stateful, seed }: Sharing): Shares {
  const checker = createSchemaChecker(document);
  for (const { where, message } of completeExamples(document, checker, createValueMaker(document, checker))) {
    onReport({ kind: "example", message: `${where}: ${message}` });
  }
  const operations = operationsOf(document);
  const reasons = new Map(operations.map((operation) => [operation, reasonAgainstPrism(document, operation)]));
  const state = stateful ? createState(document, operations, checker, seed) : undefined;
  return {
    document,
    operations,
    ownAnswer: (operation, sent) => {
      const isOver = sent.headers["prefer"] === undefined && state?.isOver(operation, sent) === true;
      const isStateful = state?.knows(operation) === true;
      const keeps = isStateful || isOver;
      const reason = reasons.get(operation) ?? (keeps ? "it keeps nothing of what requests make" : undefined);
      if (reason === undefined) return undefined;
      return (exchange) =>
        answer({
          ...exchange,
          ...(isStateful ? { choose: () => state.choose({ ...exchange, ...sent, document }) } : {}),
          document,
          checker,
          reason,
          sent,
          isOver,
        });
    },
    prisms: withoutOperations(
      document,
      operations.filter((operation) => reasons.get(operation) !== undefined),
    ),
  };
}

/** A copy without these operations: Prism starts sooner, and cannot stumble over what it shall not answer. */
function withoutOperations(document: JsonObject, gone: readonly MockOperation[]): JsonObject {
  const paths = Object.entries(asObject(document["paths"])).flatMap(([template, entry]) => {
    const own = gone.filter((operation) => operation.template === template).map(({ value }) => value);
    if (own.length === 0) return [[template, entry] as const];
    const item = {
      ...resolveLocal(document, entry),
      ...asObject(entry),
      $ref: undefined,
      additionalOperations: undefined,
    };
    const kept = Object.entries(item).filter(([, value]) => value !== undefined && !own.includes(value as JsonObject));
    return [[template, Object.fromEntries(kept)] as const];
  });
  return structuredClone({ ...document, paths: Object.fromEntries(paths) });
}
