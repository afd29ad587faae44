import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { applyEdits } from "./edit.ts";
import type { Edit } from "./edit.ts";
import { isObject, own, textAt } from "./json.ts";
import type { JsonObject } from "./json.ts";
import type { Places } from "./places.ts";
import { joinPointer, parsePointer, resolvePointer } from "./pointer.ts";
import type { NodeKind, Shapes } from "./shapes.ts";
import type { Problem } from "./source.ts";

/**
 * What can be left out of a spec so that an error goes away and what remains is still true: clients may know less than the service can do, but
 * nothing that it cannot. A schema becomes one that allows anything; an answer that is left out is one that is not declared; a call that
 * cannot be made as it should is left out whole.
 */

interface Part {
  readonly kind: NodeKind;
  readonly pointer: string;
}

export interface Settling<P extends Problem> {
  readonly document: JsonObject;
  readonly places: Places;
  readonly shapes: Shapes;
  readonly tolerant: boolean;
  /** Finds what is wrong with the document as it is. */
  readonly find: () => readonly P[];
  readonly located: (problem: P) => Diagnostic;
}

/** All that is wrong. What is broken has been left out before, if that is wanted, with a warning in the place of each error. */
export function settle<P extends Problem>({
  document,
  places,
  shapes,
  tolerant,
  find,
  located,
}: Settling<P>): Diagnostic[] {
  const leftOut: Diagnostic[] = [];
  for (;;) {
    const found = find();
    const errors = tolerant ? found.filter(({ severity }) => severity === "error") : [];
    const { edits, warnings } = tolerate(document, shapes, errors);
    leftOut.push(...warnings.map(located));
    if (edits.length === 0) return [...leftOut, ...found.map(located)];
    // What is left out may have been needed elsewhere.
    applyEdits(document, edits, places);
  }
}

interface Tolerated<P> {
  readonly edits: readonly Edit[];
  /** In place of the errors that are tolerated, which say what is left out. */
  readonly warnings: readonly P[];
}

function tolerate<P extends Problem>(document: JsonObject, shapes: Shapes, problems: readonly P[]): Tolerated<P> {
  const edits = new Map<string, Edit>();
  const warnings: P[] = [];
  for (const problem of problems) {
    const edit = editFor(document, shapes, partsOn(shapes, problem.pointer));
    if (edit === undefined) continue;
    const done = edit.value === undefined ? "is left out" : "is taken to allow anything";
    const message = `The ${edit.kind} at #${edit.pointer} ${done}. ${problem.message}`;
    warnings.push({ ...problem, severity: "warning", code: "left-out", message });
    edits.set(edit.pointer, edit);
  }
  return { edits: [...edits.values()], warnings };
}

/** The objects that a pointer leads through, the innermost first. */
function partsOn(shapes: Shapes, pointer: string): Part[] {
  const parts: Part[] = [{ kind: "document", pointer: "" }];
  const tokens = parsePointer(pointer);
  for (let at = 0; at < tokens.length; at += 1) {
    const [outer = { kind: "document", pointer: "" }] = parts;
    const field = tokens[at] ?? "";
    const child = shapes.child(outer.kind, field);
    if (child === undefined) break;
    let place = joinPointer(outer.pointer, field);
    if (child.as !== "one") {
      at += 1;
      const entry = tokens[at];
      if (entry === undefined) break;
      place = joinPointer(place, entry);
    }
    parts.unshift({ kind: child.kind, pointer: place });
  }
  return parts;
}

/** Says nothing about the calls. */
const REMARKS: ReadonlySet<NodeKind> = new Set([
  "discriminator",
  "example",
  "externalDocs",
  "header",
  "link",
  "tag",
  "xml",
]);

const WHOLES: ReadonlySet<NodeKind> = new Set(["callback", "operation", "pathItem", "response", "securityScheme"]);

/** Keywords under which a schema that allows anything is not the weaker statement. */
const NEGATING = new Set(["not", "if", "then", "else", "contains", "propertyNames"]);

function editFor(document: JsonObject, shapes: Shapes, parts: readonly Part[]): (Edit & Part) | undefined {
  for (const [index, part] of parts.entries()) {
    const { kind, pointer } = part;
    const outer = parts[index + 1];
    const value = resolvePointer(document, pointer);
    const section = shapes.section(kind);
    const isComponent = section !== undefined && joinPointer("", ...section) === ownerOf(pointer);
    const gone = { ...part, value: undefined };
    if (kind === "schema") {
      if (parts.slice(index).find((around) => around.kind !== "schema")?.kind === "parameter") continue;
      return NEGATING.has(parsePointer(pointer).at(-1) ?? "") ? gone : { ...part, value: {} };
    }
    if (REMARKS.has(kind) || WHOLES.has(kind) || isComponent) return gone;
    if (kind === "parameter" && isOptional(value)) return gone;
    if (kind === "requestBody" && isObject(value) && isOptional(value)) return gone;
    // Of several, any one may be used.
    if (kind === "mediaType" && outer?.kind === "requestBody" && siblings(document, pointer) > 1) return gone;
    if (kind === "securityRequirement" && siblings(document, pointer) > 1) return gone;
  }
  return undefined;
}

/** What is only referred to may be required. */
function isOptional(value: unknown): boolean {
  return textAt(value, "$ref") === undefined && own(value, "required") !== true && own(value, "in") !== "path";
}

function siblings(document: JsonObject, pointer: string): number {
  const owner = resolvePointer(document, ownerOf(pointer));
  return Array.isArray(owner) ? owner.length : isObject(owner) ? Object.keys(owner).length : 0;
}

function ownerOf(pointer: string): string {
  return joinPointer("", ...parsePointer(pointer).slice(0, -1));
}
