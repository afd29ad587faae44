import type { JsonObject } from "../json.ts";

/** A number within the schema's bounds, as near to 1 as they allow. */
export function makeNumber(schema: JsonObject, isInteger: boolean, turn: number): number {
  const bound = (key: string): number | undefined => (typeof schema[key] === "number" ? schema[key] : undefined);
  const step = bound("multipleOf") ?? (isInteger ? 1 : undefined);
  const margin = step === undefined ? 0.5 : Math.min(step, 1);
  const above = lowest(bound("minimum"), bound("exclusiveMinimum"), schema["exclusiveMinimum"] === true, margin);
  const below = lowest(
    negated(bound("maximum")),
    negated(bound("exclusiveMaximum")),
    schema["exclusiveMaximum"] === true,
    margin,
  );
  const least = above ?? -Infinity;
  const most = below === undefined ? Infinity : -below;
  const wanted = Math.min(Math.max(1 + turn * (step ?? margin), least + turn * (step ?? margin)), most);
  if (step === undefined) return wanted;
  const rounded = Math.ceil(wanted / step) * step;
  return Number((rounded > most ? Math.floor(most / step) * step : rounded).toPrecision(15));
}

function negated(bound: number | undefined): number | undefined {
  return bound === undefined ? undefined : -bound;
}

/** The least value that is allowed. */
function lowest(
  inclusive: number | undefined,
  exclusive: number | undefined,
  isExclusive: boolean,
  margin: number,
): number | undefined {
  const bounds = [
    ...(inclusive === undefined ? [] : [isExclusive ? inclusive + margin : inclusive]),
    ...(exclusive === undefined ? [] : [exclusive + margin]),
  ];
  return bounds.length === 0 ? undefined : Math.max(...bounds);
}
