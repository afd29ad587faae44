import ts from "typescript";
import { memoryHost } from "../../run/memory-host.ts";

/** Type-checks source text as a strict user would, with nothing written to disk. */

const FOLDER = import.meta.dirname;

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  isolatedDeclarations: true,
  declaration: true,
  verbatimModuleSyntax: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  // The files that are given are no declaration files: they are checked in full.
  skipLibCheck: true,
  types: [],
};

/** What the compiler has to say about files, by their paths below one folder. */
export function complaints(files: Readonly<Record<string, string>>): string[] {
  const texts = new Map(Object.entries(files).map(([name, text]) => [`${FOLDER}/${name}`, text]));
  const program = ts.createProgram([...texts.keys()], OPTIONS, memoryHost(texts, OPTIONS));
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const place = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
    const file = diagnostic.file?.fileName.replace(`${FOLDER}/`, "") ?? "";
    return `${file}:${(place?.line ?? 0) + 1} ${ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n")}`;
  });
}
