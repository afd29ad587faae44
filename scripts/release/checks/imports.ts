import { isBuiltin } from "node:module";
import { textAt } from "../../generate/load/json.ts";
import { manifestIn, type TarballFile } from "../../tarball/read.ts";
import { dependenciesOf, specifiersIn } from "./files.ts";

/** What modules and declarations import and package.json does not declare: it is there for us, and missing for users. */
export function undeclaredImports(files: readonly TarballFile[]): string[] {
  const manifest = manifestIn(files);
  const declared = [...dependenciesOf(manifest), textAt(manifest, "name") ?? ""];
  return files
    .filter(({ path }) => /\.[cm]?[jt]s$/.test(path))
    .flatMap(({ path, bytes }) =>
      [...new Set(specifiersIn(bytes.toString("utf8")))]
        .filter((specifier) => !specifier.startsWith(".") && !isBuiltin(specifier))
        .filter((specifier) => !declared.includes(packageOf(specifier)))
        .map((specifier) => `${path} imports ${specifier}, and package.json declares no ${packageOf(specifier)}`),
    );
}

function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}
