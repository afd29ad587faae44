import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import { own } from "../json.ts";
import { joinPointer } from "../pointer.ts";
import type { NodeKind } from "../shapes.ts";
import type { Check, Extension, SpecContext } from "./context.ts";
import { extensionProblems } from "./extension-schema.ts";

/** The extensions that the generator knows, and the objects that each may stand on. */
export const EXTENSION_PLACES: ReadonlyMap<string, readonly NodeKind[]> = new Map<string, readonly NodeKind[]>([
  ["x-sdk-bigint", ["schema"]],
  ["x-sdk-caution", ["operation"]],
  ["x-sdk-credentials", ["document"]],
  ["x-sdk-pagination", ["operation"]],
  ["x-sdk-rate-limit", ["document"]],
  ["x-sdk-resource", ["operation"]],
  ["x-sdk-retry", ["document", "operation"]],
  ["x-sdk-sensitive", ["schema"]],
  ["x-sdk-source", ["operation", "schema", "response"]],
]);

/** Parts of an extension that count in one of its places only. */
const PART_PLACES: ReadonlyMap<string, Readonly<Record<string, NodeKind>>> = new Map([
  ["x-sdk-retry", { idempotent: "operation", expired: "document" }],
]);

/** Names, places and contents of `x-sdk-*`; what they refer to is checked one extension at a time. */
export const checkExtensions: Check = (spec) => spec.extensions.flatMap((extension) => checkExtension(spec, extension));

function checkExtension(spec: SpecContext, extension: Extension): Diagnostic[] {
  const { name, value, pointer, owner } = extension;
  const places = EXTENSION_PLACES.get(name);
  if (places === undefined) {
    const fix = `write ${nearest(name, EXTENSION_PLACES.keys()) ?? ""}, or begin names of your own with another prefix`;
    return [spec.error("unknown-extension", pointer, `There is no extension "${name}"`, fix)];
  }
  if (!places.includes(owner.kind)) {
    const message = `${name} says nothing on ${describeKind(owner.kind)}`;
    return [spec.error("misplaced-extension", pointer, message, `put it on ${places.map(describeKind).join(" or ")}`)];
  }
  const problems = extensionProblems(extension).map(({ path, message, fix }) => {
    return spec.error("invalid-extension", pointer + path, message, fix);
  });
  for (const [part, place] of Object.entries(PART_PLACES.get(name) ?? {})) {
    if (own(value, part) === undefined || owner.kind === place) continue;
    const message = `"${part}" of ${name} says nothing on ${describeKind(owner.kind)}`;
    const fix = `put it on ${describeKind(place)}`;
    problems.push(spec.error("misplaced-extension", joinPointer(pointer, part), message, fix));
  }
  return problems;
}

/** The extensions of a name that stand where they may and are as their schema wants them. */
export function soundExtensions(spec: SpecContext, name: string): readonly Extension[] {
  const places = EXTENSION_PLACES.get(name) ?? [];
  return spec.extensions.filter((extension) => {
    return (
      extension.name === name && places.includes(extension.owner.kind) && extensionProblems(extension).length === 0
    );
  });
}

function describeKind(kind: NodeKind): string {
  if (kind === "document") return "the root of the document";
  const words = kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${/^[aeio]/.test(words) ? "an" : "a"} ${words}`;
}
