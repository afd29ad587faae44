import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/nearest.ts";
import { describeType, isObject, objectAt, own } from "../json.ts";
import { joinPointer, parsePointer, pointerOfRef, resolvePointer, resolveRef } from "../pointer.ts";
import { COMPONENT_KINDS } from "../shapes.ts";
import type { NodeKind } from "../shapes.ts";
import type { SpecNode } from "../walk.ts";
import { componentSection } from "./context.ts";
import type { Check, SpecContext } from "./context.ts";

/** Every `$ref` leads to something of the right kind, in the end. */
export const checkReferences: Check = (spec) => {
  const known = new Map<string, Problem | undefined>();
  const inReportedCycle = new Set<string>();
  return [
    ...spec.references.flatMap((node) => checkReference(spec, node, known, inReportedCycle)),
    ...spec.nodes("discriminator").flatMap((node) => checkMapping(spec, node)),
  ];
};

type Problem = Pick<Diagnostic, "code" | "message" | "fix">;

function checkReference(
  spec: SpecContext,
  { kind, value, pointer }: SpecNode,
  known: Map<string, Problem | undefined>,
  inReportedCycle: Set<string>,
): Diagnostic[] {
  const ref = own(value, "$ref");
  const place = joinPointer(pointer, "$ref");
  if (typeof ref !== "string") {
    const message = `$ref must be a text, and is ${describeType(ref)}`;
    return [spec.error("wrong-type", place, message, `write $ref: "#/components/${sectionOf(kind)}/<name>"`)];
  }
  const key = `${kind} ${ref}`;
  if (!known.has(key)) known.set(key, problemOf(spec, kind, ref));
  const problem = known.get(key);
  if (problem !== undefined) return [spec.error(problem.code, place, problem.message, problem.fix)];

  if (inReportedCycle.has(pointer)) return [];
  const cycle = cycleThrough(spec, pointer, ref);
  if (cycle === undefined) return [];
  for (const member of cycle) inReportedCycle.add(member);
  const message = `This reference leads back to itself: ${[...cycle, pointer].map((member) => `#${member}`).join(" → ")}`;
  return [spec.error("reference-cycle", place, message, "replace one of these references by what it stands for")];
}

/** What is wrong with a reference wherever it stands. A break further down its chain is reported there. */
function problemOf(spec: SpecContext, kind: NodeKind, ref: string): Problem | undefined {
  const refusal = spec.refusals.get(ref);
  if (refusal !== undefined) return refusal;
  const pointer = pointerOfRef(ref);
  const section = sectionOf(kind);
  if (!ref.startsWith("#")) {
    return {
      code: "external-reference",
      message: `"${ref}" leads out of this file`,
      fix: `put it into components/${section} and write $ref: "#/components/${section}/<name>"`,
    };
  }
  const target = pointer === undefined ? undefined : resolvePointer(spec.document, pointer);
  if (pointer === undefined || target === undefined) {
    const names = Object.keys(objectAt(own(spec.document, "components"), section));
    const tokens = pointer === undefined ? [ref.slice(1)] : parsePointer(pointer);
    const near = suggest(tokens.at(-1) ?? "", names, `add it to components/${section}`);
    const fix = near.replaceAll(/"([^"]+)"/g, (_, name: string) => `"#${joinPointer("/components", section, name)}"`);
    return { code: "unknown-reference", message: `There is nothing at "${ref}"`, fix };
  }
  const [root, targetSection, ...rest] = parsePointer(pointer);
  const targetKind = root === "components" && rest.length === 1 ? COMPONENT_KINDS.get(targetSection ?? "") : undefined;
  if (targetKind !== undefined && targetKind !== kind) {
    return {
      code: "mismatched-reference",
      message: `"${ref}" is a ${targetKind}, and a ${kind} belongs here`,
      fix: `refer to something in components/${section}`,
    };
  }
  return undefined;
}

function sectionOf(kind: NodeKind): string {
  return componentSection(kind) ?? "schemas";
}

/** The places of the references between this one and itself; undefined if it is on no cycle. */
function cycleThrough(spec: SpecContext, start: string, ref: string): string[] | undefined {
  const resolution = resolveRef(spec.document, ref);
  if (resolution.ok || resolution.reason !== "cycle") return undefined;
  const members = [start];
  let next = pointerOfRef(ref);
  while (next !== undefined && next !== start) {
    // The cycle is one that this reference only leads to.
    if (members.includes(next)) return undefined;
    members.push(next);
    const link = own(resolvePointer(spec.document, next), "$ref");
    next = typeof link === "string" ? pointerOfRef(link) : undefined;
  }
  return next === undefined ? undefined : members;
}

/** A discriminator maps values to schemas, by reference or by bare name; a bare name may be anything else too. */
function checkMapping(spec: SpecContext, { value, pointer }: SpecNode): Diagnostic[] {
  const mapping = own(value, "mapping");
  if (!isObject(mapping)) return [];
  return Object.entries(mapping).flatMap(([name, ref]) => {
    if (typeof ref !== "string" || !(ref.startsWith("#") || spec.refusals.has(ref))) return [];
    const problem = problemOf(spec, "schema", ref);
    const place = joinPointer(pointer, "mapping", name);
    return problem === undefined ? [] : [spec.error(problem.code, place, problem.message, problem.fix)];
  });
}
