import type { DiagnosticCode } from "../../diagnostics/catalogue.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Edit } from "../edit.ts";
import { isObject, objectAt, textAt } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { joinPointer, pointerOfRef, resolvePointer } from "../pointer.ts";
import { COMPONENT_KINDS, KEEPS_SIBLINGS } from "../shapes.ts";
import type { NodeKind } from "../shapes.ts";
import { isReference, operationsOf, parametersOf, walkFrom, walkSpec } from "../walk.ts";
import type { SpecNode, SpecOperation, SpecParameter, Visitor } from "../walk.ts";

export interface Mismatch {
  readonly pointer: string;
  readonly value: unknown;
  readonly expected: "one" | "list" | "map";
}

export interface Extension {
  readonly name: string;
  readonly value: unknown;
  readonly pointer: string;
  /** The object that it is written on. */
  readonly owner: SpecNode;
}

/** What every check looks at: the document, walked once. */
export interface SpecContext {
  readonly file: string;
  readonly document: JsonObject;
  readonly operations: readonly SpecOperation[];
  /** Every use of `$ref` where OpenAPI has references; look-alikes in data are not among them. */
  readonly references: readonly SpecNode[];
  readonly mismatches: readonly Mismatch[];
  /** Every `x-sdk-*` on an object that OpenAPI knows. */
  readonly extensions: readonly Extension[];
  /** The objects of a kind; references are among them only where what stands beside them counts. */
  nodes(kind: NodeKind): readonly SpecNode[];
  operationById(operationId: string): SpecOperation | undefined;
  operationIds(): readonly string[];
  parameters(operation: SpecOperation): readonly SpecParameter[];
  /** What is wrong with references that could not be resolved, by their text. */
  readonly refusals: Refusals;
  /** Names of `components.securitySchemes`. */
  readonly securitySchemes: readonly string[];
  /** Puts right what a warning says of, once everything is checked. */
  mend(edit: Edit): void;
  error(code: DiagnosticCode, pointer: string, message: string, fix: string): Diagnostic;
  warning(code: DiagnosticCode, pointer: string, message: string, fix: string): Diagnostic;
}

export type Refusals = ReadonlyMap<string, Pick<Diagnostic, "code" | "message" | "fix">>;

const NO_REFUSALS: Refusals = new Map();

export type Check = (spec: SpecContext) => Diagnostic[];

const EXTENSION_PREFIX = "x-sdk-";

/** `mends` takes up what the checks would change. */
export function createContext(
  file: string,
  document: JsonObject,
  refusals: Refusals = NO_REFUSALS,
  mends: Edit[] = [],
): SpecContext {
  const byKind = new Map<NodeKind, SpecNode[]>();
  const references: SpecNode[] = [];
  const mismatches: Mismatch[] = [];
  const extensions: Extension[] = [];
  const visited = new Set<JsonObject>();

  const visitor: Visitor = {
    node(node) {
      visited.add(node.value);
      for (const name in node.value) {
        if (!name.startsWith(EXTENSION_PREFIX) || !mayBeExtended(node.kind)) continue;
        extensions.push({ name, value: node.value[name], pointer: joinPointer(node.pointer, name), owner: node });
      }
      const refers = isReference(node.kind, node.value);
      if (refers) references.push(node);
      if (!refers || KEEPS_SIBLINGS.has(node.kind)) append(byKind, node.kind, node);
    },
    mismatch(pointer, value, expected) {
      mismatches.push({ pointer, value, expected });
    },
  };
  walkSpec(document, visitor);
  // A reference may lead to a place that OpenAPI does not know, such as an extension: it counts as what refers to it.
  for (const { kind, value } of references) {
    const pointer = pointerOfRef(textAt(value, "$ref") ?? "");
    const target = pointer === undefined ? undefined : resolvePointer(document, pointer);
    if (pointer !== undefined && isObject(target) && !visited.has(target)) {
      walkFrom({ kind, value: target, pointer }, visitor);
    }
  }

  const operations = operationsOf(document);
  const byId = new Map(operations.map((operation) => [textAt(operation.value, "operationId") ?? "", operation]));
  const parameters = new Map<SpecOperation, readonly SpecParameter[]>();
  const report =
    (severity: Diagnostic["severity"]) =>
    (code: DiagnosticCode, pointer: string, message: string, fix: string): Diagnostic => {
      return { code, severity, file, pointer, message, fix };
    };

  return {
    file,
    document,
    operations,
    references,
    mismatches,
    extensions,
    refusals,
    securitySchemes: Object.keys(objectAt(objectAt(document, "components"), "securitySchemes")),
    nodes: (kind) => byKind.get(kind) ?? [],
    operationById: (operationId) => byId.get(operationId),
    operationIds: () => [...byId.keys()].filter((id) => id !== ""),
    parameters(operation) {
      const known = parameters.get(operation) ?? parametersOf(document, operation);
      parameters.set(operation, known);
      return known;
    },
    mend: (edit) => void mends.push(edit),
    error: report("error"),
    warning: report("warning"),
  };
}

/** In a security requirement every name is that of a scheme. */
function mayBeExtended(kind: NodeKind): boolean {
  return kind !== "securityRequirement";
}

function append(byKind: Map<NodeKind, SpecNode[]>, kind: NodeKind, node: SpecNode): void {
  const nodes = byKind.get(kind);
  if (nodes === undefined) byKind.set(kind, [node]);
  else nodes.push(node);
}

/** The section of `components` that objects of a kind live in: `schemas` for schemas. */
export function componentSection(kind: NodeKind): string | undefined {
  for (const [section, sectionKind] of COMPONENT_KINDS) if (sectionKind === kind) return section;
  return undefined;
}

/** The operation that an extension stands on; undefined for operations that no client calls, such as callbacks. */
export function operationOn(spec: SpecContext, owner: SpecNode): SpecOperation | undefined {
  return spec.operations.find(({ value }) => value === owner.value);
}
