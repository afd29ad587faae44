import { isObject, objectAt, own, type JsonObject } from "../load/json.ts";
import { dereference, pointerOfRef, resolvePointer } from "../load/pointer.ts";
import { partsSchema } from "../model/media-type.ts";
import { isBinary, type Carried } from "./binary.ts";
import { siblingRule } from "./siblings.ts";
import { eachSubschema, walkDocument, type Direction, type Side } from "./walk.ts";

/**
 * Which way each schema travels, and whether that makes a difference to its type.
 * One pass reads every schema once and notes what it refers to; three breadth-first searches over these notes do the rest:
 * from requests, from responses, and backwards from the schemas that differ by themselves. No schema is walked once per use.
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
  /** How the bytes in a schema travel on a way: one that is referred to, by its pointer; one at a place, by itself. */
  readonly carried: (pointer: string, side: Side) => Carried | undefined;
  /** The way on which a property with this schema is left out. */
  readonly hiddenFrom: (schema: unknown) => Side | undefined;
}

interface Note {
  readonly pointer: string | undefined;
  readonly schema: unknown;
  readonly refs: Set<string>;
  differs: boolean;
  hasFile: boolean;
}

function noteOf(pointer: string | undefined, schema: unknown): Note {
  return { pointer, schema, refs: new Set(), differs: false, hasFile: false };
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
  const read = (written: unknown, into: Note): void => {
    if (!isObject(written)) return;
    const schema = counting(written);
    const ref = schema["$ref"];
    if (typeof ref === "string") into.refs.add(schemaPointer(ref));
    if (isObject(schema["discriminator"])) {
      discriminated.push({ schema, pointer: written === into.schema ? into.pointer : undefined });
      for (const target of discriminatorRefs(document, schema)) into.refs.add(schemaPointer(target));
    }
    if (isBinary(schema)) into.hasFile = true;
    const values = schema["enum"];
    if (Array.isArray(values) && values.some((value) => typeof value === "string" || typeof value === "number")) {
      into.differs = true;
    }
    const properties = schema["properties"];
    if (!into.differs && isObject(properties)) {
      into.differs = Object.keys(properties).some((name) => hiddenFrom(properties[name]) !== undefined);
    }
    eachSubschema(schema, (sub) => read(sub, into));
  };

  const roots = rootsOf(document, read);
  const components = own(own(document, "components"), "schemas");
  for (const name of Object.keys(isObject(components) ? components : {})) {
    note(`/components/schemas/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  }
  const all = [roots.input, roots.output].flatMap(({ files, texts }) => [...files.refs, ...texts.refs]);
  for (const pointer of all) note(pointer);
  for (let pointer = pending.pop(); pointer !== undefined; pointer = pending.pop()) {
    const found = notes.get(pointer);
    if (found === undefined) continue;
    read(found.schema, found);
    found.refs.forEach(note);
  }

  const refsOf = (pointer: string): Iterable<string> => notes.get(pointer)?.refs ?? [];
  const waysOf = ({ files, texts }: Roots): Ways => ({
    files: reach(files.refs, refsOf),
    texts: reach(texts.refs, refsOf),
  });
  const ways: Record<Side, Ways> = { input: waysOf(roots.input), output: waysOf(roots.output) };
  const travels = (pointer: string, side: Side): boolean =>
    ways[side].files.has(pointer) || ways[side].texts.has(pointer);
  const carried = (pointer: string, side: Side): Carried | undefined => {
    if (!ways[side].files.has(pointer)) return undefined;
    return ways[side].texts.has(pointer) ? "either" : "file";
  };
  const usedBy = new Map<string, string[]>();
  for (const [pointer, { refs }] of notes) {
    for (const target of refs) {
      const users = usedBy.get(target);
      if (users === undefined) usedBy.set(target, [pointer]);
      else users.push(pointer);
    }
  }
  // Callers may give a file in more than one form.
  const isFileIn = (pointer: string, { hasFile }: Note): boolean =>
    hasFile && (ways.input.files.has(pointer) || ways.output.files.has(pointer));
  const different = [...notes]
    .filter(([pointer, found]) => found.differs || isFileIn(pointer, found))
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
    carried,
    takesFiles:
      roots.input.files.hasFile || [...ways.input.files].some((pointer) => notes.get(pointer)?.hasFile === true),
  };
}

function reach(from: Iterable<string>, next: (pointer: string) => Iterable<string>): ReadonlySet<string> {
  const found = new Set(from);
  // A set is walked in the order of insertion, with what is added on the way.
  for (const pointer of found) for (const target of next(pointer)) found.add(target);
  return found;
}

/** What is written inside operations: bodies that are a file or have files in their parts, and all else. */
interface Roots {
  readonly files: Note;
  readonly texts: Note;
}

/** What is reached from either. */
interface Ways {
  readonly files: ReadonlySet<string>;
  readonly texts: ReadonlySet<string>;
}

/** What the schemas written inside operations refer to, by direction. */
function rootsOf(document: JsonObject, read: (schema: unknown, into: Note) => void): Record<Side, Roots> {
  const make = (): Roots => ({ files: noteOf(undefined, undefined), texts: noteOf(undefined, undefined) });
  const notes: Record<Side, Roots> = { input: make(), output: make() };
  const followed = new Set<string>();
  const walk = walkDocument({
    schema: (schema, side, inParts) => {
      const { files, texts } = notes[side];
      if (inParts) read(partsSchema(document, schema), files);
      else read(schema, isWholeFile(document, schema) ? files : texts);
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

/** Whether a body is bytes and nothing else, be it behind references. */
export function isWholeFile(document: JsonObject, schema: unknown): boolean {
  const found = dereference(document, schema, "")?.value;
  return isObject(found) && isBinary(found);
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
