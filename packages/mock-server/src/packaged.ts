import { createRequire } from "node:module";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { nearest } from "./nearest.ts";

const SCOPE = "@vendor-sdks";

/** Whether it is a short name: that of a package, `things` for `@vendor-sdks/things`, and no path. */
export function isShortName(location: string): boolean {
  return /^[a-z\d][a-z\d-]*$/.test(location);
}

/** The document in an installed package, looked for from the working directory on, then beside this package. */
export function packagedDocument(name: string): string {
  const wanted = `${SCOPE}/${name}/openapi.json`;
  for (const from of [join(process.cwd(), "package.json"), import.meta.url]) {
    try {
      return createRequire(from).resolve(wanted);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  const near = nearest(name, installed());
  const hint = near === undefined ? `npm install --save-dev ${SCOPE}/${name}` : `did you mean "${near}"?`;
  throw new Error(
    `No package ${SCOPE}/${name} with an openapi.json is installed below ${process.cwd()}: ${hint} (for a file, write ./${name})`,
  );
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "MODULE_NOT_FOUND" || code === "ERR_PACKAGE_PATH_NOT_EXPORTED";
}

function installed(): string[] {
  return (createRequire(join(process.cwd(), "package.json")).resolve.paths(SCOPE) ?? [])
    .map((folder) => join(folder, SCOPE))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder));
}
