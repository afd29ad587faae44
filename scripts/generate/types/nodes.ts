import type { Property } from "./lowered.ts";

/**
 * The nodes that types are made of between the transform and the renderer: those of the compiler, as plain values, under the
 * names that they have there.
 */

export type TypeNode =
  | Token
  | Identifier
  | { readonly kind: "ArrayType"; readonly elementType: TypeNode }
  | { readonly kind: "TupleType"; readonly elements: readonly TypeNode[] }
  | { readonly kind: "OptionalType" | "RestType"; readonly type: TypeNode }
  | { readonly kind: "UnionType" | "IntersectionType"; readonly types: readonly TypeNode[] }
  | TypeLiteral
  | { readonly kind: "LiteralType"; readonly literal: Literal }
  | { readonly kind: "IndexedAccessType"; readonly objectType: TypeNode; readonly indexType: TypeNode }
  | TypeReference;

export interface TypeReference {
  readonly kind: "TypeReference";
  readonly typeName: Identifier;
  readonly typeArguments: readonly TypeNode[];
}

type Keyword =
  | "BigIntKeyword"
  | "BooleanKeyword"
  | "FalseKeyword"
  | "NeverKeyword"
  | "NullKeyword"
  | "NumberKeyword"
  | "StringKeyword"
  | "TrueKeyword"
  | "UndefinedKeyword"
  | "UnknownKeyword";

export interface TypeLiteral {
  readonly kind: "TypeLiteral";
  readonly members: readonly Member[];
}

interface Token {
  readonly kind: Keyword | "QuestionToken" | "MinusToken";
}

interface Identifier {
  readonly kind: "Identifier";
  readonly text: string;
}

interface NumericLiteral {
  readonly kind: "NumericLiteral";
  readonly text: string;
}

export type Literal =
  | Token
  | NumericLiteral
  | { readonly kind: "StringLiteral"; readonly text: string }
  | { readonly kind: "PrefixUnaryExpression"; readonly operand: NumericLiteral };

export type Member =
  | { readonly kind: "PropertySignature"; readonly property: Property; readonly type: TypeNode }
  | { readonly kind: "IndexSignature"; readonly type: TypeNode };

export function keyword(kind: Keyword): TypeNode {
  return { kind };
}

export function reference(name: string): TypeNode {
  return { kind: "TypeReference", typeName: { kind: "Identifier", text: name }, typeArguments: [] };
}

export const UNKNOWN: TypeNode = keyword("UnknownKeyword");
export const UNDEFINED: TypeNode = keyword("UndefinedKeyword");

/** How a keyword is written; undefined for what is none. */
export function keywordText(kind: string): string | undefined {
  return kind.endsWith("Keyword") ? kind.slice(0, -"Keyword".length).toLowerCase() : undefined;
}

const KINDS = [
  "BigIntKeyword",
  "BooleanKeyword",
  "MinusToken",
  "NeverKeyword",
  "NullKeyword",
  "NumberKeyword",
  "QuestionToken",
  "StringKeyword",
  "UndefinedKeyword",
  "UnknownKeyword",
] as const;

/** What of the compiler the transform calls for, making these nodes. */
export const COMPILER: object = {
  // Asked for the number of a name, and for the name of a number.
  SyntaxKind: Object.fromEntries(KINDS.map((kind) => [kind, kind])),
  isArrayTypeNode: ({ kind }: TypeNode): boolean => kind === "ArrayType",
  isTupleTypeNode: ({ kind }: TypeNode): boolean => kind === "TupleType",
  factory: {
    createToken: (kind: Token["kind"]): Token => ({ kind }),
    createKeywordTypeNode: keyword,
    createTrue: (): Token => ({ kind: "TrueKeyword" }),
    createFalse: (): Token => ({ kind: "FalseKeyword" }),
    createNull: (): Token => ({ kind: "NullKeyword" }),
    createIdentifier: (text: string): Identifier => ({ kind: "Identifier", text }),
    createStringLiteral: (text: string): Literal => ({ kind: "StringLiteral", text }),
    createNumericLiteral: (value: number): NumericLiteral => ({ kind: "NumericLiteral", text: String(value) }),
    createPrefixUnaryExpression: (_: "MinusToken", operand: NumericLiteral): Literal => {
      return { kind: "PrefixUnaryExpression", operand };
    },
    createLiteralTypeNode: (literal: Literal): TypeNode => ({ kind: "LiteralType", literal }),
    createArrayTypeNode: (elementType: TypeNode): TypeNode => ({ kind: "ArrayType", elementType }),
    createTupleTypeNode: (elements: readonly TypeNode[]): TypeNode => ({ kind: "TupleType", elements }),
    createUnionTypeNode: (types: readonly TypeNode[]): TypeNode => ({ kind: "UnionType", types }),
    createIntersectionTypeNode: (types: readonly TypeNode[]): TypeNode => ({ kind: "IntersectionType", types }),
    createTypeLiteralNode: (members: readonly Member[]): TypeLiteral => ({ kind: "TypeLiteral", members }),
    // An index signature's parameter is always a string.
    createParameterDeclaration: (): undefined => undefined,
    createIndexSignature: (_: unknown, __: unknown, type: TypeNode): Member => ({ kind: "IndexSignature", type }),
    createIndexedAccessTypeNode: (objectType: TypeNode, indexType: TypeNode): TypeNode => {
      return { kind: "IndexedAccessType", objectType, indexType };
    },
    createTypeReferenceNode: (typeName: Identifier, typeArguments: readonly TypeNode[] = []): TypeNode => {
      return { kind: "TypeReference", typeName, typeArguments };
    },
  },
};
