import { isObject, textOf, type JsonObject } from "../openapi/json.ts";

/** A value of the spec that knows where it stands. */
export interface SpecNode {
  readonly document: JsonObject;
  /** JSON pointer from the document's root. */
  readonly pointer: string;
  /** Undefined where the spec has nothing. */
  readonly value: unknown;
}

export function rootNode(document: JsonObject): SpecNode {
  return { document, pointer: "", value: document };
}

/** A step into the value itself, which is no reference. */
export function child({ document, pointer, value }: SpecNode, name: string | number): SpecNode {
  const list = Array.isArray(value) ? (value as readonly unknown[]) : undefined;
  const next = list?.[Number(name)] ?? (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined);
  return { document, pointer: `${pointer}/${escapeToken(String(name))}`, value: next };
}

/** Steps that follow every reference on their way, the last one's too. */
export function descend(node: SpecNode, ...names: readonly (string | number)[]): SpecNode {
  let current = follow(node);
  for (const name of names) current = follow(child(current, name));
  return current;
}

/** The node itself, or the one that its reference leads to. */
export function follow(node: SpecNode): SpecNode {
  let current = node;
  for (let hops = 0; hops < 50; hops += 1) {
    const ref = isObject(current.value) ? textOf(current.value["$ref"]) : undefined;
    if (ref === undefined) return current;
    if (!ref.startsWith("#")) throw new Error(`"${ref}" leads out of the document`);
    current = at(current.document, decodeURIComponent(ref.slice(1)));
  }
  throw new Error(`A chain of references does not end: ${node.pointer}`);
}

export function names({ value }: SpecNode): string[] {
  return isObject(value) ? Object.keys(value) : [];
}

export function items(node: SpecNode): SpecNode[] {
  return Array.isArray(node.value) ? node.value.map((_, index) => child(node, index)) : [];
}

function at(document: JsonObject, pointer: string): SpecNode {
  let current = rootNode(document);
  for (const token of pointer.split("/").slice(1))
    current = child(current, token.replaceAll("~1", "/").replaceAll("~0", "~"));
  return current;
}

function escapeToken(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
