/** How far the appliance's clock is ahead of ours, in milliseconds; 0 where it does not tell. */
export function skewOf(headers: Headers | undefined, now: number): number {
  const theirs = Date.parse(headers?.get("date") ?? "");
  return Number.isNaN(theirs) ? 0 : theirs - now;
}
