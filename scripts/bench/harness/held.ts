/** Something that was measured, beside what it may be at most. */
export interface Held {
  readonly what: string;
  readonly value: number;
  readonly limit: number;
  /** As it is read: a whole number unless said. */
  readonly show?: (value: number) => string;
}

/** A value with its verdict: `4,231 ok`, `7,737 over`. */
export function judged(value: number, limit: number, show: (value: number) => string = grouped): string {
  return `${show(value)} ${value <= limit ? "ok  " : "over"}`;
}

export function isOver({ value, limit }: Held): boolean {
  return value > limit;
}

export function tellOver({ what, value, limit, show = grouped }: Held): string {
  return `over its limit: ${what}: ${show(value)} of ${show(limit)}`;
}

/** A whole number with its thousands apart: `7,737`. */
export function grouped(value: number): string {
  return Math.round(value)
    .toString()
    .replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}

/** `0.73` */
export function hundredths(value: number): string {
  return value.toFixed(2);
}
