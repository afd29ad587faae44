import { sorted } from "./canonical.ts";

/** A type as specs and evidence both can say it; schemas with a name are known by that name alone. */
export type Type =
  | { readonly kind: "any" | "null" }
  | { readonly kind: "plain"; readonly name: PlainName; readonly format?: string }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "array"; readonly items: Type }
  | { readonly kind: "map"; readonly values: Type }
  | { readonly kind: "record"; readonly fields: readonly RecordField[] }
  | { readonly kind: "union"; readonly members: readonly Type[] };

const PLAIN_NAMES = ["string", "integer", "number", "boolean", "object"] as const;

export type PlainName = (typeof PLAIN_NAMES)[number];

export function isPlainName(name: string): name is PlainName {
  return PLAIN_NAMES.some((known) => known === name);
}

/** `readonly`: only in answers. `writeonly`: only in requests. */
export type Access = "readonly" | "writeonly" | "both";

export interface RecordField {
  readonly name: string;
  readonly required: boolean;
  readonly access: Access;
  readonly type: Type;
}

export const any: Type = { kind: "any" };
export const nothing: Type = { kind: "null" };

export function plain(name: PlainName, format?: string): Type {
  return format === undefined ? { kind: "plain", name } : { kind: "plain", name, format };
}

/** A map of anything is what `object` says already. */
export function mapOf(values: Type): Type {
  return values.kind === "any" ? plain("object") : { kind: "map", values };
}

/** Flat, without repetition, in one order whatever the order they were written in; `any` takes everything in. */
export function unionOf(types: readonly Type[]): Type {
  const members = new Map<string, Type>();
  for (const type of types) {
    for (const member of membersOf(type)) members.set(formatType(member), member);
  }
  if (members.has("any") || members.size === 0) return any;
  const hasNull = members.delete("null");
  const inOrder = sorted([...members.keys()]).flatMap((text) => members.get(text) ?? []);
  if (hasNull) inOrder.push(nothing);
  const [first, second] = inOrder;
  return first !== undefined && second === undefined ? first : { kind: "union", members: inOrder };
}

export function membersOf(type: Type): readonly Type[] {
  return type.kind === "union" ? type.members : [type];
}

export function isNullable(type: Type): boolean {
  return type.kind === "any" || membersOf(type).some((member) => member.kind === "null");
}

export function withoutNull(type: Type): Type {
  return unionOf(membersOf(type).filter((member) => member.kind !== "null"));
}

/** The canonical spelling: two types are the same exactly when their spellings are. */
export function formatType(type: Type): string {
  switch (type.kind) {
    case "any":
    case "null":
      return type.kind;
    case "plain":
      if (type.name === "integer" && (type.format === "int32" || type.format === "int64")) return type.format;
      return type.format === undefined ? type.name : `${type.name}(${type.format})`;
    case "literal":
      return JSON.stringify(type.value);
    case "named":
      return type.name;
    case "array":
      return type.items.kind === "union" ? `(${formatType(type.items)})[]` : `${formatType(type.items)}[]`;
    case "map":
      return `map<${formatType(type.values)}>`;
    case "record": {
      const fields = sorted(type.fields.map(formatField));
      return fields.length === 0 ? "{}" : `{ ${fields.join("; ")} }`;
    }
    default:
      return type.members.map(formatType).join(" | ");
  }
}

export function formatField(field: RecordField): string {
  const access = field.access === "both" ? "" : `${field.access} `;
  return `${field.name}${field.required ? "" : "?"}: ${access}${formatType(field.type)}`;
}

/** The names of the schemas that a type speaks of. */
export function namesIn(type: Type): string[] {
  switch (type.kind) {
    case "named":
      return [type.name];
    case "array":
      return namesIn(type.items);
    case "map":
      return namesIn(type.values);
    case "record":
      return type.fields.flatMap((field) => namesIn(field.type));
    case "union":
      return type.members.flatMap(namesIn);
    default:
      return [];
  }
}
