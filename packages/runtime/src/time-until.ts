/**
 * Milliseconds until a point of time that the appliance names, which is by its own clock: its Date header tells how late it is
 * there. Undefined where that makes no sense.
 */
export function timeUntil(time: number, headers: Headers | undefined, now: number): number | undefined {
  return span(time - (Date.parse(headers?.get("date") ?? "") || now));
}

/** A stretch of time that makes sense. */
export function span(milliseconds: number): number | undefined {
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
