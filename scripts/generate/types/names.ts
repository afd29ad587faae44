import { withoutUnknownLetters } from "./letters.ts";
import { RESERVED_NAMES } from "./reserved.ts";

/**
 * TypeScript names of component schemas. They are public API, so they depend on the set of names alone, not on its order:
 * a schema whose name is fit already keeps it, the others follow sorted by their original name.
 */

/** A schema whose type is not called what its name leads one to expect. */
export interface Rename {
  readonly from: string;
  readonly to: string;
  /** What it would be called if that were free. */
  readonly wanted: string;
  /** `reserved`: a global has the name. `taken`: another export has it. `clash`: another schema has it. `start`: it has no letter at its start. */
  readonly reason: "reserved" | "taken" | "clash" | "start";
}

export interface SchemaNames {
  /** TypeScript name by original name. */
  readonly names: ReadonlyMap<string, string>;
  readonly renames: readonly Rename[];
  /** Finds a further free name (`stem`, else `stem2`, …) and takes it. */
  readonly claim: (stem: string) => string;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `sessionDetail` → `SessionDetail`, `_x.y-z` → `XYZ`, `2fa` → `Model2fa`. Letters of all scripts stay. */
export function pascalCase(name: string): string {
  const joined = joinWords(name);
  return STARTS_WELL.test(joined) ? joined : `Model${joined}`;
}

const STARTS_WELL = /^\p{ID_Start}/u;

/** The words of a name, each with a capital letter; empty for a name without letters and digits. */
export function joinWords(name: string): string {
  const words = withoutUnknownLetters(name.normalize("NFC")).split(/(?:[^\p{ID_Continue}]|_)+/u);
  return words.map((word) => word.replace(/^./u, (first) => first.toUpperCase())).join("");
}

export function nameSchemas(originals: Iterable<string>, taken: Iterable<string> = []): SchemaNames {
  const takenNames = new Set(taken);
  // Names that differ in case alone would be mistaken for one another.
  const used = new Set<string>();
  const isFree = (name: string): boolean =>
    !RESERVED_NAMES.has(name) && !takenNames.has(name) && !used.has(name.toLowerCase());
  const claim = (stem: string): string => {
    let name = stem;
    for (let count = 2; !isFree(name); count++) name = /\d$/u.test(stem) ? `${stem}_${count}` : `${stem}${count}`;
    used.add(name.toLowerCase());
    return name;
  };

  const names = new Map<string, string>();
  const renames: Rename[] = [];
  const sorted = [...new Set(originals)].sort(compare);
  for (const original of sorted) {
    if (pascalCase(original) === original && isFree(original)) names.set(original, claim(original));
  }
  for (const original of sorted) {
    if (names.has(original)) continue;
    const plain = pascalCase(original);
    const reserved = RESERVED_NAMES.has(plain);
    const name = claim(reserved || takenNames.has(plain) ? `${plain}Model` : plain);
    names.set(original, name);
    const reason = reserved
      ? "reserved"
      : takenNames.has(plain)
        ? "taken"
        : name !== plain
          ? "clash"
          : STARTS_WELL.test(joinWords(original))
            ? undefined
            : "start";
    if (reason !== undefined) renames.push({ from: original, to: name, wanted: plain, reason });
  }
  return { names, renames, claim };
}
