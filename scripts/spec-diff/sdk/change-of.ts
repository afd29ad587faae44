import { joinPointer } from "../../generate/load/pointer.ts";
import type { Operation } from "../../generate/model/model.ts";
import type { Change, ChangeKind } from "../change.ts";
import type { OperationPair } from "../operations.ts";

export type Said = readonly [kind: ChangeKind, rule: string, reason: string, remedy: string];

export function changeOf({ before, after }: OperationPair, field: string, [kind, rule, reason, remedy]: Said): Change {
  const at = (operation: Operation): string =>
    field === "" ? operation.pointer : joinPointer(operation.pointer, field);
  return { kind, operation: before.id, rule, reason, remedy, before: at(before), after: at(after) };
}
