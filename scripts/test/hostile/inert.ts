import { posix } from "node:path";

import ts from "typescript";

import { faultsOfPage } from "./inert-markdown.ts";

// What emitted files must be, whatever stands in the spec: source that parses, that imports nothing but the runtime and its own
// neighbours, that holds none of the spec's text outside literals and comments, and that lies inside its package.

const MODULES = new Set(["@vendor-sdks/runtime", "@vendor-sdks/runtime/validation"]);
const FORBIDDEN = new Set(["eval", "Function", "globalThis", "require", "process", "pwned", "window", "self"]);
const STATEMENTS = new Set([
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.VariableStatement,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.ClassDeclaration,
]);

/** What is wrong with the files of a package; nothing, if they are inert. */
export function faultsOf(files: ReadonlyMap<string, string>): string[] {
  const names = [...files.keys()];
  const lower = new Set(names.map((name) => name.toLowerCase()));
  return [
    ...(lower.size === names.length ? [] : ["two files differ by case alone"]),
    ...[...files].flatMap(([file, text]) => [
      ...faultsOfName(file),
      ...(file.endsWith(".json") ? faultsOfJson(file, text) : []),
      ...(file.endsWith(".ts") ? faultsOfSource(file, text) : []),
      ...(file.endsWith(".md") ? faultsOfPage(file, text, files, faultsOfExample) : []),
    ]),
  ];
}

/** Those of READMEs take secrets from the environment. */
const ENVIRONMENT = /^README\.md:.* is a name that reaches out: process$/;

/** An example runs what it shows; it may do so with data of the spec alone. */
function faultsOfExample(name: string, code: string): string[] {
  return faultsOfSource(name, code).filter(
    (fault) => !/ is a statement that runs: | imports a stranger: import \{/.test(fault) && !ENVIRONMENT.test(fault),
  );
}

function faultsOfName(file: string): string[] {
  const parts = file.split("/");
  const bad = parts.some(
    (part) =>
      !/^[\w.-]{1,120}$/.test(part) || /^\.+$/.test(part) || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(part),
  );
  return bad || posix.normalize(file) !== file ? [`${JSON.stringify(file)} is no name for a file`] : [];
}

function faultsOfJson(file: string, text: string): string[] {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [`${file} is no JSON: ${String(error)}`];
  }
}

function faultsOfSource(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const faults: string[] = [];
  const tell = (node: ts.Node, what: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    faults.push(`${file}:${line + 1} ${what}: ${node.getText().slice(0, 120)}`);
  };
  const { parseDiagnostics } = source as ts.SourceFile & { readonly parseDiagnostics: readonly ts.Diagnostic[] };
  for (const { start = 0, messageText } of parseDiagnostics) {
    faults.push(
      `${file}:${source.getLineAndCharacterOfPosition(start).line + 1} does not parse: ${JSON.stringify(messageText)}`,
    );
  }
  for (const statement of source.statements)
    if (!STATEMENTS.has(statement.kind)) tell(statement, "is a statement that runs");
  if (source.referencedFiles.length + source.typeReferenceDirectives.length > 0)
    faults.push(`${file} refers to other files`);
  const pragmas = (source as ts.SourceFile & { readonly checkJsDirective?: object }).checkJsDirective;
  if (pragmas !== undefined) faults.push(`${file} switches checks off`);

  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && FORBIDDEN.has(node.text) && !isMemberName(node))
      tell(node, "is a name that reaches out");
    if (ts.isTemplateExpression(node) && /pwned/.test(node.getText()))
      tell(node, "is a template with a text of the spec");
    if (node.kind === ts.SyntaxKind.ImportKeyword && ts.isCallExpression(node.parent))
      tell(node.parent, "imports when it runs");
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined) {
      const module = (node.moduleSpecifier as ts.StringLiteral).text;
      if (!MODULES.has(module) && !isNeighbour(file, module)) tell(node, "imports a stranger");
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === "__proto__") tell(node, "sets a prototype");
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

/** The name of a property is data: it reads nothing. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodDeclaration(parent)) &&
    parent.name === node
  );
}

function isNeighbour(file: string, module: string): boolean {
  return module.startsWith(".") && !posix.join(posix.dirname(file), module).startsWith("..");
}
