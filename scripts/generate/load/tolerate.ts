import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Edit } from "./edit.ts";
import { isObject, own, textAt } from "./json.ts";
import type { JsonObject } from "./json.ts";
import { joinPointer, parsePointer, resolvePointer } from "./pointer.ts";
import { OPENAPI } from "./shapes.ts";
import type { NodeKind } from "./shapes.ts";

/**
 * What can be left out of a spec so that an error goes away and what remains is still true: clients may know less than the service can do, but
 * nothing that it cannot. A schema becomes one that allows anything; an answer that is left out is one that is not declared; a call that
 * cannot be made as it should is left out whole.
 */

interface Part {
  readonly kind: NodeKind;
  readonly pointer: string;
}

export interface Tolerated {
  readonly edits: readonly Edit[];
  /** In place of the errors that are tolerated, which say what is left out. */
  readonly warnings: readonly Diagnostic[];
}

export function tolerate(document: JsonObject, problems: readonly Diagnostic[]): Tolerated {
  const edits = new Map<string, Edit>();
  const warnings: Diagnostic[] = [];
  for (const problem of problems) {
    const edit = editFor(document, partsOn(problem.pointer));
    if (edit === undefined) continue;
    const done = edit.value === undefined ? "is left out" : "is taken to allow anything";
    const message = `The ${edit.kind} at #${edit.pointer} ${done}. ${problem.message}`;
    warnings.push({ ...problem, severity: "warning", code: "left-out", message });
    edits.set(edit.pointer, edit);
  }
  return { edits: [...edits.values()], warnings };
}

/** The objects that a pointer leads through, the innermost first. */
function partsOn(pointer: string): Part[] {
  const parts: Part[] = [{ kind: "document", pointer: "" }];
  const tokens = parsePointer(pointer);
  for (let at = 0; at < tokens.length; at += 1) {
    const [outer = { kind: "document", pointer: "" }] = parts;
    const field = tokens[at] ?? "";
    const child = OPENAPI.child(outer.kind, field);
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

function editFor(document: JsonObject, parts: readonly Part[]): (Edit & Part) | undefined {
  for (const [index, part] of parts.entries()) {
    const { kind, pointer } = part;
    const outer = parts[index + 1];
    const value = resolvePointer(document, pointer);
    const isComponent = outer?.kind === "components";
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
  const owner = resolvePointer(document, joinPointer("", ...parsePointer(pointer).slice(0, -1)));
  return Array.isArray(owner) ? owner.length : isObject(owner) ? Object.keys(owner).length : 0;
}
