import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { objectAt, own } from "../json.ts";
import { dereference, joinPointer } from "../pointer.ts";
import type { SpecOperation, SpecParameter } from "../walk.ts";
import type { Check, SpecContext } from "./context.ts";

/** What OpenAPI can say and emitted clients cannot do yet: refused, since leaving it out would be a client that lies. */
export const checkSupport: Check = (spec) => {
  return spec.operations.flatMap((operation) => [
    ...spec.parameters(operation).flatMap((parameter) => checkParameter(spec, parameter)),
    ...checkRequestBody(spec, operation),
    ...checkResponses(spec, operation),
  ]);
};

function checkParameter(spec: SpecContext, parameter: SpecParameter): Diagnostic[] {
  const why = unsupportedIn(parameter);
  if (why === undefined) return [];
  const message = `The ${parameter.in} parameter "${parameter.name}" ${why}, which emitted clients cannot send yet`;
  return [spec.error("unsupported-parameter", parameter.pointer, message, "describe it by a schema and a style")];
}

function unsupportedIn({ in: place, value }: SpecParameter): string | undefined {
  const [mediaType] = Object.keys(objectAt(value, "content"));
  if (mediaType === undefined) return undefined;
  if (!isJson(mediaType)) return `is described as ${mediaType}`;
  return place === "query" ? undefined : "is described by `content`";
}

function checkRequestBody(spec: SpecContext, operation: SpecOperation): Diagnostic[] {
  const pointer = joinPointer(operation.pointer, "requestBody");
  const found = dereference(spec.document, own(operation.value, "requestBody"), pointer);
  const mediaTypes = Object.keys(objectAt(found?.value, "content"));
  if (mediaTypes.length > 1) {
    const message = `The request body has ${mediaTypes.length} media types, of which emitted clients can send only one yet`;
    return [spec.error("unsupported-media-type", pointer, message, "leave the one that callers shall use")];
  }
  return mediaTypes
    .filter((mediaType) => !isJson(mediaType))
    .map((mediaType) => {
      const message = `The request body is ${mediaType}, which emitted clients cannot send yet`;
      return spec.error("unsupported-media-type", pointer, message, "describe a JSON body, or leave the operation out");
    });
}

function checkResponses(spec: SpecContext, operation: SpecOperation): Diagnostic[] {
  return Object.entries(objectAt(operation.value, "responses")).flatMap(([status, response]) => {
    const pointer = joinPointer(operation.pointer, "responses", status);
    const found = dereference(spec.document, response, pointer);
    return Object.keys(objectAt(found?.value, "content"))
      .filter((mediaType) => !isJson(mediaType) && !mediaType.startsWith("text/"))
      .map((mediaType) => {
        const message = `The ${status} answer may be ${mediaType}, which emitted clients cannot read yet`;
        return spec.error("unsupported-media-type", pointer, message, "describe JSON or text, or leave the answer out");
      });
  });
}

function isJson(mediaType: string): boolean {
  return /^application\/(?:[^;]*\+)?json(?:\s*;|$)/i.test(mediaType);
}
