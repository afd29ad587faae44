import ts from "typescript";

import { objectAt, type JsonObject } from "../load/json.ts";
import { schemaDoc } from "./docs.ts";
import { docComment } from "./escape.ts";
import { lowerSchema } from "./lower.ts";
import {
  bare,
  intersectionParts,
  memberName,
  referencedName,
  renderMembers,
  renderType,
  type RenderScope,
} from "./render.ts";
import type { Transform } from "./transform.ts";
import type { Direction } from "./walk.ts";

/**
 * `types.ts`: one declaration for each component schema. Objects are interfaces, and extend the interfaces that they are
 * composed of where TypeScript accepts that without doubt; everything else is a type alias.
 */

interface Interface {
  readonly kind: "interface";
  readonly parents: readonly string[];
  readonly members: readonly ts.TypeElement[];
  /** Own and inherited members with their types, to compare; made when first asked for. */
  readonly all: () => ReadonlyMap<string, Signature>;
}

interface Alias {
  readonly kind: "alias";
  readonly type: ts.TypeNode;
}

interface Signature {
  readonly type: string;
  readonly optional: boolean;
}

export interface DeclareScope {
  readonly document: JsonObject;
  readonly direction: (name: string) => Direction;
  readonly resolve: (ref: string) => unknown;
  readonly transform: Transform;
}

export function renderDeclarations(scope: DeclareScope): string {
  const schemas = objectAt(objectAt(scope.document, "components"), "schemas");
  const names = Object.keys(schemas).sort();
  const shapes = shapesOf(schemas, scope);
  const circular = findCircles(names, shapes);
  const render: RenderScope = { origin: scope.transform.origin, names: new Set() };
  const declarations = names.map((name) => {
    const doc = docComment(schemaDoc(schemas[name]), 0);
    const shape = shapes(name);
    if (shape.kind === "alias") return doc + renderAlias(name, cut(shape.type, circular(name)), render);
    return `${doc}${heading(name, shape.parents)}${shape.members.length === 0 ? "{}" : `{\n${renderMembers(shape.members, render, 2)}}`}\n`;
  });
  return declarations.join("\n");
}

function heading(name: string, parents: readonly string[]): string {
  if (parents.length === 0) return `export interface ${name} `;
  const line = `export interface ${name} extends ${parents.join(", ")} `;
  return line.length < 120 ? line : `export interface ${name}\n  extends ${parents.join(",\n    ")} `;
}

function renderAlias(name: string, type: ts.TypeNode, render: RenderScope): string {
  const lead = `export type ${name} =`;
  const text = renderType(type, render, 0, lead.length + 1);
  return `${lead}${text.startsWith("\n") ? "" : " "}${text};\n`;
}

function shapesOf(schemas: JsonObject, scope: DeclareScope): (name: string) => Interface | Alias {
  const known = new Map<string, Interface | Alias>();
  const shape = (name: string): Interface | Alias => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const lowered = lowerSchema(schemas[name], { direction: scope.direction(name), resolve: scope.resolve });
    const type = scope.transform.schema(lowered);
    // What extends itself is met as an alias on the way.
    known.set(name, { kind: "alias", type });
    const made = asInterface(type, shape, scope.transform) ?? known.get(name) ?? { kind: "alias", type };
    known.set(name, made);
    return made;
  };
  return shape;
}

function asInterface(
  type: ts.TypeNode,
  shape: (name: string) => Interface | Alias,
  transform: Transform,
): Interface | undefined {
  const parts = intersectionParts(type);
  const literals = parts.filter(ts.isTypeLiteralNode);
  const parents = [...new Set(parts.flatMap((part) => referencedName(part) ?? []))];
  if (literals.length > 1 || (literals.length === 0 && parents.length < 2)) return undefined;
  if (parts.some((part) => !ts.isTypeLiteralNode(part) && referencedName(part) === undefined)) return undefined;
  const inherited: ReadonlyMap<string, Signature>[] = [];
  for (const parent of parents) {
    const parentShape = shape(parent);
    if (parentShape.kind !== "interface") return undefined;
    inherited.push(parentShape.all());
  }
  const members = [...(literals[0]?.members ?? [])];
  let all: ReadonlyMap<string, Signature> | undefined;
  const collect = (): ReadonlyMap<string, Signature> => (all ??= combine(inherited, signatures(members, transform)));
  if (parents.length > 0 && !agree(inherited, signatures(members, transform))) return undefined;
  return { kind: "interface", parents, members, all: collect };
}

