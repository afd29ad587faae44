import { nearest } from "../diagnostics/nearest.ts";
import type { Group, Model, Operation } from "../model/model.ts";

export interface Found {
  readonly group: Group;
  readonly operation: Operation;
}

/** The operations of a service that go by a word: the name of a method, with its group or without, an operationId, `GET /path`. */
export function findOperations({ groups }: Model, word: string): Found[] {
  const all = groups.flatMap((group) => group.operations.map((operation) => ({ group, operation })));
  return all.filter((found) => namesOf(found).includes(word));
}

/** The names that come nearest to a word that no operation goes by. */
export function nearestNames(models: readonly Model[], word: string): string[] {
  const left = new Set(
    models.flatMap(({ groups }) => groups.flatMap(({ operations }) => operations.map(({ id }) => id))),
  );
  const names: string[] = [];
  while (names.length < SHOWN) {
    const name = nearest(word, left);
    if (name === undefined) break;
    left.delete(name);
    names.push(name);
  }
  return names;
}

const SHOWN = 5;

function namesOf({ group, operation }: Found): (string | undefined)[] {
  const { id, specId, method, path } = operation;
  return [id, specId, `${group.property}.${id}`, `${method} ${path}`, `${method.toLowerCase()} ${path}`];
}
