import { own, textAt } from "../generate/load/json.ts";
import { parsePointer } from "../generate/load/pointer.ts";
import type { JsonObject } from "../generate/load/json.ts";
import { type Change, KINDS } from "./change.ts";
import { pairOperations } from "./operations.ts";
import { callChanges } from "./sdk/calls.ts";
import { packageChanges } from "./sdk/package.ts";
import { typeChanges } from "./sdk/types.ts";
import type { Side } from "./side.ts";
import { wireChanges } from "./wire/wire.ts";

/** Everything that changes from one spec to the other, the gravest first. */
export async function compareSpecs(before: Side, after: Side): Promise<Change[]> {
  const operations = pairOperations(before, after);
  const wire = await wireChanges(before, after, operations);
  const calls = callChanges(before, after, operations);
  // What differs say of an operation says more than the compiler, which speaks of the same thing.
  const told = new Set([...wire, ...calls].filter(({ kind }) => kind === "breaking").map(({ operation }) => operation));
  const types = typeChanges(before, after, operations).filter(({ operation }) => !told.has(operation));
  const broken = new Set(types.map(({ operation }) => operation));
  // A type that is wider on the wire may be another one in a program.
  const wider = wire.filter(({ rule, operation }) => !(rule.endsWith("-type-generalized") && broken.has(operation)));
  const all = [...wider, ...calls, ...types, ...packageChanges(before, after)];
  return unique(all.map((change) => corrected(change, before.spec.document, after.spec.document))).toSorted(byGravity);
}

/**
 * What the old spec had only inferred, and the new one knows, was never true: to say so is a correction. It is no fix, since it
 * may stop a program from compiling, but nothing that worked breaks by it.
 */
function corrected(change: Change, before: JsonObject, after: JsonObject): Change {
  if (change.kind !== "breaking" || change.before === undefined || change.after === undefined) return change;
  const was = confidenceAt(before, change.before);
  const is = confidenceAt(after, change.after);
  if (was !== "inferred" || is === undefined || is === "inferred") return change;
  return { ...change, kind: "feature", reason: `Corrected, since it was inferred and is ${is} now: ${change.reason}` };
}

/** How certain the nearest thing around a place is that says so. */
function confidenceAt(document: JsonObject, pointer: string): string | undefined {
  let value: unknown = document;
  let confidence: string | undefined;
  for (const key of parsePointer(pointer)) {
    value = Array.isArray(value) ? (value as unknown[])[Number(key)] : own(value, key);
    confidence = textAt(own(value, "x-sdk-source"), "confidence") ?? confidence;
  }
  return confidence;
}

function unique(changes: readonly Change[]): Change[] {
  return [
    ...new Map(
      changes.map((change) => [JSON.stringify([change.operation, change.rule, change.reason]), change]),
    ).values(),
  ];
}

function byGravity(one: Change, other: Change): number {
  const gravity = KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind);
  if (gravity !== 0) return gravity;
  return key(one) < key(other) ? -1 : 1;
}

function key({ operation = "", rule, reason }: Change): string {
  return `${operation} ${rule} ${reason}`;
}
