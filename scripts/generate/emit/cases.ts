import { type JsonObject, own } from "../load/json.ts";
import type { Body, Model, Operation, Response } from "../model/model.ts";
import { exampleArguments, exampleBody, exampleType } from "./arguments.ts";

/**
 * The contract cases of a service: each operation with its arguments, and each answer that it declares.
 *
 * - `arguments` give the body in the media type that goes without saying; where that is a wildcard, `contentType` beside it.
 * - `bodies` has one entry for each media type of the request: `mediaType` as the spec writes it, `contentType` one that it
 *   covers, `kind` (json, text, binary, form, multipart, lines) and `body` as a call is given it, absent where the spec has
 *   no example. Files are texts here: a call is given them as Blobs.
 * - `kind` of an answer says what a call makes of it: json, text, binary (a Blob), events and jsonEvents (an EventStream),
 *   lines (JsonLines), any (whatever comes); null beside a `mediaType` that is null.
 */
export function emitCases({ service, clientName, groups, kinds }: Model, document: JsonObject): string {
  const operations = groups.flatMap((group) =>
    group.operations.map((operation) => ({
      operationId: operation.id,
      group: group.property,
      method: operation.method,
      path: operation.path,
      paged: operation.pagination !== undefined,
      secured: operation.security?.every((each) => Object.keys(each).length > 0) === true,
      ...(operation.caution?.choice === undefined ? {} : { choice: operation.caution.choice }),
      arguments: { required: exampleArguments(operation, "required"), all: exampleArguments(operation, "all") },
      ...(operation.body === undefined ? {} : { bodies: bodies(operation.body) }),
      answers: operation.responses.flatMap((response) => answers(operation, response)),
    })),
  );
  // What the document says of its credentials, the suite reads there.
  const isStated = own(document, "x-sdk-credentials") !== undefined || kinds.length === 0;
  const derived = isStated ? {} : { credentials: Object.fromEntries(kinds.map(({ name, plan }) => [name, plan])) };
  return `${JSON.stringify({ service, client: clientName, ...derived, operations }, undefined, 2)}\n`;
}

function bodies({ contents }: Body): object[] {
  return contents.map((content) => {
    const { mediaType, kind } = content;
    return { mediaType, contentType: exampleType(mediaType), kind, body: exampleBody(content) };
  });
}

function answers(operation: Operation, { status, contents }: Response): object[] {
  const code = concrete(operation, status);
  if (contents.length === 0) return [{ status, code, mediaType: null, kind: null, examples: [] }];
  return contents.map(({ mediaType, kind, examples }) => ({
    status,
    code,
    mediaType,
    kind,
    examples: [...examples].map(([name, value]) => ({ name, value })),
  }));
}

/** A status for a range or for `default`: one that is not declared by itself, and that is not tried again. */
function concrete({ responses }: Operation, status: string): number {
  if (/^\d{3}$/.test(status)) return Number(status);
  const declared = new Set(responses.map((each) => each.status));
  const hasSuccess = responses.some((each) => each.status.startsWith("2"));
  const first = status === "default" ? (hasSuccess ? 4 : 2) : Number(status[0]);
  for (let code = first * 100; ; code++) if (!declared.has(String(code))) return code;
}
