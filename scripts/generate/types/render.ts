import ts from "typescript";

import { schemaDoc } from "./docs.ts";
import { docComment, quote } from "./escape.ts";
import type { Origin } from "./lower.ts";

/**
 * Prints the type nodes that the transform makes, in the repository's layout. TypeScript's own printer indents by four,
 * breaks no long union and escapes names and literals each in its own way. Every node is printed once.
 */

const WIDTH = 120;

export interface RenderScope {
  readonly origin: (property: ts.Node) => Origin | undefined;
  /** Collects the names of schemas that the text mentions. */
  readonly names: Set<string>;
}

/** The name of the schema that an indexed access (`components["schemas"]["X"]`) stands for. */
export function referencedName(node: ts.TypeNode): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node)) return undefined;
  const index = node.indexType;
  return ts.isLiteralTypeNode(index) && ts.isStringLiteral(index.literal) ? index.literal.text : undefined;
}

/** A type without the parentheses that TypeScript's factory puts around parts: they are set here. */
export function bare(node: ts.TypeNode): ts.TypeNode {
  return ts.isParenthesizedTypeNode(node) ? bare(node.type) : node;
}

/** Text of a type that starts `lead` columns into a line; further lines are indented by `indent`. */
export function renderType(given: ts.TypeNode, scope: RenderScope, indent: number = 0, lead: number = indent): string {
  const node = bare(given);
  const name = referencedName(node);
  if (name !== undefined) {
    scope.names.add(name);
    return name;
  }
  if (ts.isUnionTypeNode(node)) return renderUnion(node.types, scope, indent, lead);
  if (ts.isIntersectionTypeNode(node)) return renderIntersection(intersectionParts(node), scope, indent, lead);
  if (ts.isTypeLiteralNode(node)) return renderObject(node.members, scope, indent);
  if (ts.isArrayTypeNode(node)) return renderArray(node.elementType, scope, indent, lead);
  if (ts.isTupleTypeNode(node)) {
    return `[${node.elements.map((item) => renderType(item, scope, indent, lead)).join(", ")}]`;
  }
  if (ts.isLiteralTypeNode(node)) return renderLiteral(node.literal);
  if (ts.isTypeReferenceNode(node)) return renderReference(node, scope, indent, lead);
  // The transform hands string literals over as identifiers.
  if (ts.isIdentifier(node)) return quote(JSON.parse((node as ts.Identifier).text) as string);
  const keyword = ts.tokenToString(node.kind);
  if (keyword === undefined) throw new Error(`cannot print a ${ts.SyntaxKind[node.kind]}`);
  return keyword;
}

function renderReference(node: ts.TypeReferenceNode, scope: RenderScope, indent: number, lead: number): string {
  const name = ts.isIdentifier(node.typeName) ? node.typeName.text : "unknown";
  const [, value] = node.typeArguments ?? [];
  // A record of anything is what it makes of an object without properties.
  if (name === "Record" && value !== undefined) return `{ [key: string]: ${renderType(value, scope, indent, lead)} }`;
  return name;
}

function renderLiteral(node: ts.LiteralTypeNode["literal"]): string {
  if (ts.isStringLiteral(node)) return quote(node.text);
  if (ts.isNumericLiteral(node)) return node.text;
  if (ts.isPrefixUnaryExpression(node) && ts.isNumericLiteral(node.operand)) return `-${node.operand.text}`;
  return ts.tokenToString(node.kind) ?? "unknown";
}

function renderArray(element: ts.TypeNode, scope: RenderScope, indent: number, lead: number): string {
  const text = renderType(element, scope, indent, lead + 3);
  if (!isOperator(element, text)) return `${text}[]`;
  return text.startsWith("\n") ? `(${text}\n${" ".repeat(indent)})[]` : `(${text})[]`;
}

/** Whether a text must be put in parentheses to be part of another type. */
function isOperator(given: ts.TypeNode, text: string): boolean {
  const node = bare(given);
  if (ts.isUnionTypeNode(node)) return text.includes("|");
  return ts.isIntersectionTypeNode(node) && intersectionParts(node).length > 1;
}

function flattenUnion(types: readonly ts.TypeNode[]): readonly ts.TypeNode[] {
  return types.map(bare).flatMap((type) => (ts.isUnionTypeNode(type) ? flattenUnion(type.types) : [type]));
}

function renderUnion(types: readonly ts.TypeNode[], scope: RenderScope, indent: number, lead: number): string {
  return layUnion(unionTexts(types, scope, indent, lead), indent, lead);
}

function unionTexts(types: readonly ts.TypeNode[], scope: RenderScope, indent: number, lead: number): string[] {
  const members = flattenUnion(types);
  const [only] = members;
  if (members.length === 1 && only !== undefined) return [renderType(only, scope, indent, lead)];
  const texts = members.map((type) => {
    const text = renderType(type, scope, indent);
    return isOperator(type, text) ? `(${text})` : text;
  });
  return tidyUnion(texts);
}

function layUnion(texts: readonly string[], indent: number, lead: number): string {
  const flat = texts.join(" | ");
  const objects = texts.filter((text) => text.includes("\n"));
  const fits = objects.length === 0 && lead + flat.length < WIDTH;
  // `{ … } | null` stays in one piece.
  const isNullableObject = texts.every((text) => text === objects[0] || text === "null" || text === "undefined");
  if (texts.length === 1 || fits || isNullableObject) return flat;
  // No literal holds a line break, so what is indented further is layout alone.
  return texts.map((text) => `\n${" ".repeat(indent + 2)}| ${text.replaceAll("\n", "\n    ")}`).join("");
}

