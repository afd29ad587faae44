import type { Edit } from "../edits.ts";
import { shop } from "../shop.ts";

/** Two specs that differ in one thing, and what the difference is to callers. */
export interface Pair {
  readonly name: string;
  /** The gravest verdict; "none" where nothing has changed. */
  readonly verdict: "breaking" | "feature" | "fix" | "docs" | "none";
  /** What is told: an operation, or "" for the package, and a rule. */
  readonly told: readonly (readonly [operation: string, rule: string])[];
  readonly before: object;
  readonly after: object;
}

/** `told` is "operation rule, operation rule", with "-" for the package. What `prepare` does is in both specs. */
export function pair(verdict: Pair["verdict"], name: string, told: string, edit: Edit, prepare?: Edit): Pair {
  const before = shop();
  prepare?.(before);
  const after = structuredClone(before);
  edit(after);
  const rules = told === "" ? [] : told.split(", ").map((each) => each.split(" ") as [string, string]);
  return {
    name,
    verdict,
    told: rules.map(([operation, rule]) => [operation === "-" ? "" : operation, rule]),
    before,
    after,
  };
}

// Where things are in the shop.
export const things = "/paths/~1things/get";
export const addThing = "/paths/~1things/post";
export const thing = "/paths/~1things~1{id}";
export const addOrder = "/paths/~1orders/post";
export const status = "/paths/~1status/get";
export const schemas = "/components/schemas";
export const json = "content/application~1json/schema";
