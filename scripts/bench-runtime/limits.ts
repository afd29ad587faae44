/** Something that was measured, beside what it may be at most. */
export interface Held {
  readonly what: string;
  readonly value: number;
  readonly limit: number;
}

/** Bytes, gzipped. */
export const BUNDLE_LIMITS = { one: 4800, signIn: 5800, more: 600 } as const;

/** Type instantiations of 20 uses. */
export const TYPE_LIMITS = { awaited: 60, mixed: 600 } as const;

/** A value with its verdict: `4,231 ok`, `7,737 over`. */
export function judged(value: number, limit: number): string {
  return `${grouped(value)} ${value <= limit ? "ok  " : "over"}`;
}

export function isOver({ value, limit }: Held): boolean {
  return value > limit;
}

/** A whole number with its thousands apart: `7,737`. */
export function grouped(value: number): string {
  return Math.round(value)
    .toString()
    .replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}
