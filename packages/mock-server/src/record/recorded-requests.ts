import { labelOf, namedOperation } from "../named-operation.ts";
import type { MockOperation } from "../operations.ts";
import type { RecordedRequest, RecordedRequests } from "../types.ts";

/** A list that can be asked for the requests of an operation. To whoever compares it, it is a list and nothing else. */
export function createRecordedRequests(operations: readonly MockOperation[]): RecordedRequests & RecordedRequest[] {
  const requests: RecordedRequest[] = [];
  const of = (name: string): readonly RecordedRequest[] => {
    const label = labelOf(namedOperation(operations, name));
    return requests.filter(({ operation }) => operation === label);
  };
  const clear = (): void => void requests.splice(0);
  return Object.defineProperties(requests, { of: { value: of }, clear: { value: clear } }) as RecordedRequests &
    RecordedRequest[];
}
