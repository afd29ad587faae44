import { relative, resolve } from "node:path";
import { root } from "../../bin.ts";
import { PROGRAM, sizeOf, type Bundle, type Size } from "./build.ts";
import { decodeMappings } from "./mappings.ts";

/** What one source has in a bundle. Its gzip bytes are those that the bundle would be smaller without it. */
export interface Content extends Size {
  readonly source: string;
}

const GLUE = "(glue between modules)";

/** The sources of a bundle, heaviest first. Sources are those that the maps of the packages name. */
export function contentsOf({ text, map, gzip }: Bundle, folder: string): Content[] {
  const { mappings, sources } = JSON.parse(map) as { readonly mappings: string; readonly sources: readonly string[] };
  const marks = decodeMappings(mappings, text);
  const pieces: { readonly source: string; readonly text: string }[] = [];
  let from = 0;
  let current = GLUE;
  for (const { at, source } of [...marks, { at: text.length, source: undefined }]) {
    if (at > from) pieces.push({ source: current, text: text.slice(from, at) });
    from = at;
    current = source === undefined ? GLUE : nameOf(sources[source] ?? "", folder);
  }
  const names = [...new Set(pieces.map(({ source }) => source))];
  const contents = names.map((source): Content => {
    const own = pieces.filter((piece) => piece.source === source);
    const rest = pieces.filter((piece) => piece.source !== source);
    return { source, min: Buffer.byteLength(join(own)), gzip: gzip - sizeOf(join(rest)).gzip };
  });
  return contents.toSorted((a, b) => b.min - a.min || (a.source < b.source ? -1 : 1));
}

function join(pieces: readonly { readonly text: string }[]): string {
  return pieces.map(({ text }) => text).join("");
}

/** A file of the repository by its path there, one of a dependency by its path below node_modules. */
function nameOf(source: string, folder: string): string {
  const plain = decodeURIComponent(source);
  if (plain.endsWith(PROGRAM)) return PROGRAM;
  const path = relative(root, resolve(folder, plain)).replaceAll("\\", "/");
  return path.includes("node_modules/") ? path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length) : path;
}
