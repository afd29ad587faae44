import { objectAt, type JsonObject } from "../load/json.ts";
import { schemaDoc } from "./docs.ts";
import { docComment } from "./escape.ts";
import { UNKNOWN, type Member, type TypeNode } from "./nodes.ts";
import { intersectionParts, memberName, referencedName, renderMembers, renderType } from "./render.ts";
import type { Transform } from "./transform.ts";
import type { Direction } from "./walk.ts";

/**
 * `types.ts`: one declaration for each component schema. Objects are interfaces, and extend the interfaces that they are
 * composed of where TypeScript accepts that without doubt; everything else is a type alias.
 */

interface Interface {
  readonly kind: "interface";
  readonly parents: readonly string[];
  readonly members: string;
}

interface Alias {
  readonly kind: "alias";
  readonly node: TypeNode;
}

interface Signature {
  readonly type: string;
  readonly optional: boolean;
}
type Signatures = ReadonlyMap<string, Signature>;

export interface DeclareScope {
  readonly document: JsonObject;
  readonly direction: (name: string) => Direction;
  readonly transform: Transform;
}

export function renderDeclarations(scope: DeclareScope): string {
  const schemas = objectAt(objectAt(scope.document, "components"), "schemas");
  const names = Object.keys(schemas).sort();
  const shapes = shapesOf((name) => scope.transform(schemas[name], scope.direction(name)));
  const circular = findCircles(names, shapes);
  const declarations = names.map((name) => {
    const doc = docComment(schemaDoc(schemas[name]), 0);
    const shape = shapes(name);
    if (shape.kind === "alias") return doc + renderAlias(name, shape.node, circular(name));
    return `${doc}${heading(name, shape.parents)}${shape.members === "" ? "{}" : `{\n${shape.members}}`}\n`;
  });
  return declarations.join("\n");
}

function heading(name: string, parents: readonly string[]): string {
  if (parents.length === 0) return `export interface ${name} `;
  const line = `export interface ${name} extends ${parents.join(", ")} `;
  return line.length < 120 ? line : `export interface ${name}\n  extends ${parents.join(",\n    ")} `;
}

function renderAlias(name: string, node: TypeNode, circular: ReadonlySet<string>): string {
  const lead = `export type ${name} =`;
  const text = renderType(cut(node, circular), new Set(), 0, lead.length + 1);
  return `${lead}${text.startsWith("\n") ? "" : " "}${text};\n`;
}

type Shape = Interface | Alias;

/** Members are rendered as soon as they are known: nodes of all schemas at once would take more memory than all else. */
function shapesOf(type: (name: string) => TypeNode): (name: string) => Shape {
  const known = new Map<string, Shape>();
  const shape = (name: string): Shape => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const node = type(name);
    // What extends itself is met as an alias on the way.
    known.set(name, { kind: "alias", node });
    const composed = composition(node);
    const made: Shape =
      composed === undefined || !mayExtend(composed)
        ? { kind: "alias", node }
        : {
            kind: "interface",
            parents: composed.parents,
            members: renderMembers(composed.members, new Set(), 2),
          };
    known.set(name, made);
    return made;
  };
  // Only few schemas are extended: these are transformed once more.
  const inherited = new Map<string, Signatures>();
  const signaturesOf = (name: string): Signatures => {
    const found = inherited.get(name);
    if (found !== undefined) return found;
    const composed = composition(type(name));
    const own = composed === undefined ? new Map() : signatures(composed);
    const made = new Map([...(composed?.parents ?? []).flatMap((parent) => [...signaturesOf(parent)]), ...own]);
    inherited.set(name, made);
    return made;
  };
  const mayExtend = (composed: Composition): boolean =>
    composed.parents.length === 0 ||
    (composed.parents.every((parent) => shape(parent).kind === "interface") &&
      agree(composed.parents.map(signaturesOf), signatures(composed)));
  return shape;
}

interface Composition {
  readonly parents: readonly string[];
  readonly members: readonly Member[];
}

/** What an interface would consist of, if nothing but named types and one object. */
function composition(node: TypeNode): Composition | undefined {
  const parts = intersectionParts(node);
  const literals = parts.filter((part) => part.kind === "TypeLiteral");
  const parents = [...new Set(parts.flatMap((part) => referencedName(part) ?? []))];
  if (literals.length > 1 || (literals.length === 0 && parents.length < 2)) return undefined;
  if (parts.some((part) => part.kind !== "TypeLiteral" && referencedName(part) === undefined)) return undefined;
  return { parents, members: literals[0]?.members ?? [] };
}

function signatures({ members }: Composition): Signatures {
  return new Map(
    members.map((member) => {
      const isProperty = member.kind === "PropertySignature";
      const type = isProperty ? renderType(member.type, new Set()) : renderMembers([member], new Set(), 0);
      return [memberName(member), { type, optional: isProperty && member.property.optional }];
    }),
  );
}

/** Whether an interface may have these parents and these members: the same name stands for the same type everywhere. */
function agree(inherited: readonly Signatures[], own: Signatures): boolean {
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
    if (other === undefined) continue;
    // What is optional in a parent may be required here, and one of several literals there the only one here.
    if (signature.optional && !other.optional) return false;
    if (signature.type !== other.type && !narrows(signature.type, other.type)) return false;
  }
  const index = [...inherited, own].flatMap((one) => one.get("[]") ?? []);
  return index.every(({ type }) => type.includes(": unknown;"));
}

const LITERAL = /^"(?:[^"\\]|\\.)*"$/u;

/** Whether a type is made of literals that another one allows. */
function narrows(type: string, other: string): boolean {
  const allowed = other.split(" | ");
  const takesAny = allowed.includes("string") || allowed.includes("(string & {})");
  return type.split(" | ").every((member) => LITERAL.test(member) && (takesAny || allowed.includes(member)));
}

/** References of an alias that TypeScript has to follow to know what it is: those outside objects and arrays. */
function directReferences(type: TypeNode): string[] {
  if (type.kind === "UnionType" || type.kind === "IntersectionType") return type.types.flatMap(directReferences);
  const name = referencedName(type);
  return name === undefined ? [] : [name];
}

/** References that lead an alias back to itself. The schema says nothing by them, and TypeScript refuses them. */
function findCircles(names: readonly string[], shapes: (name: string) => Shape): (name: string) => ReadonlySet<string> {
  const state = new Map<string, "open" | "done">();
  const found = new Map<string, Set<string>>();
  const visit = (name: string): void => {
    state.set(name, "open");
    const shape = shapes(name);
    for (const target of shape.kind === "alias" ? directReferences(shape.node) : []) {
      if (state.get(target) === "open") found.set(name, (found.get(name) ?? new Set()).add(target));
      else if (!state.has(target)) visit(target);
    }
    state.set(name, "done");
  };
  for (const name of names) if (!state.has(name)) visit(name);
  return (name) => found.get(name) ?? new Set();
}

function cut(type: TypeNode, circular: ReadonlySet<string>): TypeNode {
  if (circular.size === 0) return type;
  const name = referencedName(type);
  if (name !== undefined && circular.has(name)) return UNKNOWN;
  if (type.kind !== "UnionType" && type.kind !== "IntersectionType") return type;
  return { ...type, types: type.types.map((part) => cut(part, circular)) };
}
