import { own, textAt } from "../load/json.ts";
import { resolvePointer } from "../load/pointer.ts";
import type { Operation } from "../model/model.ts";

/** What the sources of a description speak of: a release of a product or of its API, and what is known of it. */
export interface Release {
  /** As the sources call it. */
  readonly release: string;
  readonly confidence: string;
  readonly operations: readonly string[];
}

const UNNAMED = "no release named";

/** The releases that the operations of a description were written from, by what their `x-sdk-source` says. */
export function releasesOf(document: unknown, operations: readonly Operation[]): Release[] {
  const found = new Map<string, Release>();
  for (const { id, pointer } of operations) {
    const source = own(resolvePointer(document, pointer), "x-sdk-source");
    const release = textAt(source, "version") ?? UNNAMED;
    const confidence = textAt(source, "confidence") ?? "without a source";
    const key = JSON.stringify([release, confidence]);
    found.set(key, { release, confidence, operations: [...(found.get(key)?.operations ?? []), id] });
  }
  return [...found.values()].toSorted((a, b) => a.release.localeCompare(b.release, "en", { numeric: true }));
}

/** Beyond so many, operations are counted and not named. */
const NAMED = 4;

/** Which operations a row is about. */
export function tellOperations(operations: readonly string[]): string {
  return operations.length > NAMED ? `${operations.length} operations` : operations.map((id) => `\`${id}\``).join(", ");
}
