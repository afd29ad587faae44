import { joinPointer } from "./pointer.ts";

/** No spec that people write comes near these; beyond them, whoever walks through the document would run out of stack or memory. */
export const MAX_DEPTH = 256;
const MAX_SIZE = 4_000_000;

export interface Excess {
  /** `cycle`: a value contains itself. `depth`: too many levels. `size`: too many values, since aliases repeat them. */
  readonly kind: "cycle" | "depth" | "size";
  readonly pointer: string;
}

interface Extent {
  readonly height: number;
  readonly size: number;
}

const PLAIN: Extent = { height: 0, size: 1 };

/** The first place where a value, with everything that it shares written out, goes beyond what can be handled. */
export function findExcess(root: unknown): Excess | undefined {
  const open = new Set<object>();
  const known = new Map<object, Extent>();
  let found: Excess | undefined;

  const visit = (value: unknown, depth: number, pointer: () => string): Extent => {
    if (typeof value !== "object" || value === null || found !== undefined) return PLAIN;
    const measured = known.get(value);
    if (open.has(value)) found = { kind: "cycle", pointer: pointer() };
    else if (depth + (measured?.height ?? 0) > MAX_DEPTH) found = { kind: "depth", pointer: pointer() };
    if (measured !== undefined || found !== undefined) return measured ?? PLAIN;
    open.add(value);
    let height = 0;
    let size = 1;
    for (const [key, child] of Object.entries(value)) {
      const extent = visit(child, depth + 1, () => joinPointer(pointer(), key));
      height = Math.max(height, extent.height + 1);
      size += extent.size;
    }
    open.delete(value);
    if (size > MAX_SIZE) found ??= { kind: "size", pointer: pointer() };
    known.set(value, { height, size });
    return { height, size };
  };
  visit(root, 0, () => "");
  return found;
}
