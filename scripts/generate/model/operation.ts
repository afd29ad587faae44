import { isObject, type JsonObject, listAt, objectAt, own, textAt } from "../load/json.ts";
import { METHODS, parametersOf, type SpecOperation } from "../load/walk.ts";
import { buildBody } from "./bodies.ts";
import { exampleOf } from "./examples.ts";
import { int64Names } from "./int64.ts";
import { mediaKind } from "./media-type.ts";
import type { Caution, Operation, Pagination, Parameter, Response } from "./model.ts";
import { pascalCase } from "./names.ts";
import type { OperationName } from "./operation-names.ts";
import { buildResponses } from "./responses.ts";
import { schemaAt } from "./schema-at.ts";
import { securityOf } from "./security.ts";
import { serverOf } from "./servers.ts";
import { styleOf } from "./style.ts";

/** The model of one operation. */
export function buildOperation(document: JsonObject, found: SpecOperation, { name, id }: OperationName): Operation {
  const { value, method, path, pointer } = found;
  const retry = objectAt(value, "x-sdk-retry");
  const source = objectAt(value, "x-sdk-source");
  const responses = buildResponses(document, value, method);
  const body = buildBody(document, value, method);
  return {
    id: name,
    specId: id,
    constant: `${name}Operation`,
    typeName: pascalCase(name),
    method: METHODS.includes(method) ? method.toUpperCase() : method,
    path,
    summary: textAt(value, "summary") ?? "",
    description: textAt(value, "description") ?? "",
    deprecated: own(value, "deprecated") === true,
    source:
      textAt(source, "from") === undefined
        ? undefined
        : { from: textAt(source, "from") ?? "", confidence: textAt(source, "confidence") ?? "" },
    parameters: buildParameters(document, found),
    body,
    responses,
    server: serverOf(document, found),
    security: securityOf(document, value),
    idempotent: own(retry, "idempotent") === true,
    retryStatuses: listAt(retry, "statuses") as readonly number[],
    caution: buildCaution(value),
    pagination: buildPagination(document, value, responses),
    int64: int64Names(document, [
      ...(body?.contents ?? []).map(({ schema }) => schema),
      ...responses.flatMap(({ contents }) => contents.map(({ schema }) => schema)),
    ]),
    pointer,
  };
}

function buildParameters(document: JsonObject, found: SpecOperation): Parameter[] {
  // The whole query is an argument of the query like others.
  const all = parametersOf(document, found).map((each) => ({
    ...each,
    place: (each.in === "querystring" ? "query" : each.in) as Parameter["in"],
  }));
  const inPath = new Set(all.filter(({ place }) => place === "path").map(({ name }) => name));
  const names = all.map(({ name }) => name);
  return all.map(({ name, in: where, place, required, value }) => {
    const shared = names.indexOf(name) !== names.lastIndexOf(name);
    const isOfBody = name === "body" || name === "contentType";
    const plain = !isOfBody && (place === "path" || !shared || (place === "query" && !inPath.has(name)));
    return {
      argument: plain ? name : `${place}.${name}`,
      name,
      in: place,
      required,
      deprecated: own(value, "deprecated") === true,
      description: textAt(value, "description") ?? "",
      style: styleOf(document, where, value),
      schema: own(value, "schema") ?? contentSchema(value),
      example: exampleOf(document, value),
    };
  });
}

/** A parameter that is described by `content` has its schema a step deeper; of what is no JSON, its text is given. */
function contentSchema(parameter: JsonObject): unknown {
  const [[mediaType, media] = ["", {}]] = Object.entries(objectAt(parameter, "content"));
  const kind = mediaKind(mediaType);
  return kind === "json" || kind === "form" || mediaType === "" ? (own(media, "schema") ?? {}) : { type: "string" };
}

function buildCaution(operation: JsonObject): Caution | undefined {
  const caution = own(operation, "x-sdk-caution");
  if (!isObject(caution)) return undefined;
  return {
    parameter: textAt(caution, "parameter") ?? "",
    absent: textAt(caution, "absent") ?? "",
    choice: textAt(caution, "choice"),
  };
}

function buildPagination(
  document: JsonObject,
  operation: JsonObject,
  responses: readonly Response[],
): Pagination | undefined {
  const pagination = own(operation, "x-sdk-pagination");
  if (!isObject(pagination)) return undefined;
  const size = objectAt(pagination, "size");
  const items = bodyPointer(textAt(pagination, "items")) ?? "";
  const success = responses.find(({ status }) => status.startsWith("2"))?.contents.find(({ kind }) => kind === "json");
  return {
    style: textAt(pagination, "style") as Pagination["style"],
    position: textAt(pagination, "position") ?? "",
    size:
      textAt(size, "parameter") === undefined
        ? undefined
        : [textAt(size, "parameter") ?? "", own(size, "best") as number],
    first: own(pagination, "first") as number | undefined,
    items,
    total: bodyPointer(textAt(pagination, "total")),
    begins: bodyPointer(textAt(pagination, "begins")),
    next: bodyPointer(textAt(pagination, "next")),
    itemSchema: schemaAt(document, success?.schema, `${items}/0`),
  };
}

function bodyPointer(expression: string | undefined): string | undefined {
  return expression?.replace(/^\$response\.body#/, "");
}
