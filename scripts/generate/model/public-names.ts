import type { JsonObject } from "../load/json.ts";
import { operationsOf, type SpecOperation } from "../load/walk.ts";
import { credentialPlans } from "./credentials/derive.ts";
import { type GroupName, groupKey, nameGroups, tagOf } from "./group-names.ts";
import { nameOperations, type OperationName } from "./operation-names.ts";

/** What operations and their groups are called in the public API. */
export interface PublicNames {
  /** In the order of the document. */
  readonly operations: readonly NamedOperation[];
  readonly groups: readonly GroupName[];
}

export interface NamedOperation {
  readonly found: SpecOperation;
  readonly name: OperationName;
  readonly group: GroupName;
}

export function publicNames(
  document: JsonObject,
  operations: readonly SpecOperation[] = operationsOf(document),
): PublicNames {
  const signIns = Object.keys(credentialPlans(document)).map((kind) => `${kind}SignIn`);
  const names = nameOperations(operations, new Set(signIns));
  const groups = nameGroups(document, operations);
  const named = operations.flatMap((found, index): NamedOperation[] => {
    const [name, group] = [names[index], groups.get(groupKey(tagOf(found)))];
    return name === undefined || group === undefined ? [] : [{ found, name, group }];
  });
  return { operations: named, groups: [...groups.values()] };
}
