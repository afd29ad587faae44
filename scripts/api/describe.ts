import ts from "typescript";

// Declarations are printed by themselves, without comments and in the order of their names: how a build divides them into files
// does not show, nor does a reworded comment.

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  noEmit: true,
  skipLibCheck: true,
  types: [],
};

/** Every export of a module's declarations, one declaration each; what other packages declare is named with its package. */
export function describeModule(file: string, folder: string): string {
  const program = ts.createProgram([file], OPTIONS);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${file} exports nothing: build the package first`);
  const printer = ts.createPrinter({ removeComments: true });
  const lines = checker.getExportsOfModule(module).map((symbol) => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const declarations = target.declarations ?? [];
    const isOwn = declarations.some((each) => isBelow(each.getSourceFile().fileName, folder));
    const name = symbol.getName();
    const text = isOwn ? declarations.map((each) => printDeclaration(each, printer)).join("\n") : `export { ${name} };`;
    return [name, target.getName() === name || !isOwn ? text : `// as ${name}\n${text}`] as const;
  });
  return lines
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, text]) => `${text}\n`)
    .join("\n");
}

function isBelow(file: string, folder: string): boolean {
  return file.startsWith(folder.endsWith("/") ? folder : `${folder}/`) && !file.includes("/node_modules/");
}

function printDeclaration(node: ts.Declaration, printer: ts.Printer): string {
  const whole = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  // The bundler numbers names that it has imported twice.
  return printer.printNode(ts.EmitHint.Unspecified, whole, node.getSourceFile()).replaceAll(/(?<=\w)\$\d+\b/g, "");
}
