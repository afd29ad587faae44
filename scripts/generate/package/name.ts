import { isBuiltin } from "node:module";

const PART = "[a-z0-9][a-z0-9._~-]*";
const NAME = new RegExp(`^(?:@${PART}/)?${PART}$`);
const LONGEST = 214;

/** What keeps a text from being the name of an npm package; undefined if nothing does. */
export function problemOfName(name: string): string | undefined {
  if (!NAME.test(name)) {
    return `"${name}" is no name for an npm package: write small letters, digits, "-", "." and "_", as in @scope/name`;
  }
  if (name.length > LONGEST) return `The name is longer than the ${LONGEST} characters that npm takes`;
  if (isBuiltin(name) || name === "node_modules" || name === "favicon.ico")
    return `"${name}" is a name that npm refuses`;
  return undefined;
}

/** The short name of a package: what stands behind the scope. */
export function serviceOf(packageName: string): string {
  return packageName.slice(packageName.indexOf("/") + 1);
}
