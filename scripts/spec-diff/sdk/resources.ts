import { isDeepStrictEqual } from "node:util";
import { own } from "../../generate/load/json.ts";
import { resolvePointer } from "../../generate/load/pointer.ts";
import { type Change, NOTHING } from "../change.ts";
import type { OperationPair } from "../operations.ts";
import type { Side } from "../side.ts";
import { changeOf, type Said } from "./change-of.ts";

/** What a mock in stateful mode keeps of a call: no program depends on it, yet tests do. */
export function resourceChanges(before: Side, after: Side, pair: OperationPair): Change[] {
  const valueOf = ({ spec }: Side, pointer: string): unknown =>
    own(resolvePointer(spec.document, pointer), "x-sdk-resource");
  const [old, young] = [valueOf(before, pair.before.pointer), valueOf(after, pair.after.pointer)];
  const tell = (...said: Said): Change[] => [changeOf(pair, "x-sdk-resource", said)];
  if (isDeepStrictEqual(old, young)) return [];
  if (old === undefined)
    return tell("feature", "sdk-resource-added", "A stateful mock keeps what the call does to a thing.", NOTHING);
  if (young === undefined) {
    const remedy = "Choose the answers that tests need by `Prefer`.";
    return tell("fix", "sdk-resource-removed", "A stateful mock keeps nothing of the call any longer.", remedy);
  }
  const remedy = "Look at tests that use a stateful mock.";
  return tell("fix", "sdk-resource-changed", "A stateful mock takes the call for something else.", remedy);
}
