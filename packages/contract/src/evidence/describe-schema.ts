import { OTHER_FIELDS, type FieldFacts, type SchemaFacts } from "./facts.ts";
import { dereference, referenceOf } from "./references.ts";
import { childOf, elementsOf, entriesOf, isList, isObject, placeOf, textOf, valueOf, type Item } from "./source.ts";
import {
  any,
  formatType,
  isPlainName,
  mapOf,
  nothing,
  plain,
  unionOf,
  type Access,
  type RecordField,
  type Type,
} from "./types.ts";

const COMPONENT = "#/components/schemas/";
const NUMBER_FORMATS = new Set(["int32", "int64", "float", "double"]);

export function describeSchema(name: string, schema: Item): SchemaFacts {
  const fields = fieldsOf(schema);
  if (fields !== undefined) return { name, fields, place: placeOf(schema) };
  const ref = referenceOf(schema);
  return { name, type: ref === undefined ? typeOf(schema) : typeOf(dereference(schema)), place: placeOf(schema) };
}

/** What a schema means where it is used: by name where it is a component, in full otherwise. */
export function typeOf(schema: Item): Type {
  const ref = referenceOf(schema);
  const name = ref?.startsWith(COMPONENT) ? ref.slice(COMPONENT.length) : undefined;
  if (name !== undefined && !name.includes("/")) return { kind: "named", name };
  if (ref !== undefined) return typeOf(dereference(schema));
  const own = ownType(schema);
  const parts = elementsOf(childOf(schema, "allOf")).map(typeOf);
  if (parts.length === 0) return own;
  // One part that says something, beside others that only describe or limit, is what the whole is.
  const telling = [...parts, own].filter((type) => !["any", "object"].includes(formatType(type)));
  if (telling.length === 1 && telling[0] !== undefined) return telling[0];
  const fields = fieldsOf(schema);
  if (fields !== undefined) return { kind: "record", fields };
  return telling.at(-1) ?? own;
}

/** The type without regard to allOf. */
function ownType(schema: Item): Type {
  const literals = literalsOf(schema);
  if (literals !== undefined) return literals;
  const choices = [...elementsOf(childOf(schema, "anyOf")), ...elementsOf(childOf(schema, "oneOf"))];
  // Choices that only add conditions (`required` and the like) say nothing about the type.
  const choice = choices.length === 0 ? any : unionOf(choices.map(typeOf));
  if (choice.kind !== "any") return choice;
  const names = typeNames(schema);
  return names.length === 0 ? any : unionOf(names.map((name) => typeNamed(name, schema)));
}

function literalsOf(schema: Item): Type | undefined {
  const constant = childOf(schema, "const");
  const values = constant === undefined ? elementsOf(childOf(schema, "enum")).map(valueOf) : [valueOf(constant)];
  if (values.length === 0) return undefined;
  const names = typeNames(schema);
  // What `type` excludes can never occur, whatever the enumeration lists: above all null.
  const possible = names.length === 0 ? values : values.filter((value) => names.some((name) => isOfType(value, name)));
  return unionOf(possible.map(literal));
}

function isOfType(value: unknown, name: string): boolean {
  if (name === "null") return value === null;
  return typeof value === (name === "integer" ? "number" : name);
}

/** Objects and arrays as constants are beyond what a type can say. */
function literal(value: unknown): Type {
  if (value === null) return nothing;
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isPlain ? { kind: "literal", value } : any;
}

function typeNames(schema: Item): string[] {
  const type = childOf(schema, "type");
  if (type !== undefined)
    return isList(type) ? elementsOf(type).map((name) => textOf(name) ?? "") : [textOf(type) ?? ""];
  if (childOf(schema, "properties") ?? childOf(schema, "additionalProperties")) return ["object"];
  return childOf(schema, "items") === undefined ? [] : ["array"];
}

function typeNamed(name: string, schema: Item): Type {
  switch (name) {
    case "null":
      return nothing;
    case "array": {
      const items = childOf(schema, "items");
      return { kind: "array", items: items === undefined ? any : typeOf(items) };
    }
    case "object":
      return objectType(schema);
    default: {
      const format = textOf(childOf(schema, "format"));
      // With several types, the format belongs to the one it can say something about.
      const single = typeNames(schema).filter((other) => other !== "null").length === 1;
      const isNumber = name === "integer" || name === "number";
      const belongs = format !== undefined && (single || isNumber === NUMBER_FORMATS.has(format));
      return isPlainName(name) ? plain(name, belongs ? format : undefined) : any;
    }
  }
}

function objectType(schema: Item): Type {
  const fields = ownFields(schema);
  if (fields.length > 0) return { kind: "record", fields };
  const values = childOf(schema, "additionalProperties");
  return values !== undefined && isObject(values) ? mapOf(typeOf(values)) : plain("object");
}

function ownFields(schema: Item): FieldFacts[] {
  return entriesOf(childOf(schema, "properties")).length === 0 ? [] : (fieldsOf(schema) ?? []);
}

/** The fields of an object, own and inherited; undefined where there are none to name. */
function fieldsOf(schema: Item): FieldFacts[] | undefined {
  const layers = layersOf(schema, []);
  const required = new Set(layers.flatMap((layer) => elementsOf(childOf(layer, "required")).map(textOf)));
  const fields = new Map<string, FieldFacts>();
  for (const layer of layers) {
    for (const [name, property] of entriesOf(childOf(layer, "properties"))) {
      fields.set(name, merge(fields.get(name), describeField(name, property, required.has(name))));
    }
  }
  if (fields.size === 0) return undefined;
  for (const layer of layers) {
    const others = childOf(layer, "additionalProperties");
    if (others !== undefined && isObject(others)) {
      fields.set(OTHER_FIELDS, describeField(OTHER_FIELDS, others, false));
    }
  }
  return [...fields.values()];
}

/** The schema and all that it inherits, parents first; a schema that inherits itself counts once. */
function layersOf(schema: Item, seen: Item["node"][]): Item[] {
  if (seen.includes(schema.node)) return [];
  const path = [...seen, schema.node];
  const parents = elementsOf(childOf(schema, "allOf"));
  if (referenceOf(schema) !== undefined) parents.unshift(dereference(schema));
  return [...parents.flatMap((parent) => layersOf(parent, path)), schema];
}

function describeField(name: string, property: Item, required: boolean): FieldFacts {
  return { name, required, access: accessOf(property), type: typeOf(property), place: placeOf(property) };
}

/** An heir may narrow a field or only describe it anew. */
function merge(inherited: RecordField | undefined, own: FieldFacts): FieldFacts {
  if (inherited === undefined) return own;
  return {
    ...own,
    access: own.access === "both" ? inherited.access : own.access,
    type: own.type.kind === "any" ? inherited.type : own.type,
  };
}

function accessOf(property: Item): Access {
  const layers = layersOf(property, []);
  if (layers.some((layer) => textOf(childOf(layer, "readOnly")) === "true")) return "readonly";
  return layers.some((layer) => textOf(childOf(layer, "writeOnly")) === "true") ? "writeonly" : "both";
}
