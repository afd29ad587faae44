import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../bin.ts";
import { output } from "../run/output.ts";

/** The least that a strict program may have: no library newer than ES2022, and the declarations of the packages checked as well. */
const OPTIONS = {
  target: "es2022",
  module: "nodenext",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
  skipLibCheck: false,
  rootDir: "src",
  outDir: "build",
};

/** Where `fetch` and its kin are declared: in the types of Node, or in those of browsers with Node's beside them. */
const ENVIRONMENTS = {
  "lib es2022": ["es2022"],
  "lib es2022 and dom": ["es2022", "dom"],
};

/** Each compiler that the workspace has, each environment. Leaves the JavaScript in `build/`. */
export async function compile(folder: string): Promise<string[]> {
  const compilers = ["packages/runtime/node_modules/typescript", "scripts/node_modules/typescript"];
  const done: string[] = [];
  for (const compiler of compilers) {
    const tsc = join(root, compiler, "bin/tsc");
    const version = (await output(process.execPath, [tsc, "--version"], folder)).replace("Version ", "TypeScript ");
    for (const [environment, lib] of Object.entries(ENVIRONMENTS)) {
      const config = { compilerOptions: { ...OPTIONS, lib, types: ["node"] }, include: ["src"] };
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config, null, 2));
      await output(process.execPath, [tsc, "--project", "tsconfig.json"], folder);
      done.push(`${version}, ${environment}`);
    }
  }
  return done;
}
