import ts from "typescript";
import { nodesOf, type Source } from "./source.ts";

/** Functions are known by file and place. */
function keyOf({ path }: Source, body: ts.Node): string {
  return `${path}:${body.getStart()}`;
}

/** The body of a function, and of nothing else. */
function bodyOf(node: ts.Node): ts.ConciseBody | undefined {
  return ts.isFunctionLike(node) && "body" in node ? node.body : undefined;
}

/** The code with a word said at the start of each function: which one runs. */
export function probed(source: Source): string {
  const inserts: { readonly at: number; readonly text: string }[] = [];
  for (const node of nodesOf(source.tree)) {
    const body = bodyOf(node);
    if (body === undefined) continue;
    const told = `globalThis.__touched?.add(${JSON.stringify(keyOf(source, body))})`;
    if (ts.isBlock(body)) inserts.push({ at: body.getStart() + 1, text: `${told};` });
    else inserts.push({ at: body.getStart(), text: `(${told}, ` }, { at: body.getEnd(), text: ")" });
  }
  return inserts
    .toSorted((a, b) => b.at - a.at)
    .reduce((text, { at, text: more }) => text.slice(0, at) + more + text.slice(at), source.text);
}

/** Where names are used: by a function, or by what is declared outside of all functions. */
export interface Uses {
  /** The functions that run when the code at a place of a file is used. */
  functionsAt(source: Source, position: number): ReadonlySet<string>;
}

interface Owner {
  /** The function around a place; without one, the names that the statement around it declares. */
  readonly key: string | undefined;
  readonly names: readonly string[];
}

export function usesIn(sources: readonly Source[]): Uses {
  const owners = new Map<string, Owner[]>();
  for (const source of sources) {
    for (const node of nodesOf(source.tree)) {
      if (!ts.isIdentifier(node)) continue;
      const list = owners.get(node.text) ?? [];
      list.push(ownerOf(source, node));
      owners.set(node.text, list);
    }
  }
  return {
    functionsAt(source, position) {
      const found = new Set<string>();
      const seen = new Set<string>();
      const follow = ({ key, names }: Owner): void => {
        if (key !== undefined) found.add(key);
        for (const name of key === undefined ? names : []) {
          if (seen.has(name)) continue;
          seen.add(name);
          for (const owner of owners.get(name) ?? []) follow(owner);
        }
      };
      follow(ownerOf(source, innermost(source.tree, position)));
      return found;
    },
  };
}

function ownerOf(source: Source, node: ts.Node): Owner {
  for (let at = node; at.parent !== undefined; at = at.parent) {
    const body = bodyOf(at);
    if (body !== undefined) return { key: keyOf(source, body), names: [] };
    if (ts.isSourceFile(at.parent)) return { key: undefined, names: namesOf(at) };
  }
  return { key: undefined, names: [] };
}

function namesOf(statement: ts.Node): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  // Imports use nothing.
  if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) return [];
  const { name } = statement as { readonly name?: ts.Identifier };
  return name === undefined ? [] : [name.text];
}

function innermost(node: ts.Node, position: number): ts.Node {
  let found = node;
  for (const each of nodesOf(node)) if (each.getStart() <= position && position < each.getEnd()) found = each;
  return found;
}
