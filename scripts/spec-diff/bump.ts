import type { Change } from "./change.ts";

export type Bump = "patch" | "minor" | "major";

export const BUMPS: readonly Bump[] = ["patch", "minor", "major"];

// From 1.0.0 on: breaking is major, a feature minor, all else a patch. Before that, as npm reads ranges of 0.x: what breaks is
// minor, all else a patch.

/** How far a version must move at least for these changes; undefined if nothing has changed. */
export function bumpFor(changes: readonly Pick<Change, "kind">[], version: string): Bump | undefined {
  const [first] = [...changes].map((change) => bumpOf(change, version)).toSorted(byHeight);
  return first;
}

export function bumpOf({ kind }: Pick<Change, "kind">, version: string): Bump {
  const isStable = !version.startsWith("0.");
  if (kind === "breaking") return isStable ? "major" : "minor";
  return kind === "feature" && isStable ? "minor" : "patch";
}

/** The highest first. */
export function byHeight(one: Bump, other: Bump): number {
  return BUMPS.indexOf(other) - BUMPS.indexOf(one);
}

/** Whether a bump is enough for what is demanded. */
export function covers(bump: Bump | undefined, demanded: Bump | undefined): boolean {
  return demanded === undefined || (bump !== undefined && byHeight(bump, demanded) <= 0);
}
