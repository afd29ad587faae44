import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { output } from "../../run/output.ts";

/** What strict programs have, and the declarations of packages are checked as well. */
const OPTIONS = {
  target: "es2022",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  types: ["node"],
};

/** How a program finds modules: as Node does, or as bundlers do. */
const RESOLUTIONS = {
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" },
};

export type Resolution = keyof typeof RESOLUTIONS;

export const ALL_RESOLUTIONS = Object.keys(RESOLUTIONS) as Resolution[];

/** Where `fetch` and its kin are declared: in the types of Node alone, or in those of browsers as well. */
const LIBRARIES = { es2022: ["es2022"], dom: ["es2022", "dom"] };

/** Type-checks a program, once with each library; throws what the compiler says. */
export async function typeCheck(folder: string, tsc: string, resolution: Resolution): Promise<string> {
  for (const [name, lib] of Object.entries(LIBRARIES)) {
    const options = { ...OPTIONS, ...RESOLUTIONS[resolution], lib, allowImportingTsExtensions: true, noEmit: true };
    await compile(folder, tsc, `${resolution}-${name}`, options);
  }
  const version = await output(process.execPath, [tsc, "--version"], folder);
  return `${version.replace("Version ", "TypeScript ")}, lib ${Object.keys(LIBRARIES).join(" and ")}`;
}

/** Leaves a program's JavaScript in \`build/\`. */
export async function emit(folder: string, tsc: string): Promise<void> {
  const paths = { rootDir: "src", outDir: "build", rewriteRelativeImportExtensions: true };
  await compile(folder, tsc, "build", { ...OPTIONS, ...RESOLUTIONS.nodenext, ...paths, lib: LIBRARIES.es2022 });
}

async function compile(folder: string, tsc: string, name: string, compilerOptions: object): Promise<void> {
  const file = `tsconfig.${name}.json`;
  writeFileSync(join(folder, file), JSON.stringify({ compilerOptions, include: ["src"] }, null, 2));
  await output(process.execPath, [tsc, "--project", file], folder);
}
