// What the functions of emitted kinds are written with. A value that is not there is undefined, in texts and in what they make.

/** A text put together, unless a part of it is missing. */
export function joined(...parts: readonly unknown[]): string | undefined {
  return parts.some((part) => part === undefined || part === null) ? undefined : parts.join("");
}

/** The first of several values that is a text. */
export function firstText(...values: readonly unknown[]): string | undefined {
  return values.find((value): value is string => typeof value === "string" && value !== "");
}
