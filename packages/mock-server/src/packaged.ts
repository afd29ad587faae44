import { createRequire } from "node:module";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { nearest } from "./nearest.ts";

const SCOPE = "@vendor-sdks";

/** Whether it names a package, `things` or `@vendor-sdks/things`, and no path. */
export function isPackage(location: string): boolean {
  return /^(?:@vendor-sdks\/)?[a-z\d][a-z\d-]*$/.test(location);
}

/** The document in an installed package, looked for from the working directory on, then beside this package. */
export function packagedDocument(location: string): string {
  const name = shortened(location);
  const wanted = `${SCOPE}/${name}/openapi.json`;
  for (const from of [join(process.cwd(), "package.json"), import.meta.url]) {
    try {
      return createRequire(from).resolve(wanted);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  const near = nearestPackage(name);
  const hint = near === undefined ? `npm install --save-dev ${SCOPE}/${name}` : `did you mean "${near}"?`;
  throw new Error(
    `No package ${SCOPE}/${name} with an openapi.json is installed below ${process.cwd()}: ${hint} (for a file, write ./${name})`,
  );
}

/** The installed package whose name is like a word. */
export function nearestPackage(word: string): string | undefined {
  return nearest(shortened(word).toLowerCase(), installed());
}

function shortened(location: string): string {
  return location.replace(`${SCOPE}/`, "").replace(/\/openapi\.json$/, "");
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "MODULE_NOT_FOUND" || code === "ERR_PACKAGE_PATH_NOT_EXPORTED";
}

function installed(): string[] {
  return (createRequire(join(process.cwd(), "package.json")).resolve.paths(SCOPE) ?? [])
    .map((folder) => join(folder, SCOPE))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).filter((name) => existsSync(join(folder, name, "openapi.json"))));
}
