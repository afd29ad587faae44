import { isDeepStrictEqual } from "node:util";
import type { JsonObject } from "../json.ts";
import { evaluate, isLeftOut, type Asking } from "./expression.ts";
import type { Resource } from "./resource.ts";

/** Something that a request made, as far as requests have told of it. */
export interface Thing {
  readonly id: unknown;
  fields: JsonObject;
  /** What answers show where nothing is told. */
  readonly example: JsonObject;
}

/** What is known of a thing's property, and shown of it. */
function propertyOf({ fields, example }: Pick<Thing, "fields" | "example">, name: string): unknown {
  return fields[name] === undefined ? example[name] : fields[name];
}

/** The things that a request means; of its parameters, those that were left out restrict nothing. */
export function meant(things: readonly Thing[], resource: Resource, asking: Asking): Thing[] {
  const { own } = resource;
  const values = Object.values(resource.where).map((expression) => evaluate(asking, expression));
  const where = own !== undefined && values.includes(own.value) ? own.where : resource.where;
  const conditions = Object.entries(where).flatMap(([property, expression]) => {
    const value = evaluate(asking, expression);
    return isLeftOut(expression, value) ? [] : [{ property, value }];
  });
  return things.filter((thing) =>
    conditions.every(({ property, value }) => {
      const has = [property === resource.id ? thing.id : propertyOf(thing, property)].flat();
      const wanted = new Set(
        [value]
          .flat()
          .filter((each) => each !== undefined)
          .map(String),
      );
      return has.some((each) => wanted.has(String(each)));
    }),
  );
}

/** What a request says of things: one entry for each thing that it makes or changes. */
export function told({ fields, where }: Resource, asking: Asking): JsonObject[] {
  const said = fields === undefined ? {} : evaluate(asking, fields);
  const known = Object.entries(where).map(
    ([property, expression]) => [property, evaluate(asking, expression)] as const,
  );
  const placed = Object.fromEntries(known.filter(([, value]) => value !== undefined));
  return [said].flat().map((each) => ({ ...(typeof each === "object" ? each : {}), ...placed }));
}

/** The thing that is there already, where no two may have these properties alike. */
export function twinOf<T extends Pick<Thing, "fields" | "example">>(
  { unique }: Resource,
  things: readonly T[],
  young: Pick<Thing, "fields" | "example">,
): T | undefined {
  const wanted = unique.map((name) => [name, propertyOf(young, name)] as const);
  // Of what nobody has told or shown, it is not known whether it is alike.
  if (wanted.length === 0 || wanted.some(([, value]) => value === undefined)) return undefined;
  return things.find((thing) => wanted.every(([name, value]) => isDeepStrictEqual(propertyOf(thing, name), value)));
}

/** Whether one of new things is there already, be it by one of the others. */
export function areTaken(
  resource: Resource,
  things: readonly Thing[],
  said: readonly JsonObject[],
  example: JsonObject,
): boolean {
  const young = said.map((fields) => ({ fields, example }));
  return young.some((each, index) => twinOf(resource, [...things, ...young.slice(0, index)], each) !== undefined);
}
