import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isObject, objectAt, own } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { findExcess } from "../bounds.ts";
import type { Places } from "../places.ts";
import { joinPointer, pointerOfRef, resolvePointer } from "../pointer.ts";
import { KEEPS_SIBLINGS, REFERABLE } from "../shapes.ts";
import type { NodeKind, Shapes } from "../shapes.ts";
import { problemAt } from "../source.ts";
import type { Place, Source } from "../source.ts";
import { createAddresses } from "./addresses.ts";
import { createFiles } from "./files.ts";
import type { Refusal } from "./files.ts";
import { componentName } from "./names.ts";
import { createResolver, isRefusal, loneReference } from "./resolve.ts";
import type { Target } from "./resolve.ts";

/**
 * Makes one document of a spec and the files that it refers to: what stands elsewhere becomes a component, and every reference a pointer
 * into the document. No library keeps the places of what it moves, and none stays inside a folder.
 */

export interface Bundled {
  /** The files that were read besides the first. */
  readonly others: readonly Source[];
  /** References that could not be resolved, by their text, which they keep. */
  readonly refusals: ReadonlyMap<string, Refusal>;
  readonly diagnostics: readonly Diagnostic[];
}

type Fields = Record<string, unknown>;

/** Whether there is something to bundle. Most specs hold nothing but pointers into themselves, and need not be walked through. */
export function needsBundling({ text, document }: Source): boolean {
  return (
    // What stands beside the reference of a path counts too.
    Object.values(objectAt(document, "paths")).some((item) => {
      return own(item, "$ref") !== undefined && loneReference(item) === undefined;
    }) ||
    /["']?\$id["']?\s*:/.test(text) ||
    /\$ref["']?\s*:\s*(?!["']?#["'/\s])/.test(text) ||
    (/\.(?:json|ya?ml)\b/.test(text) && /\bmapping["']?\s*:/.test(text))
  );
}

/** Changes the document of `root`. `folder` holds all files that may be read. */
export function bundle(root: Source, document: JsonObject, places: Places, shapes: Shapes, folder: string): Bundled {
  const files = createFiles(root, folder);
  const addresses = createAddresses();
  addresses.add(root);
  const { resolve, resolveThrough, settle } = createResolver(root, files, addresses, places);
  const refusals = new Map<string, Refusal>();
  const diagnostics: Diagnostic[] = [];
  /** Component references by what they stand for. */
  const components = new Map<string, string>();
  const waiting: { readonly kind: NodeKind; readonly value: unknown; readonly place: Place }[] = [];
  const done = new Set<JsonObject>();

  const identity = (kind: NodeKind, { source, pointer }: Place): string => `${kind} ${source.file} ${pointer}`;

  /** The reference that stands for a target in the document. */
  const referenceTo = (kind: NodeKind, { place, value }: Target): string => {
    if (place.source === root) return `#${encodeURI(place.pointer)}`;
    const key = identity(kind, place);
    const known = components.get(key);
    if (known !== undefined) return known;
    const way = shapes.section(kind) ?? [];
    const section = sectionFor(document, way);
    const name = componentName(place, (candidate) => Object.hasOwn(section, candidate));
    const reference = `#${joinPointer("", ...way, name)}`;
    components.set(key, reference);
    define(section, name, value);
    if (isObject(value)) places.note(value, place);
    else places.noteField(section, name, place);
    waiting.push({ kind, value, place });
    return reference;
  };

  /** Components that only refer to a file: the name is the one that their author gives to what is there. */
  const adopt = (kind: NodeKind): void => {
    const way = shapes.section(kind);
    if (way === undefined) return;
    const section = resolvePointer(document, joinPointer("", ...way));
    if (!isObject(section)) return;
    for (const [name, entry] of Object.entries(section)) {
      const reference = loneReference(entry);
      if (reference === undefined || !isObject(entry)) continue;
      const place = places.at(document, joinPointer("", ...way, name));
      const found = resolveThrough(reference, place);
      if (isRefusal(found) || found.place.source === root || components.has(identity(kind, found.place))) continue;
      components.set(identity(kind, found.place), `#${joinPointer("", ...way, name)}`);
      define(section, name, found.value);
      if (isObject(found.value)) places.note(found.value, found.place);
      else places.noteField(section, name, found.place);
    }
  };

  const refuse = (value: JsonObject, reference: string, place: Place, refusal: Refusal): void => {
    if (place.source === root && reference.startsWith("#")) return;
    // In the document, a pointer into another file would be one into this one.
    const kept = reference.startsWith("#") ? `${place.source.file}${reference}` : reference;
    refusals.set(kept, refusal);
    define(value, "$ref", kept);
  };

  /** Puts the fields of what is referred to in the place of the reference, behind those that stand beside it. */
  const inline = (value: JsonObject, place: Place, isPath = false, seen: ReadonlySet<unknown> = new Set()): void => {
    const reference = value["$ref"];
    if (typeof reference !== "string") return;
    const at = { source: place.source, pointer: joinPointer(place.pointer, "$ref") };
    const found = resolve(reference, place);
    if (isRefusal(found)) {
      // Where references belong, the checks tell.
      if (isPath) return refuse(value, reference, place, found);
      diagnostics.push(problemAt(at, { severity: "error", ...found }));
      delete (value as Fields)["$ref"];
      return;
    }
    if (!isObject(found.value) || seen.has(found.value)) {
      const fix = "refer to what shall stand here";
      const problem = isObject(found.value)
        ? ({ code: "reference-cycle", message: `"${reference}" leads back to itself`, fix } as const)
        : ({ code: "mismatched-reference", message: `"${reference}" is no object`, fix } as const);
      diagnostics.push(problemAt(at, { severity: "error", ...problem }));
      delete (value as Fields)["$ref"];
      return;
    }
    delete (value as Fields)["$ref"];
    for (const [field, child] of Object.entries(found.value)) {
      const from = places.within(found.value, found.place, field, child);
      const beside = own(value, field);
      if (field === "parameters" && Array.isArray(beside) && Array.isArray(child)) {
        child.forEach((item: unknown, index) => {
          if (isObject(item)) places.note(item, { source: from.source, pointer: joinPointer(from.pointer, index) });
        });
        define(value, field, [...(child as unknown[]), ...(beside as unknown[])]);
        continue;
      }
      if (Object.hasOwn(value, field)) continue;
      // What several places refer to is put in each of them, and may have to be mended in one.
      const copy = isObject(child) ? { ...child } : child;
      define(value, field, copy);
      if (typeof copy === "object" && copy !== null) places.note(copy, from);
      else places.noteField(value, field, from);
    }
    inline(value, found.place, isPath, new Set([...seen, found.value]));
  };

  const unusual = (value: JsonObject, place: Place): void => {
    const at = { source: place.source, pointer: joinPointer(place.pointer, "$ref") };
    const message = "OpenAPI has no references here; this one is read as what it refers to";
    const fix = "write what it refers to in its place";
    diagnostics.push(problemAt(at, { severity: "warning", code: "misplaced-reference", message, fix }));
    inline(value, place);
  };

  const mapping = (discriminator: JsonObject, place: Place): void => {
    const values = own(discriminator, "mapping");
    if (!isObject(values)) return;
    for (const [name, value] of Object.entries(values)) {
      if (typeof value !== "string") continue;
      const schemas = objectAt(objectAt(place.source.document, "components"), "schemas");
      const isName = place.source !== root && Object.hasOwn(schemas, value);
      const reference = isName ? `#${joinPointer("/components/schemas", value)}` : value;
      if (!/^#|[/]|\.(?:json|ya?ml)$/.test(reference)) continue;
      const found = resolveThrough(reference, place);
      if (!isRefusal(found)) define(values, name, referenceTo("schema", found));
      else if (!reference.startsWith("#") || place.source !== root) refusals.set(value, found);
    }
  };

  const rewrite = (kind: NodeKind, value: JsonObject, place: Place): void => {
    const reference = value["$ref"];
    if (typeof reference !== "string") return;
    const found = resolveThrough(reference, place);
    if (isRefusal(found)) refuse(value, reference, place, found);
    // A local reference stays as it is written.
    else if (place.source !== root || found.place.source !== root || pointerOfRef(reference) !== found.place.pointer) {
      settle(value, found);
      define(value, "$ref", referenceTo(kind, found));
    }
  };

  const isLocal = (value: JsonObject, place: Place): boolean => {
    return place.source === root && loneReference(value)?.startsWith("#/") === true;
  };

  const visit = (kind: NodeKind, value: unknown, place: Place, within?: NodeKind): void => {
    if (!isObject(value) || done.has(value)) return;
    done.add(value);
    if (typeof own(value, "$ref") === "string") {
      const isPath = kind === "pathItem" && within !== "callback" && within !== "components";
      if (isPath && !isLocal(value, place)) inline(value, place, true);
      else if (!REFERABLE.has(kind) || shapes.section(kind) === undefined) unusual(value, place);
      else {
        rewrite(kind, value, place);
        if (!KEEPS_SIBLINGS.has(kind)) return;
      }
    }
    if (kind === "discriminator") mapping(value, place);
    for (const [field, child] of Object.entries(value)) {
      const shape = shapes.child(kind, field);
      if (shape === undefined) continue;
      const at = places.within(value, place, field, child);
      if (shape.as === "one") visit(shape.kind, child, at, kind);
      else if (isObject(child) && shape.as === "map") visitMap(shape.kind, child, at, kind);
      else if (Array.isArray(child)) {
        child.forEach((item, index) => visit(shape.kind, item, places.within(child, at, index, item), kind));
      }
    }
    // Nothing refers to it any more, and readers of the result would resolve references against it.
    if (kind === "schema" && typeof value["$id"] === "string") delete (value as Fields)["$id"];
  };
  const visitMap = (kind: NodeKind, map: JsonObject, place: Place, within: NodeKind): void => {
    if (typeof own(map, "$ref") === "string") unusual(map, place);
    for (const [name, item] of Object.entries(map)) visit(kind, item, places.within(map, place, name, item), within);
  };

  for (const kind of REFERABLE) adopt(kind);
  visit("document", document, { source: root, pointer: "" });
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) visit(next.kind, next.value, next.place);

  const excess = findExcess(document);
  if (excess !== undefined) {
    const place = places.at(document, excess.pointer);
    const fix = "refer to a component: references to schemas may go in circles, what is put in place may not";
    const message = "What is referred to here contains itself, or lies too deep";
    diagnostics.push(problemAt(place, { severity: "error", code: "too-much", message, fix }));
  }
  const others = files.opened().filter((source) => source !== root);
  return { others, refusals, diagnostics: [...others.flatMap((source) => source.diagnostics), ...diagnostics] };
}

/** Own, whatever the name: `__proto__` would otherwise be another thing. */
function define(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}

function sectionFor(document: JsonObject, way: readonly string[]): Fields {
  let object = document as Fields;
  for (const field of way) {
    if (!isObject(own(object, field))) define(object, field, {});
    object = object[field] as Fields;
  }
  return object;
}
