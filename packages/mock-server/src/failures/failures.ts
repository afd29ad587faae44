import type { MockOperation } from "../operations.ts";
import { namedOperation } from "../named-operation.ts";
import { checkFailure, type Failure } from "./failure.ts";

/** The failures that operations still have before them. */
export interface Failures {
  /** After those that are there already; one without an end gives way. */
  add(operation: string, failure: Failure): void;
  /** Forgets those of an operation, or all. */
  clear(operation?: string): void;
  /** What the next request for an operation meets. */
  take(operation: MockOperation): Failure | undefined;
}

export function createFailures(operations: readonly MockOperation[]): Failures {
  const waiting = new Map<MockOperation, { readonly failure: Failure; left: number }[]>();
  return {
    add(name, failure) {
      const operation = namedOperation(operations, name);
      checkFailure(failure);
      const ending = (waiting.get(operation) ?? []).filter(({ left }) => left !== Infinity);
      waiting.set(operation, [...ending, { failure, left: failure.times ?? Infinity }]);
    },
    clear(name) {
      if (name === undefined) waiting.clear();
      else waiting.delete(namedOperation(operations, name));
    },
    take(operation) {
      const list = waiting.get(operation);
      const first = list?.[0];
      if (list === undefined || first === undefined) return undefined;
      first.left -= 1;
      if (first.left === 0) list.shift();
      return first.failure;
    },
  };
}
