import type { SoakReport } from "./run.ts";

const MEGABYTE = 1024 * 1024;
/** One fault may show in every call; some examples will do. */
const MOST_VIOLATIONS = 10;

export function summaryOf({ vendor, calls, seconds, outcomes, requests, heap, violations }: SoakReport): string {
  const list = (counts: ReadonlyMap<string, number>): string =>
    [...counts]
      .toSorted(([, a], [, b]) => b - a)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ");
  const more = violations.length - MOST_VIOLATIONS;
  return [
    `${vendor}: ${calls} calls in ${seconds.toFixed(1)} s (${Math.round(calls / Math.max(seconds, 0.001))} a second)`,
    `  the calls:  ${list(outcomes)}`,
    `  the server: ${list(requests)}`,
    `  live heap:  ${heap.map((bytes) => (bytes / MEGABYTE).toFixed(1)).join(", ")} MB`,
    ...violations.slice(0, MOST_VIOLATIONS).map((each) => `  VIOLATED: ${each}`),
    ...(more > 0 ? [`  VIOLATED: and ${more} more`] : []),
    "",
  ].join("\n");
}
