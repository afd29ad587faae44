import type { Operation, Parameter } from "../../generate/model/model.ts";
import { type Change, NOTHING } from "../change.ts";
import type { OperationPair, Operations } from "../operations.ts";
import type { Side } from "../side.ts";
import { changeOf, type Said } from "./change-of.ts";
import { resourceChanges } from "./resources.ts";

// What a caller sees of an operation beyond requests and answers: its name and its group, the names of its arguments, how it is
// walked through, what it has to be told outright, which credentials it takes.

/** What changes in how each operation is called. */
export function callChanges(before: Side, after: Side, { pairs }: Operations): Change[] {
  const [groups, otherGroups] = [groupsOf(before), groupsOf(after)];
  return pairs.flatMap((pair) => [
    ...nameChanges(pair, groups, otherGroups),
    ...argumentChanges(pair),
    ...answerChanges(pair),
    ...paginationChanges(pair),
    ...cautionChanges(pair),
    ...securityChanges(pair),
    ...retryChanges(pair),
    ...sourceChanges(pair),
    ...resourceChanges(before, after, pair),
  ]);
}

function groupsOf({ model }: Side): Map<Operation, string> {
  return new Map(
    model.groups.flatMap(({ property, operations }) => operations.map((operation) => [operation, property])),
  );
}

function nameChanges(
  pair: OperationPair,
  groups: Map<Operation, string>,
  otherGroups: Map<Operation, string>,
): Change[] {
  const { before, after } = pair;
  const [group = "", otherGroup = ""] = [groups.get(before), otherGroups.get(after)];
  const changes: Change[] = [];
  if (before.id !== after.id) {
    const reason = `The method and function ${before.id} is called ${after.id}.`;
    changes.push(
      changeOf(pair, "operationId", ["breaking", "sdk-operation-renamed", reason, `Call ${after.id} instead.`]),
    );
  } else if (before.typeName !== after.typeName) {
    const reason = `The types ${before.typeName}Args and ${before.typeName}Result are called ${after.typeName}Args and ${after.typeName}Result.`;
    changes.push(
      changeOf(pair, "operationId", ["breaking", "sdk-types-renamed", reason, "Import the types by their new names."]),
    );
  }
  if (group !== otherGroup) {
    const reason = `The method is in the group ${otherGroup}, no longer in ${group}.`;
    changes.push(
      changeOf(pair, "tags", ["breaking", "sdk-group-changed", reason, `Call client.${otherGroup}.${after.id}.`]),
    );
  }
  return changes;
}

function argumentChanges(pair: OperationPair): Change[] {
  const { before, after } = pair;
  const isSame = (one: Parameter) => (other: Parameter) => one.name === other.name && one.in === other.in;
  const renamed = before.parameters.flatMap((parameter): Change[] => {
    const other = after.parameters.find(isSame(parameter));
    if (other === undefined || other.argument === parameter.argument) return [];
    const reason = `The argument "${parameter.argument}" is called "${other.argument}", since its name stands in more than one place.`;
    return [
      changeOf(pair, "parameters", ["breaking", "sdk-argument-renamed", reason, `Give it as "${other.argument}".`]),
    ];
  });
  const restyled = before.parameters.flatMap((parameter): Change[] => {
    const other = after.parameters.find(isSame(parameter));
    if (other === undefined || other.style?.code === parameter.style?.code) return [];
    const reason = `The ${parameter.in} parameter "${parameter.name}" is written in another style.`;
    return [changeOf(pair, "parameters", ["fix", "sdk-style-changed", reason, NOTHING])];
  });
  return [...renamed, ...restyled];
}

/** Answers for ranges of statuses and for all others, which the differs pass over. */
function answerChanges(pair: OperationPair): Change[] {
  const statuses = ({ responses }: Operation): string[] =>
    responses.map(({ status }) => status).filter((status) => !/^\d+$/.test(status));
  const [before, after] = [statuses(pair.before), statuses(pair.after)];
  return [
    ...after
      .filter((status) => !before.includes(status))
      .map((status) => {
        const reason = `The answer for ${status} is declared, and its body typed.`;
        return changeOf(pair, "responses", ["feature", "sdk-answer-added", reason, NOTHING]);
      }),
    ...before
      .filter((status) => !after.includes(status))
      .map((status) => {
        const reason = `The answer for ${status} is no longer declared.`;
        const remedy = "Treat such an answer as undeclared: its body has no type.";
        return changeOf(pair, "responses", ["breaking", "sdk-answer-removed", reason, remedy]);
      }),
  ];
}

