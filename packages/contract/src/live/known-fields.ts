import { isObject } from "../openapi/json.ts";
import { child, follow, items, names, type SpecNode } from "./spec-node.ts";

/** The names that an object of a schema may have, all parts of the schema taken together. */
export interface KnownFields {
  readonly names: ReadonlySet<string>;
  /** Whether any name is known: the schema describes a map, or describes nothing. */
  readonly open: boolean;
  /** Where the names are listed. */
  readonly place: string;
  /** What rules out all other names. */
  readonly closed: string | undefined;
}

const PARTS = ["allOf", "anyOf", "oneOf"];
const SINGLE = ["if", "then", "else"];

export function knownFields(schema: SpecNode): KnownFields {
  const found = new Set<string>();
  const seen = new Set<string>();
  let open = false;
  let closed: string | undefined;
  let place: string | undefined;
  const collect = (node: SpecNode): void => {
    if (!isObject(node.value) || seen.has(node.pointer)) return;
    seen.add(node.pointer);
    if (node.value["$ref"] !== undefined) collect(follow(node));
    const properties = child(node, "properties");
    const own = names(properties);
    for (const name of own) found.add(name);
    if (own.length > 0) place ??= properties.pointer;
    for (const word of ["additionalProperties", "unevaluatedProperties"]) {
      const others = child(node, word);
      if (others.value === false) closed ??= others.pointer;
      else if (others.value !== undefined) open = true;
    }
    if (names(child(node, "patternProperties")).length > 0) open = true;
    for (const word of PARTS) items(child(node, word)).forEach(collect);
    for (const word of SINGLE) collect(child(node, word));
  };
  collect(schema);
  return {
    names: found,
    open: open || (found.size === 0 && closed === undefined),
    place: place ?? schema.pointer,
    closed,
  };
}

export function isKnown({ names: known, open }: KnownFields, name: string): boolean {
  return open || known.has(name);
}
