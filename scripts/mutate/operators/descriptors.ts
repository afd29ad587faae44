import ts from "typescript";
import { nodesOf, type Source } from "../source.ts";

/** The emitted constants that describe operations. */
export function operationsIn(source: Source): ts.ObjectLiteralExpression[] {
  return constantsOf(source, ["Operation", "PagedOperation"]);
}

export function kindsIn(source: Source): ts.ObjectLiteralExpression[] {
  return constantsOf(source, ["Kind"]);
}

/** Object literals of constants that are declared with one of these types. */
export function constantsOf({ tree }: Source, types: readonly string[]): ts.ObjectLiteralExpression[] {
  return [...nodesOf(tree)].flatMap((node) => {
    if (!ts.isVariableDeclaration(node) || node.initializer === undefined) return [];
    const isMeant = types.includes(node.type?.getText() ?? "");
    return isMeant && ts.isObjectLiteralExpression(node.initializer) ? [node.initializer] : [];
  });
}

/** Calls of an imported function, by its name. */
export function callsOf({ tree }: Source, names: readonly string[]): ts.CallExpression[] {
  return [...nodesOf(tree)].filter(
    (node): node is ts.CallExpression => ts.isCallExpression(node) && names.includes(node.expression.getText()),
  );
}

/** The type that an emitted interface of arguments gives an argument. */
export function argumentType({ tree }: Source, operationId: string, argument: string): string {
  const name = `${operationId[0]?.toUpperCase() ?? ""}${operationId.slice(1)}Args`;
  for (const statement of tree.statements) {
    if (!ts.isInterfaceDeclaration(statement) || statement.name.text !== name) continue;
    const member = statement.members.find(
      (each): each is ts.PropertySignature => ts.isPropertySignature(each) && plainName(each.name) === argument,
    );
    return member?.type?.getText() ?? "";
  }
  return "";
}

function plainName(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : name.getText();
}
