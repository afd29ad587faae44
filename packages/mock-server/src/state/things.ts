import type { JsonObject } from "../json.ts";
import { evaluate, isLeftOut, type Asking } from "./expression.ts";
import type { Resource } from "./resource.ts";

/** Something that a request made, as far as requests have told of it. */
export interface Thing {
  readonly id: unknown;
  fields: JsonObject;
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
      const has = [property === resource.id ? thing.id : thing.fields[property]].flat();
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
