import type { Direction, SchemaChecker, ValueMaker } from "@vendor-sdks/mock-server";
import type * as fc from "fast-check";
import type { JsonObject } from "../../openapi/json.ts";
import type { Alphabet } from "./texts.ts";

/** What all arbitraries of one document share. */
export interface Making {
  readonly document: JsonObject;
  readonly checker: SchemaChecker;
  readonly maker: ValueMaker;
  readonly direction: Direction;
  readonly alphabet: Alphabet;
  /** Arbitrary of a schema in a place, undefined where nothing can be made. */
  readonly make: (schema: unknown, place: Place) => fc.Arbitrary<unknown> | undefined;
}

export interface Place {
  readonly depth: number;
  /** References that are not to be entered again: what contains itself has to end. */
  readonly behind: ReadonlySet<string>;
}

/** From here on optional properties and items are left out, and nothing is entered twice. */
export const DEPTH = 3;

export const START: Place = { depth: 0, behind: new Set() };

export function deeper({ depth }: Place, behind: ReadonlySet<string>): Place {
  return { depth: depth + 1, behind: depth + 1 < DEPTH ? START.behind : behind };
}
