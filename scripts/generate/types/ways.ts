/**
 * The way from a body of parts to a schema in it: into a field (`f`), into the items of a list (`i`). No further does a part go, and so does no file:
 * what lies deeper is within a part that is JSON, as is all of other bodies. Ways from one schema to another are the same.
 */
export type Way = "" | "f" | "i" | "fi" | "json";

const WAYS: ReadonlyMap<string, Way> = new Map((["", "f", "i", "fi"] as const).map((way) => [way, way]));

const STEPS: ReadonlyMap<string, Way> = new Map<string, Way>([
  ...["properties", "patternProperties", "additionalProperties", "unevaluatedProperties"].map(
    (key) => [key, "f"] as const,
  ),
  ...["items", "prefixItems", "additionalItems", "unevaluatedItems", "contains"].map((key) => [key, "i"] as const),
  ["contentSchema", "json"],
  ["propertyNames", "json"],
]);

/** The way on from a schema to those that one of its keywords holds. */
export function along(way: Way, keyword: string): Way {
  return joined(way, STEPS.get(keyword) ?? "");
}

export function joined(way: Way, further: Way): Way {
  return WAYS.get(way + further) ?? "json";
}

export const BODY: Way = "";
/** One of a list of parts. A body that is a file is like it: nothing in it is a part of its own. */
export const PART: Way = "i";

export function isPart(way: Way): boolean {
  return way !== BODY && way !== "json";
}

/** By the pointer of what is referred to, the ways there. */
export type Refs = Map<string, Set<Way>>;

/** Tells whether the way is a new one. */
export function addWay(refs: Refs, pointer: string, way: Way): boolean {
  const known = refs.get(pointer);
  if (known === undefined) refs.set(pointer, new Set([way]));
  else if (known.has(way)) return false;
  else known.add(way);
  return true;
}

/** All that is reached, with the ways there. */
export function waysFrom(refs: Refs, notes: ReadonlyMap<string, { readonly refs: Refs }>): Refs {
  const found: Refs = new Map();
  const pending: [string, Way][] = [];
  const add = (targets: Refs, from: Way): void => {
    for (const [target, steps] of targets) {
      for (const step of steps) {
        const way = joined(from, step);
        if (addWay(found, target, way)) pending.push([target, way]);
      }
    }
  };
  add(refs, "");
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [pointer, way] = next;
    add(notes.get(pointer)?.refs ?? new Map(), way);
  }
  return found;
}
