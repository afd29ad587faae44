import { breakingsOf, type Breaking } from "./break.ts";
import { idleness } from "./idle.ts";
import { pointerTo, type SchemaPlace } from "./spots.ts";
import { standingsOf, valueIn, withValueIn, type Planting, type Standing } from "./standing.ts";

/** A whole value that breaks its schema in one point. */
export interface Planted {
  readonly constraint: string;
  readonly keyword: string;
  /** JSON pointer of the schema that forbids it. */
  readonly pointer: string;
  /** The place in the value. */
  readonly at: readonly string[];
  readonly value: unknown;
}

/** A constraint that nothing was found to break. */
export interface Unplanted {
  readonly constraint: string;
  readonly pointer: string;
  readonly reason: string;
  /** Whether there is nothing to break: a canary is not missing then. */
  readonly isVoid: boolean;
}

export interface Plants {
  readonly planted: readonly Planted[];
  readonly unplanted: readonly Unplanted[];
}

export interface PlantOptions {
  /** Whether a value still breaks the constraint where it has travelled; any does by default. */
  readonly carries?: (value: unknown, constraint: Pick<Planted, "keyword" | "at">) => boolean;
}

/** For every constraint of a schema a value that breaks just that, beginning from a sound one. */
export function plantsOf(
  planting: Planting,
  root: SchemaPlace,
  value: unknown,
  { carries = () => true }: PlantOptions = {},
): Plants {
  const { checker, direction } = planting;
  const planted: Planted[] = [];
  const unplanted: Unplanted[] = [];
  for (const standing of standingsOf(planting, root, value)) {
    for (const breaking of breakingsOf(
      standing.schema,
      valueIn("value" in standing.whole ? standing.whole.value : undefined, standing.at),
    )) {
      const { constraint, keyword } = breaking;
      const { pointer, at } = standing;
      const forbidden = forbiddenBy(planting, standing, breaking);
      const broken = forbidden.filter((each) => checker.problems(root.schema ?? {}, each, direction).length > 0);
      const sent = broken.find((each) => carries(each, { keyword, at }));
      if (sent !== undefined) planted.push({ constraint, keyword, pointer, at, value: sent });
      else unplanted.push({ constraint, pointer, ...reasonOf(planting, standing, breaking, { forbidden, broken }) });
    }
  }
  // A schema may stand at several places, of which some are in no sound value.
  const isPlanted = ({ pointer, constraint }: Unplanted): boolean =>
    planted.some((each) => each.pointer === pointer && each.constraint === constraint);
  return { planted, unplanted: unplanted.filter((each) => !isPlanted(each)) };
}

/** Whole values with something in the place that this constraint forbids. */
function forbiddenBy(
  { checker, direction }: Planting,
  { schema, at, whole }: Standing,
  { keyword, values }: Breaking,
): unknown[] {
  if ("missing" in whole) return [];
  const isForbidden = (other: unknown): boolean =>
    checker
      .problems(schema, other, direction)
      .some(({ code, path }) => path.length === 0 && (code === keyword || code === ALIKE[keyword]));
  // What only comes back is forbidden by who asks, and by no schema of its own.
  return values
    .filter((other) => keyword === "readOnly" || isForbidden(other))
    .map((other) => withValueIn(whole.value, at, other));
}

/** What the checker says of a keyword by another one's name. */
const ALIKE: Readonly<Record<string, string>> = { items: "false schema", discriminator: "oneOf" };

function reasonOf(
  { checker }: Planting,
  { schema, at, whole }: Standing,
  { keyword }: Breaking,
  found: { readonly forbidden: readonly unknown[]; readonly broken: readonly unknown[] },
): Pick<Unplanted, "reason" | "isVoid"> {
  const place = pointerTo(at) || "the value";
  const idle = idleness(checker, schema, keyword);
  if (idle !== undefined) return { reason: idle, isVoid: true };
  if ("missing" in whole)
    return { reason: whole.missing ?? `no sound value has anything at ${place}`, isVoid: whole.missing !== undefined };
  if (found.broken.length > 0)
    return { reason: "what breaks it cannot be written where it has to travel", isVoid: true };
  if (found.forbidden.length > 0) return { reason: "another alternative allows what this one forbids", isVoid: true };
  if (keyword === "format") return { reason: `validators know no format "${String(schema["format"])}"`, isVoid: true };
  return { reason: `nothing was found that it forbids at ${place}`, isVoid: false };
}
