import { isDeepStrictEqual } from "node:util";
import { isObject } from "../openapi/json.ts";

/** Whether two values say the same on the wire: a bigint and a number do, what is absent and what is undefined. */
export function isSame(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(canonical(a), canonical(b));
}

function canonical(value: unknown): unknown {
  if (typeof value === "bigint" && value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER)
    return Number(value);
  if (typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d+$/.test(String(value)))
    return BigInt(String(value));
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString("hex") };
  if (Array.isArray(value)) return value.map(canonical);
  if (!isObject(value)) return value;
  const given = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(given.map(([name, each]) => [name, canonical(each)]));
}
