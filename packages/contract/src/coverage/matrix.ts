import { operationNode } from "../live/answer-node.ts";
import { child, descend } from "../live/spec-node.ts";
import { dereference, listOf, objectOf, textOf, valueAt, type JsonObject } from "../openapi/json.ts";
import type { Plan } from "../openapi/plans.ts";
import type { Answer, Spec, SpecOperation } from "../openapi/spec.ts";
import { beyondFetch, NO_CONTENT, ROUTES, type Cell } from "./cell.ts";
import { kindsFor } from "./kinds.ts";

/** A cell with all that it takes to be covered. */
export interface MatrixCell extends Cell {
  /** The names of the examples that have to be answered. */
  readonly examples: readonly string[];
  /** Where the spec declares the answer. */
  readonly pointer: string;
}

export interface Matrix {
  readonly cells: readonly MatrixCell[];
  /** Answers that no call can have, each with the reason. */
  readonly beyondReach: readonly string[];
}

interface Declared {
  readonly status: string;
  readonly mediaType: string;
  readonly examples: readonly string[];
  readonly pointer: string;
}

/** Every cell that a spec makes, whatever has been tested of it. */
export function matrixOf(spec: Spec, plans: readonly Plan[]): Matrix {
  const operations = [...spec.operations.values()];
  return {
    cells: operations.flatMap((operation) => {
      const kinds = kindsFor(spec, plans, operation);
      return operation.answers
        .flatMap((answer) => declaredBy(operation, answer))
        .flatMap((declared) =>
          kinds.flatMap((credentials) =>
            ROUTES.map((route) => ({ operation: operation.id, ...declared, credentials, route })),
          ),
        );
    }),
    beyondReach: operations.flatMap(({ document, id, answers }) =>
      answers.flatMap(({ status, contents }) => {
        const why = beyondFetch(status);
        if (why !== undefined) return [`${id} ${status}: ${why}`];
        return contents
          .filter(({ schema }) => allowsNothing(document, schema))
          .map(({ mediaType }) => `${id} ${status} ${mediaType}: its schema allows no value at all`);
      }),
    ),
  };
}

function declaredBy(operation: SpecOperation, { status, contents }: Answer): Declared[] {
  if (beyondFetch(status) !== undefined) return [];
  const answer = descend(operationNode(operation), "responses", status);
  if (contents.length === 0) {
    return [{ status, mediaType: NO_CONTENT, examples: [NO_CONTENT], pointer: answer.pointer }];
  }
  const content = descend(answer, "content");
  return contents
    .filter(({ schema }) => !allowsNothing(operation.document, schema))
    .map(({ mediaType, examples }) => ({
      status,
      mediaType,
      examples: [...examples.keys()],
      pointer: child(content, mediaType).pointer,
    }));
}

/** Whether a schema says outright that there is no such value, be it by what it requires. */
function allowsNothing(document: JsonObject, schema: unknown, hops = 0): boolean {
  const target = textOf(objectOf(schema)["$ref"]);
  if (schema === false || (target !== undefined && isNever(document, target, hops))) return true;
  const { not, allOf, required, properties } = dereference(document, schema);
  if (not === true || (not !== undefined && JSON.stringify(not) === "{}")) return true;
  const needed = listOf(required).map((name) => objectOf(properties)[String(name)]);
  return hops < 8 && [...listOf(allOf), ...needed].some((part) => allowsNothing(document, part, hops + 1));
}

/** A reference may lead to `false`, through others. */
function isNever(document: JsonObject, target: string, hops: number): boolean {
  const found = valueAt(document, decodeURIComponent(target.slice(1)));
  return (
    found === false ||
    (hops < 8 && textOf(objectOf(found)["$ref"]) !== undefined && allowsNothing(document, found, hops + 1))
  );
}
