/** The value of an example, made one of its own by a number: `session-0001` becomes `session-0007`. */
export function madeUp(example: unknown, number: number): unknown {
  if (typeof example === "number") return number;
  const text = typeof example === "string" ? example : "made";
  const digits = /\d+$/.exec(text)?.[0];
  if (digits === undefined) return `${text}-${number}`;
  return text.slice(0, -digits.length) + String(number).padStart(digits.length, "0");
}

/** A copy in which every text that holds a value holds another instead, such as the links of a thing to itself. */
export function renamed(value: unknown, from: unknown, to: unknown): unknown {
  if (typeof from !== "string" || from === "" || typeof to !== "string") return value;
  if (typeof value === "string") return value.replaceAll(from, to);
  if (Array.isArray(value)) return value.map((each) => renamed(each, from, to));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, renamed(each, from, to)]));
}
