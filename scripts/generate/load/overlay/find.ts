import { readdirSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";

/** The overlays that lie beside a spec, in the order of their names: `openapi.overlay.yaml` and `openapi.<any>.overlay.yaml` beside `openapi.yaml`. */
export function overlaysBeside(file: string): string[] {
  const name = `${basename(file, extname(file))}.`;
  return readdirSync(dirname(file), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.startsWith(name) && entry.name !== basename(file))
    .filter((entry) => /^(?:.*\.)?overlay\.(?:json|ya?ml)$/.test(entry.name.slice(name.length)))
    .map((entry) => join(dirname(file), entry.name))
    .toSorted();
}
