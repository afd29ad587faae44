import { keyword, reference, type TypeNode } from "./nodes.ts";

/** The words that schemas are lowered to, and those of them that have no parts. */

export const NODE: unique symbol = Symbol("node");
export const PROPERTIES: unique symbol = Symbol("properties");
export const TUPLE: unique symbol = Symbol("tuple");

export interface Lowered {
  readonly [keyword: string]: unknown;
  /** The type itself, where openapi-typescript has no words for it. */
  readonly [NODE]?: TypeNode;
  readonly [PROPERTIES]?: readonly Property[];
  readonly [TUPLE]?: Tuple;
}

export interface Tuple {
  readonly first: readonly Lowered[];
  /** How many items there are at least. */
  readonly least: number;
  /** What may follow; undefined if nothing does. */
  readonly rest: Lowered | undefined;
}

export interface Property {
  readonly name: string;
  /** The schema as the spec has it, for its doc comment. */
  readonly schema: unknown;
  readonly optional: boolean;
  /** May be given as undefined instead of being left out. */
  readonly lenient: boolean;
  readonly type: Lowered;
}

/** Nothing else is without words: what may be anything is this very object. */
export const ANYTHING: Lowered = {};
export const NOTHING: Lowered = { enum: [] };
export const NULL: Lowered = { type: "null" };
export const BLOB: Lowered = ready(reference("Blob"));
/** What the runtime takes for a file: `types.ts` hands it on. */
export const FILE_PART_NAME = "FilePart";
export const FILE_PART: Lowered = ready(reference(FILE_PART_NAME));
export const BIGINT: Lowered = ready(keyword("BigIntKeyword"));
export const OTHER_STRINGS: Lowered = other("StringKeyword");
export const OTHER_NUMBERS: Lowered = other("NumberKeyword");

function ready(node: TypeNode): Lowered {
  return { type: "ready", [NODE]: node };
}

/** `string & {}`: any string, yet editors go on offering the literals beside it. */
function other(kind: "StringKeyword" | "NumberKeyword"): Lowered {
  return ready({ kind: "IntersectionType", types: [keyword(kind), { kind: "TypeLiteral", members: [] }] });
}

export function isSaying(lowered: Lowered): boolean {
  return lowered !== ANYTHING;
}

export function intersection(parts: readonly Lowered[]): Lowered {
  const flat = parts.flatMap((part) => (Array.isArray(part["allOf"]) ? (part["allOf"] as Lowered[]) : [part]));
  return flat.length > 1 ? { allOf: flat } : (flat[0] ?? ANYTHING);
}

export function choice(options: readonly Lowered[]): Lowered {
  if (!options.every(isSaying)) return ANYTHING;
  const flat = options.flatMap((option) =>
    Array.isArray(option["anyOf"]) ? (option["anyOf"] as Lowered[]) : [option],
  );
  return flat.length > 1 ? { anyOf: flat } : (flat[0] ?? NOTHING);
}
