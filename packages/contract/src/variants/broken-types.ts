import { pointerTo, spotsOf, type Reading, type SchemaPlace } from "../openapi/spots.ts";
import { rebuild } from "./rebuild.ts";

/** A body with a value of another type at one place. */
export interface BrokenType {
  readonly pointer: string;
  readonly value: unknown;
}

const OTHERS = ["text", 12.5, true, {}, []];

/** For every place of a body that has a type, the body with another type there. */
export function brokenTypes(reading: Reading, schema: SchemaPlace, value: unknown): BrokenType[] {
  return spotsOf(reading, schema, value).flatMap(({ at, places }) => {
    const other = OTHERS.find((each) =>
      places.some((place) => reading.checker.problems(place.schema, each, reading.direction).some(isOfType)),
    );
    const pointer = pointerTo(at);
    return other === undefined ? [] : [{ pointer, value: rebuild(value, new Map([[pointer, other]])) }];
  });
}

/** The type of the place itself is wrong, not that of something in it. */
function isOfType({ code, path }: { readonly code: string; readonly path: readonly string[] }): boolean {
  return code === "type" && path.length === 0;
}
