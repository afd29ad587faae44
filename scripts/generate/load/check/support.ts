import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isBodiless } from "../../model/bodies.ts";
import { isMediaType, mediaKind, partsSchema } from "../../model/media-type.ts";
import { hasNoBody } from "../../model/responses.ts";
import { objectAt, own } from "../json.ts";
import { dereference, joinPointer } from "../pointer.ts";
import type { SpecOperation, SpecParameter } from "../walk.ts";
import type { Check, SpecContext } from "./context.ts";

/**
 * What OpenAPI can say and emitted clients cannot do: refused where a client would lie without it, and told of where it is
 * left out.
 */
export const checkSupport: Check = (spec) => [
  ...checkMediaTypes(spec),
  ...spec.operations.flatMap((operation) => [
    ...spec.parameters(operation).flatMap((parameter) => checkParameter(spec, parameter)),
    ...checkRequestBody(spec, operation),
    ...checkResponses(spec, operation),
  ]),
];

/** Wherever content is described: emitted code compares with these names. */
function checkMediaTypes(spec: SpecContext): Diagnostic[] {
  const owners = [...spec.nodes("requestBody"), ...spec.nodes("response"), ...spec.nodes("parameter")];
  return owners.flatMap(({ value, pointer }) =>
    Object.keys(objectAt(value, "content"))
      .filter((mediaType) => !isMediaType(mediaType))
      .map((mediaType) => {
        const place = joinPointer(pointer, "content", mediaType);
        const message = `${JSON.stringify(mediaType)} is no media type`;
        return spec.error("invalid-value", place, message, "write one such as application/json or image/*");
      }),
  );
}

function checkParameter(spec: SpecContext, parameter: SpecParameter): Diagnostic[] {
  const [mediaType] = Object.keys(objectAt(parameter.value, "content"));
  const kind = mediaType === undefined ? undefined : mediaKind(mediaType);
  // The whole query has to be text that a URL can hold, and something that its parts can be taken from.
  if (parameter.in !== "querystring" || kind === "json" || kind === "form") return [];
  const message = `The whole query is described as ${mediaType ?? "a schema"}, which emitted clients cannot write`;
  const fix = "describe it by content: application/x-www-form-urlencoded or application/json, or as query parameters";
  return [spec.error("unsupported-parameter", parameter.pointer, message, fix)];
}

function checkRequestBody(spec: SpecContext, operation: SpecOperation): Diagnostic[] {
  const pointer = joinPointer(operation.pointer, "requestBody");
  const found = dereference(spec.document, own(operation.value, "requestBody"), pointer);
  if (found === undefined) return [];
  const contents = Object.entries(objectAt(found.value, "content"));
  if (contents.length > 0 && isBodiless(operation.method)) {
    const message = `The body of a ${operation.method.toUpperCase()} is left out, since fetch does not send one`;
    return [spec.warning("unsendable-body", pointer, message, "describe it as parameters, or the operation as a POST")];
  }
  return contents.flatMap(([mediaType, entry]) => {
    const place = joinPointer(found.pointer, "content", mediaType);
    const media = dereference(spec.document, entry, place);
    if (media === undefined || mediaKind(mediaType) !== "multipart") return [];
    const schema = own(media.value, "schema");
    if (schema !== undefined && partsSchema(spec.document, schema) !== schema) {
      const message = `The schema of this ${mediaType} names no parts, so that it is taken for any fields`;
      const fix = "describe an object, with a property for each part";
      return [spec.warning("unnamed-parts", joinPointer(media.pointer, "schema"), message, fix)];
    }
    return Object.entries(objectAt(media.value, "encoding")).flatMap(([name, encoding]) =>
      ["headers", "style", "explode", "allowReserved"]
        .filter((field) => own(encoding, field) !== undefined)
        .map((field) => {
          const message = `What "${field}" says of the part "${name}" is left out`;
          const fix = "remove it; callers give headers with a file, and objects are sent as JSON";
          return spec.warning("ignored-encoding", joinPointer(media.pointer, "encoding", name, field), message, fix);
        }),
    );
  });
}

function checkResponses(spec: SpecContext, operation: SpecOperation): Diagnostic[] {
  return Object.entries(objectAt(operation.value, "responses")).flatMap(([status, response]) => {
    const pointer = joinPointer(operation.pointer, "responses", status);
    const found = dereference(spec.document, response, pointer);
    const mediaTypes = Object.keys(objectAt(found?.value, "content"));
    if (mediaTypes.length === 0 || !hasNoBody(operation.method, status)) return [];
    const what = operation.method === "head" ? "a HEAD" : `the status ${status}`;
    const message = `The content of this answer is left out, since HTTP gives ${what} no body`;
    return [spec.warning("bodiless-answer", pointer, message, "remove the content, or describe another status")];
  });
}
