import { apiDiff } from "api-smart-diff";

import type { JsonObject } from "../../generate/load/json.ts";
import { joinPointer } from "../../generate/load/pointer.ts";

/** A difference as api-smart-diff tells it. */
export interface SmartDiffChange {
  readonly type: "breaking" | "non-breaking" | "annotation" | "deprecated" | "unclassified";
  readonly action: "add" | "remove" | "replace" | "rename";
  readonly text: string;
  readonly path: readonly string[];
  /** The same in both documents, but for what was added or removed. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Every difference that api-smart-diff sees. What a reference leads to is told where it is referred to as well. */
export function smartDiffChanges(before: JsonObject, after: JsonObject): SmartDiffChange[] {
  // It moves things about in what it is given.
  return apiDiff(structuredClone(before), structuredClone(after)).map(({ type, action, description, path }) => {
    const names = path.map(String);
    const pointer = joinPointer("", ...names);
    return {
      type,
      action,
      text: description?.replace(/^\[(\w+)\]/, "$1") ?? `${pointer} has changed`,
      path: names,
      before: action === "add" ? undefined : pointer,
      after: action === "remove" ? undefined : pointer,
    };
  });
}