function paginationChanges(pair: OperationPair): Change[] {
  const [before, after] = [pair.before.pagination, pair.after.pagination];
  const tell = (...said: Said): Change[] => [changeOf(pair, "x-sdk-pagination", said)];
  if (before === undefined && after === undefined) return [];
  if (before === undefined)
    return tell("feature", "sdk-pagination-added", "The call walks through all pages with `for await`.", NOTHING);
  if (after === undefined) {
    return tell(
      "breaking",
      "sdk-pagination-removed",
      "The call no longer walks through pages.",
      "Ask for each page yourself.",
    );
  }
  if (before.items !== after.items) {
    const reason = `A walk yields what stands at ${after.items}, no longer what stands at ${before.items}.`;
    return tell("breaking", "sdk-pagination-items", reason, "Adapt what reads the items of a walk.");
  }
  if (isSame(withoutSchema(before), withoutSchema(after))) return [];
  return tell("fix", "sdk-pagination-changed", "A walk finds its next page in another way.", NOTHING);
}

function withoutSchema(pagination: object): object {
  return { ...pagination, itemSchema: undefined };
}

function cautionChanges(pair: OperationPair): Change[] {
  const [before, after] = [pair.before.caution, pair.after.caution];
  const tell = (...said: Said): Change[] => [changeOf(pair, "x-sdk-caution", said)];
  if (before === undefined && after === undefined) return [];
  if (before === undefined) {
    const choice = after?.choice === undefined ? "" : ` or "${after.choice}: true"`;
    return tell(
      "breaking",
      "sdk-caution-added",
      `A call without "${after?.parameter ?? ""}" is refused: ${after?.absent ?? ""}`,
      `Give "${after?.parameter ?? ""}"${choice}.`,
    );
  }
  if (after === undefined) {
    const remedy = before.choice === undefined ? NOTHING : `Leave "${before.choice}" out.`;
    return tell(
      before.choice === undefined ? "feature" : "breaking",
      "sdk-caution-removed",
      `A call without "${before.parameter}" is no longer refused.`,
      remedy,
    );
  }
  if (before.parameter !== after.parameter || before.choice !== after.choice) {
    const reason = `The explicit choice is between "${after.parameter}" and "${after.choice ?? "nothing"}".`;
    return tell("breaking", "sdk-caution-changed", reason, "Make the choice by these names.");
  }
  return before.absent === after.absent
    ? []
    : tell("docs", "sdk-caution-reworded", "The caution is worded anew.", NOTHING);
}

function securityChanges(pair: OperationPair): Change[] {
  const [before, after] = [pair.before.security, pair.after.security];
  const tell = (...said: Said): Change[] => [changeOf(pair, "security", said)];
  if (isSame(before, after)) return [];
  if (before === undefined)
    return tell("breaking", "sdk-security-added", "The call needs credentials.", "Give the client credentials.");
  if (after === undefined) return tell("feature", "sdk-security-removed", "The call needs no credentials.", NOTHING);
  const lost = before.filter((one) => !after.some((other) => isSame(Object.keys(one), Object.keys(other))));
  if (lost.length > 0) {
    const names = lost.map((one) => Object.keys(one).join(" with ")).join(", ");
    return tell(
      "breaking",
      "sdk-security-narrowed",
      `The call no longer takes ${names}.`,
      "Sign in with another kind of credentials.",
    );
  }
  return tell("feature", "sdk-security-widened", "The call takes further credentials, or other scopes.", NOTHING);
}

function retryChanges(pair: OperationPair): Change[] {
  const { before, after } = pair;
  const tell = (...said: Said): Change[] => [changeOf(pair, "x-sdk-retry", said)];
  if (before.idempotent !== after.idempotent) {
    const reason = after.idempotent
      ? "A call that failed is repeated by itself."
      : "A call that failed is no longer repeated by itself.";
    return tell(after.idempotent ? "feature" : "fix", "sdk-retry-changed", reason, NOTHING);
  }
  if (isSame(before.retryStatuses, after.retryStatuses)) return [];
  return tell("fix", "sdk-retry-changed", "Other statuses are worth a further attempt.", NOTHING);
}

function sourceChanges(pair: OperationPair): Change[] {
  if (isSame(pair.before.source, pair.after.source)) return [];
  return [changeOf(pair, "x-sdk-source", ["docs", "sdk-source-changed", "Its facts rest on another source.", NOTHING])];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
