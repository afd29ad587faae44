import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A file whose code is mutated. */
export interface Source {
  /** From the repository's root, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

export function sourceOf(path: string, text: string): Source {
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
}

/** The TypeScript files below a folder. */
export function sourcesBelow(root: string, folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .toSorted()
    .map((path) => sourceOf(path, readFileSync(join(root, path), "utf8")));
}

/** All nodes of a tree, the outer ones first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}

export function textOfLiteral(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}

/** What an object literal has under a name. */
export function propertyOf(object: ts.Expression | undefined, name: string): ts.PropertyAssignment | undefined {
  if (object === undefined || !ts.isObjectLiteralExpression(object)) return undefined;
  return assignmentsOf(object).find((each) => nameOf(each) === name);
}

export function assignmentsOf(object: ts.Expression | undefined): ts.PropertyAssignment[] {
  return object !== undefined && ts.isObjectLiteralExpression(object)
    ? object.properties.filter((each) => ts.isPropertyAssignment(each))
    : [];
}

export function nameOf({ name }: ts.PropertyAssignment): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) ? name.text : name.getText();
}
