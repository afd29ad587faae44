import { isObject } from "../../openapi/json.ts";

/** The value as a JSON Schema validator knows it: bigints as numbers, nothing undefined, bytes as a text. */
export function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Uint8Array) return "";
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return value;
  const given = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(given.map(([name, each]) => [name, plain(each)]));
}
