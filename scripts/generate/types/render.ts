import { schemaDoc } from "./docs.ts";
import { docComment, quote } from "./escape.ts";
import { FILE_PART_NAME, type Property } from "./lowered.ts";
import {
  keywordText,
  UNDEFINED,
  type Literal,
  type Member,
  type TypeLiteral,
  type TypeNode,
  type TypeReference,
} from "./nodes.ts";

/**
 * Prints the type nodes that the transform makes, in the repository's layout. TypeScript's own printer indents by four,
 * breaks no long union and escapes names and literals each in its own way. Every node is printed once.
 */

const WIDTH = 120;

/** The name of the schema that an indexed access (`components["schemas"]["X"]`) stands for. */
export function referencedName(node: TypeNode): string | undefined {
  if (node.kind !== "IndexedAccessType") return undefined;
  const index = node.indexType;
  return index.kind === "LiteralType" && index.literal.kind === "StringLiteral" ? index.literal.text : undefined;
}

/** Text of a type that starts `lead` columns into a line; further lines are indented by `indent`. */
export function renderType(node: TypeNode, names: Set<string>, indent: number = 0, lead: number = indent): string {
  const name = referencedName(node);
  if (name !== undefined) {
    names.add(name);
    return name;
  }
  if (node.kind === "UnionType") return renderUnion(node.types, names, indent, lead);
  if (node.kind === "IntersectionType") return renderIntersection(intersectionParts(node), names, indent, lead);
  if (node.kind === "TypeLiteral") return renderObject(node.members, names, indent);
  if (node.kind === "ArrayType") return renderArray(node.elementType, names, indent, lead);
  if (node.kind === "TupleType") {
    return `[${node.elements.map((item) => renderType(item, names, indent, lead)).join(", ")}]`;
  }
  if (node.kind === "OptionalType") return `${renderPart(node.type, names, indent, lead)}?`;
  if (node.kind === "RestType") return `...${renderType(node.type, names, indent, lead)}`;
  if (node.kind === "LiteralType") return renderLiteral(node.literal);
  if (node.kind === "TypeReference") return renderReference(node, names, indent, lead);
  // The transform hands string literals over as identifiers.
  if (node.kind === "Identifier") return quote(JSON.parse(node.text) as string);
  const keyword = keywordText(node.kind);
  if (keyword === undefined) throw new Error(`cannot print a ${node.kind}`);
  return keyword;
}

function renderReference(node: TypeReference, names: Set<string>, indent: number, lead: number): string {
  const name = node.typeName.text;
  const [, value] = node.typeArguments;
  // A record of anything is what it makes of an object without properties.
  if (name === "Record" && value !== undefined) return `{ [key: string]: ${renderType(value, names, indent, lead)} }`;
  if (name === FILE_PART_NAME) names.add(name);
  return name;
}

function renderLiteral(node: Literal): string {
  if (node.kind === "StringLiteral") return quote(node.text);
  if (node.kind === "NumericLiteral") return node.text;
  if (node.kind === "PrefixUnaryExpression") return `-${node.operand.text}`;
  return keywordText(node.kind) ?? "unknown";
}

function renderArray(element: TypeNode, names: Set<string>, indent: number, lead: number): string {
  return `${renderPart(element, names, indent, lead)}[]`;
}

/** Text of a type that a mark follows. */
function renderPart(part: TypeNode, names: Set<string>, indent: number, lead: number): string {
  const text = renderType(part, names, indent, lead + 3);
  if (!isOperator(part, text)) return text;
  return text.startsWith("\n") ? `(${text}\n${" ".repeat(indent)})` : `(${text})`;
}

/** Whether a text must be put in parentheses to be part of another type. */
function isOperator(node: TypeNode, text: string): boolean {
  if (node.kind === "UnionType") return text.includes("|");
  return node.kind === "IntersectionType" && intersectionParts(node).length > 1;
}

function flattenUnion(types: readonly TypeNode[]): readonly TypeNode[] {
  return types.flatMap((type) => (type.kind === "UnionType" ? flattenUnion(type.types) : [type]));
}

function renderUnion(types: readonly TypeNode[], names: Set<string>, indent: number, lead: number): string {
  return layUnion(unionTexts(types, names, indent, lead), indent, lead);
}

function unionTexts(types: readonly TypeNode[], names: Set<string>, indent: number, lead: number): string[] {
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

function renderIntersection(parts: readonly TypeNode[], names: Set<string>, indent: number, lead: number): string {
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
export function intersectionParts(node: TypeNode): TypeNode[] {
  const all = flattenIntersection(node);
  const saying = all.filter((part) => part.kind !== "UnknownKeyword");
  const parts = saying.length > 0 ? saying : all.slice(0, 1);
  const literals = parts.filter(isObjectType);
  const members = literals.flatMap((literal) => [...literal.members]);
  const names = new Set(members.map(memberName));
  if (literals.length < 2 || names.size < members.length) return parts;
  return [...parts.filter((part) => !isObjectType(part)), { kind: "TypeLiteral", members }];
}

function isObjectType(node: TypeNode): node is TypeLiteral {
  return node.kind === "TypeLiteral" && node.members.length > 0;
}

function flattenIntersection(node: TypeNode): TypeNode[] {
  return node.kind === "IntersectionType" ? node.types.flatMap(flattenIntersection) : [node];
}

/** The name of a property; all index signatures share one. */
export function memberName(member: Member): string {
  return member.kind === "PropertySignature" ? member.property.name : "[]";
}

function renderObject(members: readonly Member[], names: Set<string>, indent: number): string {
  if (members.length === 0) return "{}";
  if (members.every((member) => member.kind === "IndexSignature")) {
    const text = renderMembers(members, names, indent).trim();
    return `{ ${text.slice(0, -1)} }`;
  }
  return `{\n${renderMembers(members, names, indent + 2)}${" ".repeat(indent)}}`;
}

/** The inside of an object type, a line break behind every member. */
export function renderMembers(members: readonly Member[], names: Set<string>, indent: number): string {
  const indexes = members.filter((member) => member.kind === "IndexSignature");
  const values: string[] = [];
  let text = "";
  for (const member of members) {
    if (member.kind !== "PropertySignature") continue;
    const { property, type } = member;
    const lines = renderProperty(property, type, names, indent);
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
  type: TypeNode,
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
