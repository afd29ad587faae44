import { isObject, listOf } from "../openapi/json.ts";
import { pointerTo, type Spot } from "../openapi/spots.ts";

/** Stands for a member or an item that is to go. */
export const GONE: unique symbol = Symbol("gone");

/** A copy of a value with others at some of its places. */
export function rebuild(value: unknown, replacements: ReadonlyMap<string, unknown>): unknown {
  const visit = (each: unknown, at: readonly string[]): unknown => {
    const pointer = pointerTo(at);
    if (replacements.has(pointer)) return replacements.get(pointer);
    if (Array.isArray(each)) {
      return listOf(each)
        .map((item, index) => visit(item, [...at, String(index)]))
        .filter((item) => item !== GONE);
    }
    if (!isObject(each)) return each;
    const members = Object.entries(each).map(([name, member]) => [name, visit(member, [...at, name])] as const);
    return Object.fromEntries(members.filter(([, member]) => member !== GONE));
  };
  return visit(value, []);
}

/**
 * Places by how many others of them are inside: what is changed at the innermost is not to be seen once what is around it
 * changes as well.
 */
export function layersOf(spots: readonly Spot[]): Spot[][] {
  const layers: Spot[][] = [];
  for (const spot of [...spots].sort((a, b) => b.at.length - a.at.length)) {
    const inside = layers.map((layer) => layer.some(({ at }) => isWithin(at, spot.at)));
    const height = inside.lastIndexOf(true) + 1;
    (layers[height] ??= []).push(spot);
  }
  return layers;
}

function isWithin(at: readonly string[], other: readonly string[]): boolean {
  return at.length > other.length && other.every((name, index) => name === at[index]);
}
