import * as fc from "fast-check";
import type { JsonObject } from "../../openapi/json.ts";

const INT32 = [-(2 ** 31), 2 ** 31 - 1] as const;
const SAFE = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER] as const;
const INT64 = [-(2n ** 63n), 2n ** 63n - 1n] as const;

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly leastExcluded: boolean;
  readonly mostExcluded: boolean;
}

/** Numbers within the schema's bounds, those on the bounds before all others. */
export function numbers(schema: JsonObject, isInteger: boolean): fc.Arbitrary<unknown> | undefined {
  if (isInteger && schema["x-sdk-bigint"] === true) return bigints(schema);
  const bounds = boundsOf(schema);
  const step = typeof schema["multipleOf"] === "number" ? schema["multipleOf"] : isInteger ? 1 : undefined;
  return step === undefined ? decimals(bounds, schema["format"]) : steps(bounds, step, schema["format"]);
}

function boundsOf(schema: JsonObject): Bounds {
  const side = (name: "Minimum" | "Maximum"): readonly [bound: number | undefined, excluded: boolean] => {
    const inclusive = schema[name.toLowerCase()];
    const exclusive = schema[`exclusive${name}`];
    const known = typeof inclusive === "number" ? inclusive : undefined;
    // OpenAPI 3.0 says by a boolean whether the bound itself counts.
    if (typeof exclusive !== "number") return [known, exclusive === true];
    const isTighter = known === undefined || (name === "Minimum" ? exclusive >= known : exclusive <= known);
    return isTighter ? [exclusive, true] : [known, false];
  };
  const [least, leastExcluded] = side("Minimum");
  const [most, mostExcluded] = side("Maximum");
  return { least: least ?? -Infinity, most: most ?? Infinity, leastExcluded, mostExcluded };
}

function steps(bounds: Bounds, step: number, format: unknown): fc.Arbitrary<number> | undefined {
  const [floor, ceiling] = format === "int32" ? INT32 : SAFE;
  const least = Math.max(bounds.least, floor);
  const most = Math.min(bounds.most, ceiling);
  let first = Math.ceil(least / step);
  let last = Math.floor(most / step);
  if (bounds.leastExcluded && first * step === bounds.least) first += 1;
  if (bounds.mostExcluded && last * step === bounds.most) last -= 1;
  first = Math.max(first, Number.MIN_SAFE_INTEGER);
  last = Math.min(last, Number.MAX_SAFE_INTEGER);
  if (first > last) return undefined;
  const edges = [first, last, 0, 1, -1].filter((count) => count >= first && count <= last);
  const counts = fc.oneof({ withCrossShrink: true }, fc.integer({ min: first, max: last }), fc.constantFrom(...edges));
  // 15 digits, since 3 * 0.1 is no multiple of 0.1 to a validator.
  return counts.map((count) => Number((count * step).toPrecision(Number.isInteger(step) ? 17 : 15)) + 0);
}

function decimals(
  { least, most, leastExcluded, mostExcluded }: Bounds,
  format: unknown,
): fc.Arbitrary<number> | undefined {
  if (least > most) return undefined;
  const limit = format === "float" ? 3.4028234663852886e38 : Number.MAX_VALUE;
  const min = Math.max(least, -limit);
  const max = Math.min(most, limit);
  const edges = [min, max, 0, 1, -1, 0.1, 1e-7, 1e21, 2 ** 53 + 2].filter(
    (value) => value >= min && value <= max && !(leastExcluded && value === least) && !(mostExcluded && value === most),
  );
  const any = fc.double({
    min,
    max,
    minExcluded: leastExcluded && least === min,
    maxExcluded: mostExcluded && most === max,
    noNaN: true,
    noDefaultInfinity: true,
  });
  // JSON and URLs have no negative zero.
  return fc
    .oneof({ withCrossShrink: true }, any, ...(edges.length === 0 ? [] : [fc.constantFrom(...edges)]))
    .map((value) => value + 0);
}

function bigints(schema: JsonObject): fc.Arbitrary<bigint> | undefined {
  const { least, most, leastExcluded, mostExcluded } = boundsOf(schema);
  const min = Number.isFinite(least) ? BigInt(Math.ceil(least)) + (leastExcluded ? 1n : 0n) : INT64[0];
  const max = Number.isFinite(most) ? BigInt(Math.floor(most)) - (mostExcluded ? 1n : 0n) : INT64[1];
  if (min > max) return undefined;
  const beyondNumbers = 2n ** 53n + 1n;
  const edges = [min, max, 0n, 1n, beyondNumbers, -beyondNumbers].filter((value) => value >= min && value <= max);
  return fc.oneof({ withCrossShrink: true }, fc.bigInt({ min, max }), fc.constantFrom(...edges));
}