/** Each member once, what is missing last, and nothing beside what covers it all. */
function tidyUnion(texts: readonly string[]): string[] {
  if (texts.includes("unknown")) return ["unknown"];
  const once = [...new Set(texts)].filter((text) => text !== "never");
  const missing = ["null", "undefined"].filter((text) => once.includes(text));
  const tidy = [...once.filter((text) => !missing.includes(text)), ...missing];
  return tidy.length === 0 ? ["never"] : tidy;
}

function renderIntersection(parts: readonly ts.TypeNode[], scope: RenderScope, indent: number, lead: number): string {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return renderType(only, scope, indent, lead);
  const texts = parts.map((part) => {
    const text = renderType(part, scope, indent);
    return isOperator(part, text) ? `(${text})` : text;
  });
  const once = [...new Set(texts)];
  const flat = once.join(" & ");
  return flat.includes("\n") || lead + flat.length < WIDTH ? flat : once.join(` &\n${" ".repeat(indent + 2)}`);
}

/** The parts of an intersection, with object literals that do not contradict each other made into one, at the end. */
export function intersectionParts(node: ts.TypeNode): ts.TypeNode[] {
  const all = flattenIntersection(node);
  const saying = all.filter((part) => part.kind !== ts.SyntaxKind.UnknownKeyword);
  const parts = saying.length > 0 ? saying : all.slice(0, 1);
  const literals = parts.filter(
    (part) => ts.isTypeLiteralNode(part) && part.members.length > 0,
  ) as ts.TypeLiteralNode[];
  const members = literals.flatMap((literal) => [...literal.members]);
  const names = new Set(members.map(memberName));
  if (literals.length < 2 || names.size < members.length) return parts;
  const merged = ts.factory.createTypeLiteralNode(members);
  return [...parts.filter((part) => !(literals as ts.TypeNode[]).includes(part)), merged];
}

function flattenIntersection(node: ts.TypeNode): ts.TypeNode[] {
  const type = bare(node);
  return ts.isIntersectionTypeNode(type) ? type.types.flatMap(flattenIntersection) : [type];
}

/** The name of a property, unquoted; all index signatures share one. */
export function memberName(member: ts.TypeElement): string {
  const name = member.name;
  return name !== undefined && "text" in name ? name.text : "[]";
}

function renderObject(members: readonly ts.TypeElement[], scope: RenderScope, indent: number): string {
  if (members.length === 0) return "{}";
  if (members.every((member) => ts.isIndexSignatureDeclaration(member))) {
    const text = renderMembers(members, scope, indent).trim();
    return `{ ${text.slice(0, -1)} }`;
  }
  return `{\n${renderMembers(members, scope, indent + 2)}${" ".repeat(indent)}}`;
}

/** The inside of an object type, a line break behind every member. */
export function renderMembers(members: readonly ts.TypeElement[], scope: RenderScope, indent: number): string {
  const margin = " ".repeat(indent);
  const values: string[] = [];
  const lines = members.filter(ts.isPropertySignature).map((property) => {
    const doc = docComment(docOf(property, scope), indent);
    const name = `${margin}${propertyName(property)}${property.questionToken === undefined ? "" : "?"}:`;
    const texts = unionTexts(valueTypes(property, scope), scope, indent, name.length + 1);
    values.push(...texts, ...(property.questionToken === undefined ? [] : ["undefined"]));
    return `${doc}${name}${spaced(layUnion(texts, indent, name.length + 1))};\n`;
  });
  const indexes = members.filter(ts.isIndexSignatureDeclaration);
  if (indexes.length === 0) return lines.join("");
  const parameter = indexes[0]?.parameters[0]?.name;
  const key = parameter !== undefined && ts.isIdentifier(parameter) ? parameter.text : "key";
  const lead = `${margin}[${key}: string]:`;
  const types = indexes.map((index) => renderType(index.type, scope, indent, lead.length + 1));
  // TypeScript wants every property to fit the index signature beside it.
  const text =
    values.length === 0 && types.length === 1
      ? types.join("")
      : layUnion(tidyUnion([...types, ...values]), indent, lead.length + 1);
  return `${lines.join("")}${lead}${spaced(text)};\n`;
}

function spaced(text: string): string {
  return text.startsWith("\n") ? text : ` ${text}`;
}

function propertyName(property: ts.PropertySignature): string {
  const { name } = property;
  if (ts.isIdentifier(name) || ts.isNumericLiteral(name)) return name.text;
  return quote(memberName(property));
}

/** The type of a property, and `undefined` where a caller may give that instead of leaving the property out. */
function valueTypes(property: ts.PropertySignature, scope: RenderScope): ts.TypeNode[] {
  const type = property.type ?? UNKNOWN;
  const isLenient = property.questionToken !== undefined && (scope.origin(property)?.lenient ?? true);
  // `never` marks what an operation has not.
  return isLenient && type.kind !== ts.SyntaxKind.NeverKeyword ? [type, UNDEFINED] : [type];
}

const UNKNOWN = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword);
const UNDEFINED = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);

function docOf(property: ts.PropertySignature, scope: RenderScope): string[] {
  const origin = scope.origin(property);
  if (origin !== undefined) return schemaDoc(origin.schema);
  // Operations and parameters bring a comment along, of text that was made fit for it before the transform.
  const comments = ts.getSyntheticLeadingComments(property) ?? [];
  const lines = comments.flatMap(({ text }) => text.split("\n").map((line) => line.replace(/^\s*\*+/u, "").trim()));
  return lines.filter((line) => line !== "");
}
