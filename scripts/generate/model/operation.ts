import { isObject, type JsonObject, listAt, objectAt, own, textAt } from "../load/json.ts";
import { dereference } from "../load/pointer.ts";
import { parametersOf, type SpecOperation } from "../load/walk.ts";
import { exampleOf, examplesOf } from "./examples.ts";
import { int64Names } from "./int64.ts";
import type { Body, Caution, Content, Operation, Pagination, Parameter, Response } from "./model.ts";
import { pascalCase } from "./names.ts";
import type { OperationName } from "./operation-names.ts";
import { schemaAt } from "./schema-at.ts";
import { securityOf } from "./security.ts";
import { serverOf } from "./servers.ts";
import { styleOf } from "./style.ts";

/** The model of one operation. */
export function buildOperation(document: JsonObject, found: SpecOperation, { name, id }: OperationName): Operation {
  const { value, method, path, pointer } = found;
  const retry = objectAt(value, "x-sdk-retry");
  const source = objectAt(value, "x-sdk-source");
  const responses = buildResponses(document, value);
  const body = buildBody(document, value);
  return {
    id: name,
    specId: id,
    constant: `${name}Operation`,
    typeName: pascalCase(name),
    method: method.toUpperCase(),
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
      body?.schema,
      ...responses.flatMap(({ contents }) => contents.map(({ schema }) => schema)),
    ]),
    pointer,
  };
}

function buildParameters(document: JsonObject, found: SpecOperation): Parameter[] {
  const all = parametersOf(document, found);
  const inPath = new Set(all.filter((each) => each.in === "path").map(({ name }) => name));
  const names = all.map(({ name }) => name);
  return all.map(({ name, in: place, required, value }) => {
    const shared = names.indexOf(name) !== names.lastIndexOf(name);
    const plain = name !== "body" && (place === "path" || !shared || (place === "query" && !inPath.has(name)));
    return {
      argument: plain ? name : `${place}.${name}`,
      name,
      in: place as Parameter["in"],
      required,
      description: textAt(value, "description") ?? "",
      style: styleOf(document, place, value),
      schema: own(value, "schema") ?? contentSchema(value) ?? {},
      example: exampleOf(document, value),
    };
  });
}

/** A parameter that is written as JSON has its schema a step deeper. */
function contentSchema(parameter: JsonObject): unknown {
  const [media] = Object.values(objectAt(parameter, "content"));
  return own(media, "schema");
}

function buildBody(document: JsonObject, operation: JsonObject): Body | undefined {
  const body = dereference(document, own(operation, "requestBody"), "")?.value;
  const [content] = Object.entries(objectAt(body, "content"));
  if (content === undefined) return undefined;
  const [mediaType, media] = content;
  return {
    mediaType,
    required: own(body, "required") === true,
    description: textAt(body, "description") ?? "",
    schema: own(media, "schema") ?? {},
    example: exampleOf(document, media),
  };
}

/** Statuses in rising order, ranges and `default` behind them. */
function buildResponses(document: JsonObject, operation: JsonObject): Response[] {
  const entries = Object.entries(objectAt(operation, "responses")).filter(([status]) => !status.startsWith("x-"));
  return entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([status, entry]) => {
      const response = dereference(document, entry, "")?.value;
      const contents = Object.entries(objectAt(response, "content")).map(([mediaType, media]): Content => ({
        mediaType,
        schema: own(media, "schema"),
        examples: examplesOf(document, media),
      }));
      return { status, description: textAt(response, "description") ?? "", contents };
    });
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
  const success = responses.find(({ status }) => status.startsWith("2"))?.contents[0]?.schema;
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
    itemSchema: schemaAt(document, success, `${items}/0`),
  };
}

function bodyPointer(expression: string | undefined): string | undefined {
  return expression?.replace(/^\$response\.body#/, "");
}
