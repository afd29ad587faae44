import { existsSync } from "node:fs";
import { join } from "node:path";

import { problemOfName } from "../generate/package/name.ts";

/** Words of lower-case letters and digits, as folders, variables and classes are named after them. */
const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Workspaces outside of `packages`, and what else goes by this scope. */
const TAKEN = ["scripts", "site", "examples", "specs", "extensions", "vendor-sdks"];

/** What keeps a word from being the name of a new vendor; undefined if nothing does. */
export function problemOfVendor(name: string, root: string): string | undefined {
  if (!NAME.test(name)) {
    return `"${name}" cannot be the name of a vendor: write words of small letters and digits with "-" between, as in acme-backup`;
  }
  const place = [`packages/${name}`, `specs/${name}`].find((folder) => existsSync(join(root, folder)));
  if (place !== undefined) return `${place} is there already: choose another name, or remove it`;
  if (TAKEN.includes(name)) return `"${name}" has another meaning in this repository: choose another name`;
  return problemOfName(`@vendor-sdks/${name}`) ?? problemOfName(name);
}
