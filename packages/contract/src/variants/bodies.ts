import type { SchemaChecker, ValueMaker } from "@vendor-sdks/mock-server";
import type { JsonObject } from "../openapi/json.ts";
import { pointerTo, spotsOf, type Reading, type SchemaPlace } from "../openapi/spots.ts";
import { fullest } from "../values/fullest.ts";
import { brokenTypes, type BrokenType } from "./broken-types.ts";
import { asSent, isBigint, isInt64 } from "./kept.ts";
import { rebuild } from "./rebuild.ts";
import { variantsOf } from "./vary.ts";
import { writeJson } from "./write-json.ts";

/** What an answer of one schema may hold. */
export interface Bodies {
  readonly kept: readonly WrittenBody[];
  /** With an integer that no number holds exactly. */
  readonly long: readonly (WrittenBody & { readonly pointer: string; readonly isBigint: boolean })[];
  readonly broken: readonly BrokenType[];
}

export interface WrittenBody {
  readonly what: string;
  /** Integers that clients shall read as bigints are bigints. */
  readonly value: unknown;
  readonly plain: string;
  readonly odd: string;
}

/** The first integer that no number holds. */
const BEYOND_NUMBERS = 2n ** 53n + 1n;

/** Makes bodies of schemas; those of one schema once, for errors are mostly alike. */
export function createBodies(
  document: JsonObject,
  checker: SchemaChecker,
  maker: ValueMaker,
): (schema: unknown, example: unknown) => Bodies {
  const reading: Reading = { document, checker, direction: "response" };
  const known = new Map<unknown, Bodies>();
  return (schema, example) => {
    const base = (): unknown => fullest(maker, schema ?? {}, example);
    const bodies = known.get(schema) ?? bodiesOf(reading, { pointer: "", schema: schema ?? {} }, base());
    known.set(schema, bodies);
    return bodies;
  };
}

function bodiesOf(reading: Reading, schema: SchemaPlace, base: unknown): Bodies {
  const sent = asSent(reading, schema, base);
  return {
    kept: variantsOf(reading, schema, base).map(({ what, value }) => written(what, asSent(reading, schema, value))),
    long: spotsOf(reading, schema, base)
      .filter((spot) => isInt64(spot) && typeof spot.value === "number")
      .map((spot) => {
        const pointer = pointerTo(spot.at);
        const replaced = rebuild(sent, new Map([[pointer, BEYOND_NUMBERS]]));
        return { ...written(`a long integer at ${pointer}`, replaced), pointer, isBigint: isBigint(spot) };
      }),
    broken: brokenTypes(reading, schema, base),
  };
}

function written(what: string, value: unknown): WrittenBody {
  return { what, value, plain: writeJson(value, "plain"), odd: writeJson(value, "odd") };
}
