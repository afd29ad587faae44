import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/nearest.ts";
import { describeType, isObject, own } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { joinPointer } from "../pointer.ts";
import { childOf } from "../shapes.ts";
import { METHODS } from "../walk.ts";
import type { Check, SpecContext } from "./context.ts";

/** What the generator takes for granted of the skeleton: info, paths, path items, operations and their responses. */
export const checkStructure: Check = (spec) => [
  ...spec.mismatches.map(({ pointer, value, expected }) => {
    const wanted = { one: "an object", list: "a list", map: "an object of named entries" }[expected];
    const message = `This must be ${wanted}, and is ${describeType(value)}`;
    const fix = `write ${wanted}, or leave the field out`;
    // A key of YAML without anything behind it: a list or a map that is empty.
    if (value !== null || expected === "one") return spec.error("wrong-type", pointer, message, fix);
    spec.mend({ pointer, value: undefined });
    return spec.warning("wrong-type", pointer, message, fix);
  }),
  ...checkInfo(spec),
  ...checkContents(spec),
  ...spec.nodes("pathItem").flatMap(({ value, pointer }) => checkPathItem(spec, value, pointer)),
  ...spec.nodes("operation").flatMap(({ value, pointer }) => {
    return [
      ...required(spec, value, pointer, "responses", "responses with at least one status", "warning"),
      ...checkTags(spec, value, pointer),
    ];
  }),
  ...spec.nodes("responses").flatMap(({ value, pointer }) => checkResponses(spec, value, pointer)),
  ...spec.nodes("requestBody").flatMap(({ value, pointer }) => {
    return required(spec, value, pointer, "content", "content: with a media type, such as application/json");
  }),
];

/** Titles and versions are only shown: what can be shown instead is no reason to refuse the rest. */
function checkInfo(spec: SpecContext): Diagnostic[] {
  const info = own(spec.document, "info");
  if (info === undefined) return required(spec, spec.document, "", "info", "info: with title and version", "warning");
  if (!isObject(info)) return [];
  return ["title", "version"].flatMap((field) => {
    const value = own(info, field);
    if (value === undefined) return required(spec, info, "/info", field, `${field}: as a text`, "warning");
    if (typeof value === "string" && value.trim() !== "") return [];
    const found = value === "" ? "empty" : describeType(value);
    const message = `info.${field} must be a text, and is ${found}`;
    return [
      spec[typeof value === "object" ? "error" : "warning"](
        "wrong-type",
        `/info/${field}`,
        message,
        `put the ${field} in quotes`,
      ),
    ];
  });
}

/** A document may describe schemas or webhooks alone. */
function checkContents(spec: SpecContext): Diagnostic[] {
  if (["paths", "components", "webhooks"].some((field) => own(spec.document, field) !== undefined)) return [];
  return required(spec, spec.document, "", "paths", "paths: with the paths of the API, or components or webhooks");
}

function required(
  spec: SpecContext,
  owner: JsonObject,
  pointer: string,
  field: string,
  wanted: string,
  severity: Diagnostic["severity"] = "error",
): Diagnostic[] {
  if (own(owner, field) !== undefined) return [];
  return [spec[severity]("missing-field", pointer, `"${field}" is missing`, `add ${wanted}`)];
}

/** Methods are grouped by tags. */
function checkTags(spec: SpecContext, operation: JsonObject, pointer: string): Diagnostic[] {
  const tags = own(operation, "tags");
  if (tags === undefined || (Array.isArray(tags) && tags.every((tag) => typeof tag === "string"))) {
    return [];
  }
  const message = "tags must be a list of names";
  return [spec.error("wrong-type", joinPointer(pointer, "tags"), message, "write tags: [Things]")];
}

const PATH_ITEM_FIELDS = new Set(["$ref", "summary", "description", "servers", "parameters", "additionalOperations"]);

/** A misspelled method would be an operation that silently is not there. */
function checkPathItem(spec: SpecContext, item: JsonObject, pointer: string): Diagnostic[] {
  return Object.keys(item).flatMap((field) => {
    if (PATH_ITEM_FIELDS.has(field) || field.startsWith("x-") || childOf("pathItem", field) !== undefined) return [];
    const message = `A path has no "${field}"`;
    const fix = suggest(field, METHODS, "remove it");
    return [spec.error("unknown-method", joinPointer(pointer, field), message, fix)];
  });
}

const STATUS = /^(?:[1-5]\d\d|[1-5]XX|default)$/;

function checkResponses(spec: SpecContext, responses: JsonObject, pointer: string): Diagnostic[] {
  const statuses = Object.keys(responses).filter((name) => !name.startsWith("x-"));
  if (statuses.length === 0) {
    return [spec.warning("missing-field", pointer, "No response is described", "add at least one status, such as 200")];
  }
  return statuses.flatMap((status) => {
    if (STATUS.test(status)) return [];
    const fix = "write a status from 100 to 599, a range such as 4XX, or default";
    const range = status.toUpperCase();
    if (STATUS.test(range) && own(responses, range) === undefined) {
      const place = joinPointer(pointer, status);
      spec.mend({ pointer: place, value: undefined });
      spec.mend({ pointer: joinPointer(pointer, range), value: responses[status], from: place });
      return [spec.warning("invalid-value", place, `"${status}" is no status; it is read as ${range}`, fix)];
    }
    return [spec.error("invalid-value", joinPointer(pointer, status), `"${status}" is no status`, fix)];
  });
}
