import { join } from "node:path";

import ts from "typescript";
import { root } from "../bin.ts";
import { memoryHost } from "../run/memory-host.ts";
import { BLOCK_END, type Program } from "./program.ts";

// As strict as this repository, but for what examples are free to do: leave a result unused, read `process.env.NAME`.
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  lib: [
    "lib.es2024.d.ts",
    "lib.esnext.disposable.d.ts",
    "lib.dom.d.ts",
    "lib.dom.iterable.d.ts",
    "lib.dom.asynciterable.d.ts",
  ],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  verbatimModuleSyntax: true,
  allowImportingTsExtensions: true,
  erasableSyntaxOnly: true,
  noEmit: true,
  skipLibCheck: true,
  types: ["node"],
};

/** Programs see the packages that the scripts see. */
export const FOLDER: string = join(root, "scripts").replaceAll("\\", "/");

/** What the compiler has to say about programs, each with the place on its page. */
export function typeFaults(programs: readonly Program[]): string[] {
  const globals = `${FOLDER}/__examples.d.ts`;
  const files = new Map(programs.map((program, index) => [`${FOLDER}/__example-${index}.ts`, program]));
  const texts = new Map([...files].map(([path, { code }]) => [path, code]));
  // What examples call their own document.
  texts.set(
    `${FOLDER}/openapi.json`,
    JSON.stringify({ openapi: "3.1.0", info: { title: "", version: "" }, paths: {} }),
  );
  texts.set(globals, `declare function ${BLOCK_END}(index: number): void;\n`);
  const options = { ...OPTIONS, typeRoots: [join(FOLDER, "node_modules/@types")] };
  const program = ts.createProgram([globals, ...files.keys()], options, memoryHost(texts, options));
  return [...files].flatMap(([path, { file }]) => {
    const source = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ start = 0, messageText }) => {
        const { line = 0, character = 0 } = source?.getLineAndCharacterOfPosition(start) ?? {};
        return `${file}:${line + 1}:${character + 1} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
      },
    );
  });
}
