import { pointerTo, spotsOf, type Reading, type SchemaPlace, type Spot } from "../openapi/spots.ts";
import { BEYOND, WITHIN, type Change } from "./changes.ts";
import { layersOf, rebuild } from "./rebuild.ts";

/** A body that is varied from another. */
export interface Variant {
  /** What was done to it. */
  readonly what: string;
  readonly value: unknown;
}

/** Everything that is done to a body, at every place where it can be done. */
export function variantsOf(reading: Reading, schema: SchemaPlace, value: unknown): Variant[] {
  const spots = spotsOf(reading, schema, value);
  const isSound = (variant: unknown): boolean =>
    reading.checker.problems(schema.schema, variant, reading.direction).length === 0;
  return [
    { what: "as it is", value },
    ...WITHIN.flatMap((change) => changed(reading, change, value, spots, isSound)),
    // What goes beyond the schema in a way that clients have to bear with.
    ...BEYOND.flatMap((change) => changed(reading, change, value, spots, () => true)),
  ];
}

/** One body for each layer of the places that are changed, so that none hides another. */
function changed(
  reading: Reading,
  { what, change }: Change,
  value: unknown,
  spots: readonly Spot[],
  isSound: (value: unknown) => boolean,
): Variant[] {
  const changes = new Map<Spot, unknown>();
  for (const spot of spots) {
    const [to] = change(spot, reading);
    if (to !== undefined) changes.set(spot, to);
  }
  return layersOf([...changes.keys()]).flatMap((layer, index) => {
    const by = (some: readonly Spot[]): unknown =>
      rebuild(value, new Map(some.map((spot) => [pointerTo(spot.at), changes.get(spot)])));
    // What is around a place may forbid what the place alone would bear.
    const sound = isSound(by(layer)) ? layer : layer.filter((spot) => isSound(by([spot])));
    const all = by(sound);
    if (sound.length === 0 || !isSound(all)) return [];
    return [{ what: index === 0 ? what : `${what}, layer ${index + 1}`, value: all }];
  });
}
