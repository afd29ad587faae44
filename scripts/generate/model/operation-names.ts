import { textAt } from "../load/json.ts";
import type { SpecOperation } from "../load/walk.ts";
import { bounded, marked } from "./fallback.ts";
import { camelCase, fold } from "./names.ts";
import { reservedFunction } from "./reserved-names.ts";
import { hasUnknownLetters } from "../types/letters.ts";

// - an operationId in camelCase is the name as it is; any other is spelled in camelCase
// - without one, or where that name cannot be had, method and path are the name: GET /users/{id}/keys is getUsersByIdKeys
// - of operations that want the same name, the only one that writes it exactly so has it, else none
// - names that differ in case alone are the same, as they are to readers and to file systems
//
// So a name depends on its own operation, and on others only where they want the same one; never on order.

export interface OperationName {
  /** Of the function and the method. */
  readonly name: string;
  /** The operationId, as the spec writes it. */
  readonly id: string | undefined;
  /** Why the name is not what the operationId says; undefined where it is. */
  readonly why: string | undefined;
}

/** The types that an operation adds to the package. */
export function operationTypes(typeName: string): string[] {
  return [`${typeName}Args`, `${typeName}Result`];
}

interface Wish {
  readonly operation: SpecOperation;
  readonly id: string | undefined;
  /** What the operationId makes, unless it is no name. */
  readonly wanted: string | undefined;
  readonly flaw: string | undefined;
  name: string | undefined;
}

/** The names of operations, in their order. `taken` are names that the package exports for something else. */
export function nameOperations(operations: readonly SpecOperation[], taken: ReadonlySet<string>): OperationName[] {
  const flawOf = (name: string): string | undefined =>
    taken.has(name) ? `the package exports another "${name}"` : flawOfName(name);
  const wishes = operations.map((operation): Wish => {
    const id = idOf(operation);
    const wanted = id === undefined ? undefined : bounded(spelled(id), id);
    const flaw = wanted === undefined ? undefined : flawOf(wanted);
    return { operation, id, wanted: flaw === undefined ? wanted : undefined, flaw, name: undefined };
  });

  const holders = new Map<string, Wish>();
  const settle = (nameOf: (wish: Wish) => string | undefined): void => {
    const unnamed = wishes.filter(({ name }) => name === undefined);
    for (const [folded, [only, ...others]] of Map.groupBy(unnamed, (wish) => fold(nameOf(wish) ?? ""))) {
      if (folded === "" || only === undefined || others.length > 0 || holders.has(folded)) continue;
      only.name = nameOf(only);
      holders.set(folded, only);
    }
  };
  settle(({ id, wanted }) => (wanted === id ? wanted : undefined));
  settle(({ wanted }) => wanted);
  settle(({ operation }) => {
    const name = pathName(operation);
    return flawOf(name) === undefined ? name : undefined;
  });
  for (const wish of wishes.filter(({ name }) => name === undefined)) {
    const { method, path } = wish.operation;
    wish.name = marked(pathName(wish.operation), `${method} ${path}`, (name) => !holders.has(fold(name)));
    holders.set(fold(wish.name), wish);
  }

  const rivals = Map.groupBy(wishes, ({ wanted = "" }) => fold(wanted));
  return wishes.map((wish) => {
    const { name = "", id, wanted } = wish;
    const others = rivals.get(fold(wanted ?? "")) ?? [];
    return {
      name,
      id,
      why:
        name === wanted
          ? tooLong(wish)
          : why(
              wish,
              others.find((other) => other !== wish),
            ),
    };
  });
}

function tooLong({ id = "", name }: Wish): string | undefined {
  return name === spelled(id) ? undefined : "it is longer than names may be";
}

function why({ id, flaw }: Wish, rival: Wish | undefined): string {
  if (id === undefined) return "there is no operationId";
  if (flaw !== undefined || rival === undefined) return flaw ?? "another operation has it";
  const { method, path } = rival.operation;
  const place = `${method.toUpperCase()} ${path}`;
  return rival.id === id ? `${place} has the same` : `that of ${place}, "${rival.id ?? ""}", makes the same name`;
}

/** An operationId that is empty or no text says nothing. */
function idOf({ value }: SpecOperation): string | undefined {
  const id = textAt(value, "operationId");
  return id === "" ? undefined : id;
}

/** An operationId in camelCase: as it is, if it is so already. */
function spelled(id: string): string {
  const isSpelled = /^[\p{Ll}\p{Lo}](?:(?!_)\p{ID_Continue})*$/u.test(id) && id === id.normalize("NFC");
  if (isSpelled && !hasUnknownLetters(id)) return id;
  // In capitals throughout, case says nothing of where words begin.
  return camelCase(/\p{Ll}/u.test(id) ? id : id.toLowerCase());
}

function flawOfName(name: string): string | undefined {
  return /^\p{ID_Start}/u.test(name) ? reservedFunction(name) : "a name begins with a letter";
}

function pathName({ method, path }: SpecOperation): string {
  const words = path.replaceAll(/\{([^{}]*)\}/g, " by $1 ");
  const place = camelCase(words) === "" ? "root" : words;
  return bounded(camelCase(`${method.toLowerCase()} ${place}`), `${method} ${path}`);
}
