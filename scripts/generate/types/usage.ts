import { isObject, objectAt, own, type JsonObject } from "../load/json.ts";
import { dereference, pointerOfRef, resolvePointer } from "../load/pointer.ts";
import { partsSchema } from "../model/media-type.ts";
import { carriedOn, isBinary } from "./binary.ts";
import { siblingRule } from "./siblings.ts";
import { eachSubschema, walkDocument, type Direction, type Side } from "./walk.ts";
import { addWay, along, BODY, isPart, joined, PART, type Refs, type Way, waysFrom } from "./ways.ts";

/**
 * Which way each schema travels, and whether that makes a difference to its type.
 * One pass reads every schema once and notes what it refers to; three searches over these notes do the rest: from requests,
 * from responses, and backwards from the schemas that differ by themselves. No schema is walked once per use.
 */

export interface SchemaUse {
  /** `both` only where one form serves both ways. */
  readonly forms: readonly Direction[];
  readonly schema: unknown;
}

export interface Usage {
  /** Every schema with a discriminator, and its pointer if it stands for itself. */
  readonly discriminated: readonly { readonly schema: JsonObject; readonly pointer: string | undefined }[];
  /** Whether requests carry files. */
  readonly takesFiles: boolean;
  /** By JSON pointer: every component schema, and whatever else a schema refers to. */
  readonly schemas: ReadonlyMap<string, SchemaUse>;
  /** The ways that lead to what stands at a pointer; none if bytes in it are never files. */
  readonly ways: (pointer: string, side: Side) => readonly Way[];
  /** Pointers of schemas in which bytes are files in some requests and texts in others. */
  readonly eitherWay: readonly string[];
  /** The way on which a property with this schema is left out. */
  readonly hiddenFrom: (schema: unknown) => Side | undefined;
}

interface Note {
  readonly pointer: string | undefined;
  readonly schema: unknown;
  /** By what is referred to, the ways there. */
  readonly refs: Refs;
  /** The ways to bytes. */
  readonly bytes: Set<Way>;
  differs: boolean;
}

function noteOf(pointer: string | undefined, schema: unknown): Note {
  return { pointer, schema, refs: new Map(), bytes: new Set(), differs: false };
}

export function schemaPointer(ref: string): string {
  const pointer = pointerOfRef(ref);
  if (pointer === undefined) throw new Error(`not a local reference: ${ref}`);
  return pointer;
}

/** The schemas that a discriminator names: a subtype may be reachable in no other way. */
function discriminatorRefs(document: unknown, schema: JsonObject): string[] {
  const discriminator = objectAt(schema, "discriminator");
  const targets = [...Object.values(objectAt(discriminator, "mapping")), discriminator["defaultMapping"]];
  return targets.flatMap((target) => {
    const ref = typeof target === "string" ? mappingRef(document, target) : undefined;
    return ref === undefined ? [] : [ref];
  });
}

/** A mapping may hold a reference or the bare name of a component. */
export function mappingRef(document: unknown, target: string): string | undefined {
  const byName = `/components/schemas/${target.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  if (resolvePointer(document, byName) !== undefined) return `#${byName}`;
  const pointer = pointerOfRef(target);
  return pointer !== undefined && resolvePointer(document, pointer) !== undefined ? target : undefined;
}

