import type { JsonObject } from "../../generate/load/json.ts";
import { dereference } from "../../generate/load/pointer.ts";
import { type Node, shapeOf } from "./schemas.ts";

/** A field that one side has: how one gets there from the body, and where it is written. */
export interface Field {
  readonly path: string;
  readonly pointer: string;
}

/** Compares what bodies are made of; a pair of schemas that has been compared once is not told of again. */
export function fieldComparer(
  theirs: JsonObject,
  ours: JsonObject,
): (their: readonly Node[], our: readonly Node[]) => Field[] {
  const compared = new Set<string>();

  const compare = (their: readonly Node[], our: readonly Node[], path: string): Field[] => {
    const pair = JSON.stringify([placesOf(theirs, their), placesOf(ours, our)]);
    if (compared.has(pair)) return [];
    compared.add(pair);
    const [theirShape, ourShape] = [shapeOf(theirs, their), shapeOf(ours, our)];
    const fields = [...theirShape.properties].flatMap(([name, nodes]) => {
      const here = path === "" ? name : `${path}.${name}`;
      const known = ourShape.properties.get(name);
      if (known !== undefined) return compare(nodes, known, here);
      return nodes.slice(0, 1).map(({ pointer }) => ({ path: here, pointer }));
    });
    const inside = [...theirShape.inside].flatMap(([mark, nodes]) =>
      compare(nodes, ourShape.inside.get(mark) ?? [], `${path}${mark}`),
    );
    return [...fields, ...inside];
  };

  return (their, our) => compare(their, our, "");
}

/** Where schemas are written, whoever refers to them. */
function placesOf(document: JsonObject, schemas: readonly Node[]): string[] {
  return schemas.map(({ value, pointer }) => dereference(document, value, pointer)?.pointer ?? pointer);
}
