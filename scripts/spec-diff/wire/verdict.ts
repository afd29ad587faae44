import { type ChangeKind, NOTHING } from "../change.ts";

/** What oasdiff's finding is to callers of the package; undefined where the package's own names and types decide. */
export function verdictOf(id: string, level: number): ChangeKind | undefined {
  if (DECIDED_BY_PACKAGE.some((pattern) => pattern.test(id))) return undefined;
  if (HARMLESS_HERE.some((pattern) => pattern.test(id))) return "feature";
  if (/^api-(?:path-)?removed/.test(id)) return "breaking";
  if (/^response-.*-default-value/.test(id)) return "docs";
  return level === 1 ? "feature" : "breaking";
}

const DECIDED_BY_PACKAGE = [/^api-operation-id/, /^api-tag/, /^api-schema-removed/, /^api-(?:global-)?security/];

// - response enums are open in the packages: a value more breaks no program
// - a deprecation removes nothing yet, whatever is said about its end
const HARMLESS_HERE = [
  /^response-.*enum-value-added$/,
  /deprecated/,
  /sunset/,
  /stability/,
  /^response-required-property-became-not-write-only$/,
];

/** What a caller must do about a breaking finding. */
export function remedyOf(id: string, kind: ChangeKind): string {
  if (kind !== "breaking") return /deprecated/.test(id) ? "Plan to do without it." : NOTHING;
  return (
    REMEDIES.find(([pattern]) => pattern.test(id))?.[1] ?? "Read the change, and adapt the calls of this operation."
  );
}

const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/^api-(?:path-)?removed|^webhook-removed/, "Stop using it: the appliance no longer has it."],
  [/^new-required|became-required|added-required/, "Give it in every call."],
  [/^request-parameter-removed|^request-property-removed|^request-body-removed/, "Stop giving it."],
  [/^request-.*default-value/, "Give the value yourself where you relied on the default."],
  [/^request-.*media-type/, "Send the body in a media type that is left."],
  [/^request-.*(?:type|one-of|any-of|all-of|const|enum)/, "Give a value of the kind that is taken now."],
  [/^request-/, "Give values within the new limits only."],
  [/^response-success-status-removed/, "Expect the statuses that are left."],
  [/^response-.*media-type/, "Expect the media types that are left."],
  [/^response-.*removed|^(?:required|optional)-response-header-removed/, "Stop reading it."],
  [/^response-.*(?:optional|nullable)/, "Expect it to be missing."],
  [/^response-/, "Expect values beyond what was promised before."],
];
