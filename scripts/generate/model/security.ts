import { type JsonObject, own } from "../load/json.ts";
import type { Operation } from "./model.ts";

/** What an operation needs, from its own `security` or the document's; undefined where nothing is needed. */
export function securityOf(document: JsonObject, operation: JsonObject): readonly JsonObject[] | undefined {
  // `security: []` and an alternative without schemes say that nothing is needed.
  const alternatives = (own(operation, "security") ?? own(document, "security") ?? []) as readonly JsonObject[];
  const needed = alternatives.filter((each) => Object.keys(each).length > 0);
  return needed.length === 0 ? undefined : needed;
}

/** What operations need as a rule: what the document says for all, else what most of them say. */
export function usualSecurity(
  document: JsonObject,
  operations: readonly Operation[],
): readonly JsonObject[] | undefined {
  const forAll = securityOf(document, {});
  if (forAll !== undefined) return forAll;
  const counts = new Map<string, number>();
  for (const { security } of operations) {
    if (security === undefined) continue;
    const text = JSON.stringify(security);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return most && (JSON.parse(most[0]) as readonly JsonObject[]);
}

/** Whether two say the same. */
export function isSameSecurity(a: readonly JsonObject[] | undefined, b: readonly JsonObject[] | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
