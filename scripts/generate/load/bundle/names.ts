import { basename, dirname } from "node:path";

import { parsePointer } from "../pointer.ts";
import type { Place } from "../source.ts";

/**
 * What a part of another file is called among the components: by its own name there, or by the file that it is the whole of. Where that is taken,
 * the file and then its folder come in front; names do not depend on anything but the files.
 */
export function componentName(place: Place, taken: (name: string) => boolean): string {
  const file = fileName(place.source.file);
  const own = clean(parsePointer(place.pointer).at(-1) ?? file);
  const folder = clean(basename(dirname(place.source.file)));
  for (const name of [own, `${file}_${own}`, `${folder}_${file}_${own}`]) if (!taken(name)) return name;
  let count = 2;
  while (taken(`${own}_${count}`)) count += 1;
  return `${own}_${count}`;
}

/** `Pet` for `schemas/Pet.yaml`, `schemas` for `schemas/index.yaml`. */
function fileName(file: string): string {
  const name = basename(file).replace(/\.[^.]*$/, "");
  return clean(/^_?index$/.test(name) ? basename(dirname(file)) : name);
}

/** The letters that OpenAPI allows in the names of components. */
function clean(name: string): string {
  const cleaned = name.replaceAll(/[^A-Za-z0-9._-]+/g, "_");
  return cleaned === "" || cleaned === "__proto__" ? "_" : cleaned;
}
