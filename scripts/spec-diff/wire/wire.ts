import { parsePointer } from "../../generate/load/pointer.ts";
import { type Change, NOTHING } from "../change.ts";
import { operationAt, type Operations } from "../operations.ts";
import type { Side } from "../side.ts";
import { oasdiffChanges } from "./oasdiff.ts";
import { type SmartDiffChange, smartDiffChanges } from "./smart-diff.ts";
import { remedyOf, verdictOf } from "./verdict.ts";

/** What changes between client and appliance, by the judgement of two differs: the stricter one counts. */
export async function wireChanges(before: Side, after: Side, operations: Operations): Promise<Change[]> {
  const told = await oasdiffChanges(before.spec.document, after.spec.document);
  const changes = told.flatMap(({ id, text, level, method, path, ...places }): Change[] => {
    const kind = verdictOf(id, level);
    if (kind === undefined) return [];
    return [
      {
        kind,
        operation: operations.nameOf(method, path),
        rule: id,
        reason: sentence(text),
        remedy: remedyOf(id, kind),
        ...(places.before === undefined && places.after === undefined ? operations.placesOf(method, path) : places),
      },
    ];
  });
  const breaking = new Set(changes.filter(({ kind }) => kind === "breaking").map(sectionOf));
  const stricter = smartDiffChanges(before.spec.document, after.spec.document)
    .filter(isAboutCalls)
    .flatMap((change) => fromSmartDiff(change, operations))
    .filter((change) => change.kind !== "breaking" || !breaking.has(sectionOf(change)));
  return [...changes, ...stricter];
}

/** What is said about references elsewhere is said where they are used. */
function isAboutCalls({ path }: SmartDiffChange): boolean {
  return path[0] === "paths";
}

function fromSmartDiff({ type, action, text, path, before, after }: SmartDiffChange, operations: Operations): Change[] {
  const common = { operation: operationAt(operations, path), reason: sentence(text), before, after };
  const isOurs = path.some((step) => step.startsWith("x-sdk-"));
  if (type === "annotation") {
    if (isOurs || path.at(-1) === "operationId" || path.includes("tags")) return [];
    return [{ ...common, kind: "docs", rule: "description-changed", remedy: NOTHING }];
  }
  // An operation that comes or goes is told by the other differ; of answers, only what may be missing now matters.
  if (type !== "breaking" || path.length <= 3 || isOurs || path.includes("security")) return [];
  if (path.includes("responses") && path.includes("enum")) return [];
  return [
    {
      ...common,
      kind: "breaking",
      rule: `${action}-${path.at(-1) ?? ""}`.replace(/-\d+$/, "-item"),
      remedy: remedyFor(path),
    },
  ];
}

function remedyFor(path: readonly string[]): string {
  return path.includes("responses")
    ? "Expect answers that were not promised before."
    : "Give values that are taken now.";
}

/** Which part of which operation a change is about: there the two differs mean the same thing. */
function sectionOf({ operation, before, after, rule }: Change): string {
  const [, , , section = "", item = ""] = parsePointer(before ?? after ?? "");
  const isAnswer = section === "responses" || rule.startsWith("response-");
  const part = isAnswer ? "answer" : /parameter/.test(rule) || section === "parameters" ? "parameters" : "body";
  return `${operation ?? ""} ${part}${part === "parameters" ? item : ""}`;
}

/** One sentence, whatever it was: capital first, full stop last, on one line. */
function sentence(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return `${line.slice(0, 1).toUpperCase()}${line.slice(1)}${/[.!?]$/.test(line) ? "" : "."}`;
}
