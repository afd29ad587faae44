import { type JsonObject, objectAt, own, textAt } from "../load/json.ts";
import { resolvePointer } from "../load/pointer.ts";
import type { Model, Operation } from "../model/model.ts";
import { repetition } from "../model/repetition.ts";
import { sensitiveNames } from "../model/sensitive.ts";
import type { Line } from "./text.ts";

/** Pages, retries, cautions, and what is done to values. */
export function behaviourLines(document: JsonObject, model: Model, operation: Operation): Line[] {
  return [
    ...pageLines(operation),
    ...retryLines(document, model, operation),
    ...cautionLines(operation),
    ...resourceLines(document, operation),
    ...valueLines(document, operation),
  ];
}

function pageLines({ pagination, pointer }: Operation): Line[] {
  if (pagination === undefined) return [];
  const { style, position, size, items, total, next } = pagination;
  const ends =
    next === undefined ? (total === undefined ? "an empty page" : `the total at ${total}`) : `no mark at ${next}`;
  const step = size === undefined ? "" : `, ${size[1]} at a time by "${size[0]}"`;
  return [
    {
      what: "pages",
      why: `by ${style}: "${position}" is moved${step}; items at ${items || "the root"}; ${ends} is the end`,
      pointer: `${pointer}/x-sdk-pagination`,
    },
  ];
}

function retryLines(document: JsonObject, model: Model, operation: Operation): Line[] {
  const { method, pointer } = operation;
  const own_ = own(resolvePointer(document, pointer), "x-sdk-retry") !== undefined;
  const { why: repeated, statuses } = repetition(model, operation);
  const also = statuses.length === 0 ? "" : `, also after ${statuses.join(", ")}`;
  const why =
    repeated === "method"
      ? `yes, as ${method} may be repeated${also}`
      : repeated === "spec"
        ? `yes, as the spec says that it may be repeated${also}`
        : `no, as ${method} may not be repeated, unless the caller says so`;
  const said = own_
    ? `${pointer}/x-sdk-retry`
    : model.retryStatuses.length > 0 && also !== ""
      ? "/x-sdk-retry"
      : undefined;
  return [{ what: "tried again", why, pointer: said }];
}

function cautionLines({ caution, pointer }: Operation): Line[] {
  if (caution === undefined) return [];
  const { parameter, absent, choice } = caution;
  const instead = choice === undefined ? "" : `, or "${choice}: true" in its place`;
  return [
    { what: "caution", why: `"${parameter}" must be given${instead}: ${absent}`, pointer: `${pointer}/x-sdk-caution` },
  ];
}

const ROLES: Readonly<Record<string, string>> = {
  create: "makes",
  list: "lists",
  show: "shows",
  change: "changes",
  end: "ends",
};

/** What a mock in stateful mode makes of it. */
function resourceLines(document: JsonObject, { pointer }: Operation): Line[] {
  const resource = own(resolvePointer(document, pointer), "x-sdk-resource");
  if (resource === undefined) return [];
  const [name, id] = [textAt(resource, "name") ?? "", textAt(resource, "id")];
  const [absent, taken] = [own(resource, "absent"), own(resource, "taken")];
  const parts = [
    `${ROLES[textAt(resource, "role") ?? ""] ?? ""} "${name}"${id === undefined ? "" : ` by "${id}"`}`,
    ...Object.entries(objectAt(resource, "where")).map(([property, from]) => `"${property}" is ${String(from)}`),
    ...(absent === undefined ? [] : [`${String(absent)} where there is none`]),
    ...(taken === undefined ? [] : [`${String(taken)} where it is there already`]),
  ];
  return [{ what: "stateful mock", why: parts.join("; "), pointer: `${pointer}/x-sdk-resource` }];
}

function valueLines(document: JsonObject, operation: Operation): Line[] {
  const { numbers, bigints } = operation.int64;
  const { requests, answers } = sensitiveNames(document, [operation]);
  const line = (what: string, why: string, names: readonly string[]): Line[] =>
    names.length === 0 ? [] : [{ what, why: `${names.map((name) => name || "the body itself").join(", ")}: ${why}` }];
  return [
    ...line("int64", "a number; one that does not fit is an error that names the field", numbers),
    ...line("bigint", "a bigint, by x-sdk-bigint", bigints),
    ...line("sensitive", "not shown in logs and errors, in requests", requests),
    ...line("sensitive", "not shown in logs and errors, in answers", answers),
  ];
}
