import { isObject } from "../json.ts";
import { joinPointer, parsePointer } from "../pointer.ts";
import type { Place, Source } from "../source.ts";

/**
 * Names that a file gives to its parts, besides their pointers: `$id`, `$anchor`, `$dynamicAnchor`, and `$self` of the whole. References may use
 * them; what is generated knows pointers only.
 */
export interface Addresses {
  /** Takes up the names of a file. */
  readonly add: (source: Source) => void;
  /** The pointer in the reference's own file, or the place in another one; undefined if nothing is called so. */
  readonly find: (uri: string, fragment: string, from: Place) => Place | undefined;
}

const NAMES = /["']?\$(?:id|anchor|dynamicAnchor|self)["']?\s*:/;

/** Under these names stands data, whatever it looks like. */
const DATA = new Set(["const", "default", "enum", "example", "examples"]);

/** Never resolved by any network: what the addresses of a file without `$self` begin with. */
const LOCAL = "spec://file/";

export function createAddresses(): Addresses {
  const bases = new Map<Source, { readonly pointer: string; readonly uri: string }[]>();
  const named = new Map<string, Place>();

  const baseOf = ({ source, pointer }: Place): { readonly pointer: string; readonly uri: string } | undefined => {
    return bases.get(source)?.findLast((base) => pointer === base.pointer || pointer.startsWith(`${base.pointer}/`));
  };

  const add = (source: Source): void => {
    if (bases.has(source) || source.document === undefined) return;
    const known: { pointer: string; uri: string }[] = [];
    bases.set(source, known);
    if (!NAMES.test(source.text)) return;
    const self = source.document["$self"];
    const start = (typeof self === "string" ? absolute(self, LOCAL) : undefined) ?? `${LOCAL}${bases.size}`;
    const name = (uri: string, pointer: string): void => {
      if (!named.has(uri)) named.set(uri, { source, pointer });
    };
    known.push({ pointer: "", uri: start });
    name(start, "");
    const visit = (value: unknown, pointer: string, outer: string): void => {
      if (Array.isArray(value)) value.forEach((item, index) => visit(item, joinPointer(pointer, index), outer));
      if (!isObject(value)) return;
      const id = value["$id"];
      const own = typeof id === "string" ? absolute(id, outer) : undefined;
      const base = own?.replace(/#$/, "") ?? outer;
      if (own !== undefined) {
        known.push({ pointer, uri: base });
        name(base, pointer);
      }
      for (const keyword of ["$anchor", "$dynamicAnchor"]) {
        const anchor = value[keyword];
        if (typeof anchor === "string") name(`${base}#${anchor}`, pointer);
      }
      for (const [key, child] of Object.entries(value)) {
        if (!DATA.has(key) && !key.startsWith("x-")) visit(child, joinPointer(pointer, key), base);
      }
    };
    visit(source.document, "", start);
  };

  const find = (uri: string, fragment: string, from: Place): Place | undefined => {
    const base = baseOf(from);
    const target = uri === "" ? base?.uri : absolute(uri, base?.uri ?? LOCAL);
    if (target === undefined) return undefined;
    if (fragment !== "" && !fragment.startsWith("/")) return named.get(`${target}#${fragment}`);
    const whole = named.get(target);
    if (whole === undefined) return undefined;
    return { source: whole.source, pointer: joinPointer(whole.pointer, ...parsePointer(fragment)) };
  };

  return { add, find };
}

function absolute(uri: string, base: string): string | undefined {
  return URL.parse(uri, base)?.href;
}
