import type ts from "typescript";

import { schemaDoc } from "./docs.ts";
import { docComment, quote } from "./escape.ts";
import { FILE_PART_NAME, type Property } from "./lowered.ts";
import type { SchemaProperty } from "./transform.ts";
import { typescript } from "./typescript.ts";

/**
 * Prints the type nodes that the transform makes, in the repository's layout. TypeScript's own printer indents by four,
 * breaks no long union and escapes names and literals each in its own way. Every node is printed once.
 */

const WIDTH = 120;

/** The name of the schema that an indexed access (`components["schemas"]["X"]`) stands for. */
export function referencedName(node: ts.TypeNode): string | undefined {
  if (!typescript.isIndexedAccessTypeNode(node)) return undefined;
  const index = node.indexType;
  return typescript.isLiteralTypeNode(index) && typescript.isStringLiteral(index.literal)
    ? index.literal.text
    : undefined;
}

/** A type without the parentheses that TypeScript's factory puts around parts: they are set here. */
export function bare(node: ts.TypeNode): ts.TypeNode {
  return typescript.isParenthesizedTypeNode(node) ? bare(node.type) : node;
}

/** Text of a type that starts `lead` columns into a line; further lines are indented by `indent`. */
export function renderType(given: ts.TypeNode, names: Set<string>, indent: number = 0, lead: number = indent): string {
  const node = bare(given);
  const name = referencedName(node);
  if (name !== undefined) {
    names.add(name);
    return name;
  }
  if (typescript.isUnionTypeNode(node)) return renderUnion(node.types, names, indent, lead);
  if (typescript.isIntersectionTypeNode(node)) return renderIntersection(intersectionParts(node), names, indent, lead);
  if (typescript.isTypeLiteralNode(node)) return renderObject(node.members, names, indent);
  if (typescript.isArrayTypeNode(node)) return renderArray(node.elementType, names, indent, lead);
  if (typescript.isTupleTypeNode(node)) {
    return `[${node.elements.map((item) => renderType(item, names, indent, lead)).join(", ")}]`;
  }
  if (typescript.isOptionalTypeNode(node)) return `${renderPart(node.type, names, indent, lead)}?`;
  if (typescript.isRestTypeNode(node)) return `...${renderType(node.type, names, indent, lead)}`;
  if (typescript.isLiteralTypeNode(node)) return renderLiteral(node.literal);
  if (typescript.isTypeReferenceNode(node)) return renderReference(node, names, indent, lead);
  // The transform hands string literals over as identifiers.
  if (typescript.isIdentifier(node)) return quote(JSON.parse((node as ts.Identifier).text) as string);
  const keyword = typescript.tokenToString(node.kind);
  if (keyword === undefined) throw new Error(`cannot print a ${typescript.SyntaxKind[node.kind]}`);
  return keyword;
}

function renderReference(node: ts.TypeReferenceNode, names: Set<string>, indent: number, lead: number): string {
  const name = typescript.isIdentifier(node.typeName) ? node.typeName.text : "unknown";
  const [, value] = node.typeArguments ?? [];
  // A record of anything is what it makes of an object without properties.
  if (name === "Record" && value !== undefined) return `{ [key: string]: ${renderType(value, names, indent, lead)} }`;
  if (name === FILE_PART_NAME) names.add(name);
  return name;
}

function renderLiteral(node: ts.LiteralTypeNode["literal"]): string {
  if (typescript.isStringLiteral(node)) return quote(node.text);
  if (typescript.isNumericLiteral(node)) return node.text;
  if (typescript.isPrefixUnaryExpression(node) && typescript.isNumericLiteral(node.operand))
    return `-${node.operand.text}`;
  return typescript.tokenToString(node.kind) ?? "unknown";
}

function renderArray(element: ts.TypeNode, names: Set<string>, indent: number, lead: number): string {
  return `${renderPart(element, names, indent, lead)}[]`;
}

/** Text of a type that a mark follows. */
function renderPart(part: ts.TypeNode, names: Set<string>, indent: number, lead: number): string {
  const text = renderType(part, names, indent, lead + 3);
  if (!isOperator(part, text)) return text;
  return text.startsWith("\n") ? `(${text}\n${" ".repeat(indent)})` : `(${text})`;
}

/** Whether a text must be put in parentheses to be part of another type. */
function isOperator(given: ts.TypeNode, text: string): boolean {
  const node = bare(given);
  if (typescript.isUnionTypeNode(node)) return text.includes("|");
  return typescript.isIntersectionTypeNode(node) && intersectionParts(node).length > 1;
}

function flattenUnion(types: readonly ts.TypeNode[]): readonly ts.TypeNode[] {
  return types.map(bare).flatMap((type) => (typescript.isUnionTypeNode(type) ? flattenUnion(type.types) : [type]));
}

function renderUnion(types: readonly ts.TypeNode[], names: Set<string>, indent: number, lead: number): string {
  return layUnion(unionTexts(types, names, indent, lead), indent, lead);
}

