import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { isObject, type JsonObject, objectAt } from "./load/json.ts";
import { dereference } from "./load/pointer.ts";
import { METHODS } from "./load/walk.ts";
import type { Model } from "./model/model.ts";

/** Operations that a document has, and those that can be called by what is emitted. */
export interface Counts {
  readonly found: number;
  readonly emitted: number;
}

export function countOperations(document: JsonObject, model: Model | undefined): Counts {
  const names = new Set(model?.groups.flatMap(({ operations }) => operations.map(({ id }) => id)));
  return { found: countFound(document), emitted: names.size };
}

/** Counted from the document alone, by no function that emission goes by: what is overlooked there shows here. */
function countFound(document: JsonObject): number {
  let count = 0;
  for (const [path, item] of Object.entries(objectAt(document, "paths"))) {
    if (path.startsWith("x-")) continue;
    const pathItem = dereference(document, item, "")?.value;
    if (!isObject(pathItem)) continue;
    count += Object.keys(pathItem).filter((field) => METHODS.includes(field)).length;
    count += Object.keys(objectAt(pathItem, "additionalOperations")).length;
  }
  return count;
}

/** An operation that is not emitted, and of which nothing else has told, is a mistake of the generator. */
export function lostOperations({ found, emitted }: Counts, file: string): Diagnostic[] {
  if (found === emitted) return [];
  return [
    {
      code: "lost-operation",
      severity: "error",
      file,
      pointer: "/paths",
      message: `There are ${found} operations, of which ${emitted} would be emitted`,
      fix: "this is a mistake of the generator: report it with the spec",
    },
  ];
}

/** `12 operations in, 12 out` */
export function tellCounts({ found, emitted }: Counts): string {
  return `${found} operations in, ${emitted} out`;
}