export function findUsage(document: JsonObject): Usage {
  const notes = new Map<string, Note>();
  const discriminated: { schema: JsonObject; pointer: string | undefined }[] = [];
  const counting = siblingRule(document);
  const pending: string[] = [];
  const hiddenFrom = hiddenBy(document);

  const note = (pointer: string): void => {
    if (notes.has(pointer)) return;
    const schema = resolvePointer(document, pointer);
    if (schema === undefined) throw new Error(`nothing at #${pointer}`);
    notes.set(pointer, noteOf(pointer, schema));
    pending.push(pointer);
  };
  /** Reads one schema with all that is written inside it. */
  const read = (written: unknown, into: Note, way: Way): void => {
    if (!isObject(written)) return;
    const schema = counting(written);
    const ref = schema["$ref"];
    if (typeof ref === "string") addWay(into.refs, schemaPointer(ref), way);
    if (isObject(schema["discriminator"])) {
      discriminated.push({ schema, pointer: written === into.schema ? into.pointer : undefined });
      for (const target of discriminatorRefs(document, schema)) addWay(into.refs, schemaPointer(target), way);
    }
    if (isBinary(schema)) into.bytes.add(way);
    const values = schema["enum"];
    if (Array.isArray(values) && values.some((value) => typeof value === "string" || typeof value === "number")) {
      into.differs = true;
    }
    const properties = schema["properties"];
    if (!into.differs && isObject(properties)) {
      into.differs = Object.keys(properties).some((name) => hiddenFrom(properties[name]) !== undefined);
    }
    eachSubschema(schema, (sub, keyword) => read(sub, into, along(way, keyword)));
  };

  const roots = rootsOf(document, read);
  const components = own(own(document, "components"), "schemas");
  for (const name of Object.keys(isObject(components) ? components : {})) {
    note(`/components/schemas/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  }
  for (const { refs } of [roots.input, roots.output]) for (const pointer of refs.keys()) note(pointer);
  for (let pointer = pending.pop(); pointer !== undefined; pointer = pending.pop()) {
    const found = notes.get(pointer);
    if (found === undefined) continue;
    read(found.schema, found, "");
    for (const target of found.refs.keys()) note(target);
  }

  const ways: Record<Side, Refs> = {
    input: waysFrom(roots.input.refs, notes),
    output: waysFrom(roots.output.refs, notes),
  };
  const travels = (pointer: string, side: Side): boolean => ways[side].has(pointer);
  const usedBy = new Map<string, string[]>();
  for (const [pointer, { refs }] of notes) {
    for (const target of refs.keys()) {
      const users = usedBy.get(target);
      if (users === undefined) usedBy.set(target, [pointer]);
      else users.push(pointer);
    }
  }
  /** The ways to the bytes in a schema. */
  const waysToBytes = (side: Side, pointer: string, { bytes }: Note): Way[] => {
    if (bytes.size === 0) return [];
    return [...(ways[side].get(pointer) ?? [])].flatMap((way) => [...bytes].map((to) => joined(way, to)));
  };
  // Callers may give a file in more than one form.
  const isFileIn = (side: Side, pointer: string, found: Note): boolean =>
    waysToBytes(side, pointer, found).some(isPart);
  const different = [...notes]
    .filter(
      ([pointer, found]) => found.differs || isFileIn("input", pointer, found) || isFileIn("output", pointer, found),
    )
    .map(([pointer]) => pointer);
  const differing = reach(different, (pointer) => usedBy.get(pointer) ?? []);

  const forms = (pointer: string): readonly Direction[] => {
    if (!travels(pointer, "input")) return ["output"];
    if (!travels(pointer, "output")) return ["input"];
    return differing.has(pointer) ? ["output", "input"] : ["both"];
  };
  return {
    schemas: new Map([...notes].map(([pointer, { schema }]) => [pointer, { schema, forms: forms(pointer) }])),
    hiddenFrom,
    discriminated,
    ways: (pointer, side) => {
      const found = [...(ways[side].get(pointer) ?? [])];
      return found.every((way) => way === "json") ? [] : found;
    },
    eitherWay: [...notes].flatMap(([pointer, found]) =>
      carriedOn(waysToBytes("input", pointer, found)) === "either" ? [pointer] : [],
    ),
    takesFiles:
      [...roots.input.bytes].some(isPart) || [...notes].some(([pointer, found]) => isFileIn("input", pointer, found)),
  };
}

function reach(from: Iterable<string>, next: (pointer: string) => Iterable<string>): ReadonlySet<string> {
  const found = new Set(from);
  // A set is walked in the order of insertion, with what is added on the way.
  for (const pointer of found) for (const target of next(pointer)) found.add(target);
  return found;
}

/** What the schemas written inside operations refer to, by direction. */
function rootsOf(document: JsonObject, read: (schema: unknown, into: Note, way: Way) => void): Record<Side, Note> {
  const notes: Record<Side, Note> = { input: noteOf(undefined, undefined), output: noteOf(undefined, undefined) };
  const followed = new Set<string>();
  const walk = walkDocument({
    schema: (schema, side, way) => {
      const [described, from] = carrying(document, schema, way);
      read(described, notes[side], from);
      return schema;
    },
    reference: (ref, role, follow) => {
      const pointer = schemaPointer(ref);
      const key = `${role} ${pointer}`;
      if (followed.has(key)) return;
      followed.add(key);
      follow(resolvePointer(document, pointer));
    },
  });
  walk.paths(document["paths"]);
  walk.webhooks(document["webhooks"]);
  return notes;
}

/** The schema of a body as what is in its parts, and the way there, which is that to a file if the whole body is one. */
export function carrying(document: JsonObject, schema: unknown, way: Way): [unknown, Way] {
  if (way === BODY) return [partsSchema(document, schema), way];
  const found = dereference(document, schema, "")?.value;
  return [schema, isObject(found) && isBinary(found) ? PART : way];
}

/** `readOnly` and `writeOnly` count wherever they are said of the value: beside a reference, behind it, in an allOf. */
function hiddenBy(document: JsonObject): Usage["hiddenFrom"] {
  const known = { readOnly: new Map<string, boolean>(), writeOnly: new Map<string, boolean>() };
  const counting = siblingRule(document);
  const says = (written: unknown, keyword: "readOnly" | "writeOnly"): boolean => {
    if (!isObject(written)) return false;
    const schema = counting(written);
    if (schema[keyword] === true) return true;
    const parts = schema["allOf"];
    if (Array.isArray(parts) && parts.some((part) => says(part, keyword))) return true;
    const ref = schema["$ref"];
    if (typeof ref !== "string") return false;
    const answer = known[keyword].get(ref);
    if (answer !== undefined) return answer;
    // Holds while the answer is being found: a circle of references says nothing.
    known[keyword].set(ref, false);
    const found = says(resolvePointer(document, schemaPointer(ref)), keyword);
    known[keyword].set(ref, found);
    return found;
  };
  return (schema) => {
    const readOnly = says(schema, "readOnly");
    const writeOnly = says(schema, "writeOnly");
    // Both at once is a contradiction: then nothing is hidden.
    return readOnly === writeOnly ? undefined : readOnly ? "input" : "output";
  };
}