function signatures(members: readonly ts.TypeElement[], transform: Transform): Map<string, Signature> {
  const scope: RenderScope = { origin: transform.origin, names: new Set() };
  return new Map(
    members.map((member) => {
      const property = ts.isPropertySignature(member) ? member.type : undefined;
      const type = property === undefined ? renderMembers([member], scope, 0) : renderType(property, scope);
      return [memberName(member), { type, optional: member.questionToken !== undefined }];
    }),
  );
}

function combine(
  inherited: readonly ReadonlyMap<string, Signature>[],
  own: ReadonlyMap<string, Signature>,
): ReadonlyMap<string, Signature> {
  return inherited.length === 0 ? own : new Map([...inherited.flatMap((one) => [...one]), ...own]);
}

/** Whether an interface may have these parents and these members: the same name stands for the same type everywhere. */
function agree(inherited: readonly ReadonlyMap<string, Signature>[], own: ReadonlyMap<string, Signature>): boolean {
  const known = new Map<string, Signature>();
  for (const one of inherited) {
    for (const [name, signature] of one) {
      const other = known.get(name);
      if (other !== undefined && (other.type !== signature.type || other.optional !== signature.optional)) return false;
      known.set(name, signature);
    }
  }
  for (const [name, signature] of own) {
    const other = known.get(name);
    // What is optional in a parent may be required here.
    if (other !== undefined && (other.type !== signature.type || (signature.optional && !other.optional))) return false;
  }
  const index = [...inherited, own].flatMap((one) => one.get("[]") ?? []);
  return index.every(({ type }) => type.includes(": unknown;"));
}

/** References of an alias that TypeScript has to follow to know what it is: those outside objects and arrays. */
function directReferences(given: ts.TypeNode): string[] {
  const type = bare(given);
  if (ts.isUnionTypeNode(type) || ts.isIntersectionTypeNode(type)) return type.types.flatMap(directReferences);
  const name = referencedName(type);
  return name === undefined ? [] : [name];
}

/** References that lead an alias back to itself. The schema says nothing by them, and TypeScript refuses them. */
function findCircles(
  names: readonly string[],
  shapes: (name: string) => Interface | Alias,
): (name: string) => ReadonlySet<string> {
  const state = new Map<string, "open" | "done">();
  const found = new Map<string, Set<string>>();
  const visit = (name: string): void => {
    state.set(name, "open");
    const shape = shapes(name);
    for (const target of shape.kind === "alias" ? directReferences(shape.type) : []) {
      if (state.get(target) === "open") found.set(name, (found.get(name) ?? new Set()).add(target));
      else if (!state.has(target)) visit(target);
    }
    state.set(name, "done");
  };
  for (const name of names) if (!state.has(name)) visit(name);
  return (name) => found.get(name) ?? new Set();
}

function cut(given: ts.TypeNode, circular: ReadonlySet<string>): ts.TypeNode {
  if (circular.size === 0) return given;
  const type = bare(given);
  const name = referencedName(type);
  if (name !== undefined && circular.has(name)) return ts.factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword);
  if (ts.isUnionTypeNode(type)) return ts.factory.createUnionTypeNode(type.types.map((part) => cut(part, circular)));
  if (!ts.isIntersectionTypeNode(type)) return type;
  return ts.factory.createIntersectionTypeNode(type.types.map((part) => cut(part, circular)));
}