function unionTexts(types: readonly ts.TypeNode[], names: Set<string>, indent: number, lead: number): string[] {
  const members = flattenUnion(types);
  const [only] = members;
  if (members.length === 1 && only !== undefined) return [renderType(only, names, indent, lead)];
  const texts = members.map((type) => {
    const text = renderType(type, names, indent);
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

function renderIntersection(parts: readonly ts.TypeNode[], names: Set<string>, indent: number, lead: number): string {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return renderType(only, names, indent, lead);
  const texts = parts.map((part) => {
    const text = renderType(part, names, indent);
    return isOperator(part, text) ? `(${text})` : text;
  });
  const once = [...new Set(texts)];
  const flat = once.join(" & ");
  return flat.includes("\n") || lead + flat.length < WIDTH ? flat : once.join(` &\n${" ".repeat(indent + 2)}`);
}

/** The parts of an intersection, with object literals that do not contradict each other made into one, at the end. */
export function intersectionParts(node: ts.TypeNode): ts.TypeNode[] {
  const all = flattenIntersection(node);
  const saying = all.filter((part) => part.kind !== typescript.SyntaxKind.UnknownKeyword);
  const parts = saying.length > 0 ? saying : all.slice(0, 1);
  const literals = parts.filter(
    (part) => typescript.isTypeLiteralNode(part) && part.members.length > 0,
  ) as ts.TypeLiteralNode[];
  const members = literals.flatMap((literal) => [...literal.members]);
  const names = new Set(members.map(memberName));
  if (literals.length < 2 || names.size < members.length) return parts;
  const merged = typescript.factory.createTypeLiteralNode(members);
  return [...parts.filter((part) => !(literals as ts.TypeNode[]).includes(part)), merged];
}

function flattenIntersection(node: ts.TypeNode): ts.TypeNode[] {
  const type = bare(node);
  return typescript.isIntersectionTypeNode(type) ? type.types.flatMap(flattenIntersection) : [type];
}

/** The name of a property; all index signatures share one. */
export function memberName(member: ts.TypeElement): string {
  return propertyOf(member)?.name ?? "[]";
}

function propertyOf(member: ts.TypeElement): Property | undefined {
  return typescript.isPropertySignature(member) ? (member as SchemaProperty).property : undefined;
}

function renderObject(members: readonly ts.TypeElement[], names: Set<string>, indent: number): string {
  if (members.length === 0) return "{}";
  if (members.every((member) => typescript.isIndexSignatureDeclaration(member))) {
    const text = renderMembers(members, names, indent).trim();
    return `{ ${text.slice(0, -1)} }`;
  }
  return `{\n${renderMembers(members, names, indent + 2)}${" ".repeat(indent)}}`;
}

/** The inside of an object type, a line break behind every member. */
export function renderMembers(members: readonly ts.TypeElement[], names: Set<string>, indent: number): string {
  const indexes = members.filter(typescript.isIndexSignatureDeclaration);
  const values: string[] = [];
  let text = "";
  for (const member of members) {
    const property = propertyOf(member);
    if (property === undefined || !typescript.isPropertySignature(member)) continue;
    const lines = renderProperty(property, member.type ?? UNKNOWN, names, indent);
    text += docComment(schemaDoc(property.schema), indent) + lines.text;
    if (indexes.length > 0) values.push(...lines.values, ...(property.optional ? ["undefined"] : []));
  }
  if (indexes.length === 0) return text;
  const lead = `${" ".repeat(indent)}[key: string]:`;
  const types = indexes.map((index) => renderType(index.type, names, indent, lead.length + 1));
  // TypeScript wants every property to fit the index signature beside it.
  const value =
    values.length === 0 && types.length === 1
      ? types.join("")
      : layUnion(tidyUnion([...types, ...values]), indent, lead.length + 1);
  return `${text}${lead}${spaced(value)};\n`;
}

/** The lines of a property without its comment, and the members of its type. */
export function renderProperty(
  { name, optional, lenient }: Pick<Property, "name" | "optional" | "lenient">,
  type: ts.TypeNode,
  names: Set<string>,
  indent: number,
): { readonly text: string; readonly values: readonly string[] } {
  const head = `${" ".repeat(indent)}${printName(name)}${optional ? "?" : ""}:`;
  const values = unionTexts(lenient ? [type, UNDEFINED] : [type], names, indent, head.length + 1);
  return { text: `${head}${spaced(layUnion(values, indent, head.length + 1))};\n`, values };
}

function spaced(text: string): string {
  return text.startsWith("\n") ? text : ` ${text}`;
}

const PLAIN_NAME = /^(?:[A-Za-z_$][\w$]*|0|[1-9]\d{0,8})$/;

export function printName(name: string): string {
  return PLAIN_NAME.test(name) ? name : quote(name);
}

const UNKNOWN = typescript.factory.createKeywordTypeNode(typescript.SyntaxKind.UnknownKeyword);
const UNDEFINED = typescript.factory.createKeywordTypeNode(typescript.SyntaxKind.UndefinedKeyword);
