import { styleText } from "node:util";

import type { Generated } from "../generate.ts";
import { formatDiagnostics } from "../diagnostics/diagnostic.ts";
import { isDemanded, needsArguments } from "../emit/arguments.ts";
import { bodyType } from "../emit/bodies.ts";
import { access } from "../emit/code.ts";
import { contentType, resultTypes } from "../emit/result-type.ts";
import { type JsonObject, own } from "../load/json.ts";
import { dereference, joinPointer, resolvePointer } from "../load/pointer.ts";
import { parametersOf } from "../load/walk.ts";
import { tagOf, whyGroup } from "../model/group-names.ts";
import type { Model } from "../model/model.ts";
import { publicNames, type NamedOperation } from "../model/public-names.ts";
import type { TypePrinter } from "../types/printer.ts";
import { behaviourLines } from "./behaviour.ts";
import { credentialLines } from "./credentials.ts";
import type { Found } from "./find.ts";
import { layOut, type Line, placeOf, plain } from "./text.ts";

/** What an explanation is made from. */
export interface Explained {
  readonly generated: Generated;
  readonly model: Model;
  readonly printer: TypePrinter;
}

/** How everything about an operation came to be. */
export function explainOperation({ generated, model, printer }: Explained, found: Found): string {
  const { spec } = generated;
  const { document } = spec;
  const { operation } = found;
  const named = publicNames(document).operations.find(({ found: { pointer } }) => pointer === operation.pointer);
  if (named === undefined) throw new Error(`There is no operation at ${operation.pointer}`);
  const head = `${styleText("bold", operation.id)}  ${operation.method} ${plain(operation.path)}  ${styleText("dim", placeOf(spec, operation.pointer))}\n`;
  const sections = [
    { title: "called", lines: nameLines(model, found, named) },
    {
      title: "takes",
      lines: [...argumentLines(document, found, named, printer), ...bodyLines(document, found, printer)],
    },
    { title: "gives", lines: answerLines(document, found, printer) },
    { title: "credentials", lines: credentialLines(document, model, operation) },
    { title: "behaves", lines: behaviourLines(document, model, operation) },
  ];
  return `${head}${layOut(sections, spec)}${warnings(generated, named)}`;
}

function nameLines(
  { clientName }: Model,
  { group, operation }: Found,
  { found, name, group: groupName }: NamedOperation,
): Line[] {
  const { id, specId } = operation;
  const tag = tagOf(found);
  const why = tag === undefined ? "it has no tag" : whyGroup(tag, groupName);
  return [
    {
      what: `client${access(group.property)}${access(id)}(${needsArguments(operation) ? "args" : "args?"}, options?)`,
      why: `of ${clientName}; and ${id}(core, ${needsArguments(operation) ? "args" : "args?"}, options?) by itself`,
    },
    {
      what: id,
      why:
        specId === undefined || name.why !== undefined
          ? `method and path in words: ${name.why ?? "there is no operationId"}`
          : id === specId
            ? "the operationId"
            : `the operationId "${specId}" in camelCase`,
      pointer: specId === undefined ? found.pointer : joinPointer(found.pointer, "operationId"),
    },
    {
      what: group.property,
      why: `${tag === undefined ? "the group of operations without a tag" : `the tag "${tag}" in camelCase`}${why === undefined || tag === undefined ? "" : `: ${why}`}`,
      pointer: tag === undefined ? found.pointer : joinPointer(found.pointer, "tags", 0),
    },
  ];
}

function argumentLines(
  document: JsonObject,
  { operation }: Found,
  { found }: NamedOperation,
  printer: TypePrinter,
): Line[] {
  const listed = parametersOf(document, found);
  return operation.parameters.map((parameter) => {
    const { argument, name, in: place, style, schema } = parameter;
    const written = style === undefined ? "one segment" : style.code;
    const renamed = argument === name ? "" : `, called "${argument}" because the name alone is taken`;
    return {
      what: `${argument}${isDemanded(operation, parameter) ? "" : "?"}: ${oneLine(printer.print(schema, "input"))}`,
      why: `the ${place} parameter "${name}", written by ${written}${renamed}`,
      pointer: listed.find((each) => each.name === name && each.in === place)?.pointer,
    };
  });
}

function bodyLines(document: JsonObject, { operation }: Found, printer: TypePrinter): Line[] {
  if (operation.body === undefined) return [];
  const { value, pointer } = follow(document, operation.pointer, ["requestBody"]);
  const { required, contents } = operation.body;
  // What may be anything is sent as JSON where its schema says so, and stands under another name.
  const isWritten = (mediaType: string): boolean => own(own(value, "content"), mediaType) !== undefined;
  return contents.map((content) => ({
    what: `body${required ? "" : "?"}: ${oneLine(bodyType(content, printer))}`,
    why: `sent as ${content.mediaType}`,
    pointer: joinPointer(pointer, "content", ...(isWritten(content.mediaType) ? [content.mediaType] : [])),
  }));
}

function answerLines(document: JsonObject, { operation }: Found, printer: TypePrinter): Line[] {
  const { members, data } = resultTypes(operation, printer);
  const lines = operation.responses.flatMap(({ status, contents }) => {
    const { pointer } = follow(document, operation.pointer, ["responses", status]);
    if (contents.length === 0) return [{ what: status, why: "no content", pointer }];
    return contents.map((content) => ({
      what: `${status}: ${oneLine(contentType(content, printer))}`,
      why: `read as ${content.mediaType}`,
      pointer: joinPointer(pointer, "content", content.mediaType),
    }));
  });
  return [
    { what: "awaited", why: oneLine(data) },
    { what: ".result()", why: members.map(oneLine).join(" | ") },
    ...lines,
  ];
}

/** The value below a pointer of the document, and where it is written, behind references. */
function follow(document: JsonObject, from: string, tokens: readonly string[]): { value: unknown; pointer: string } {
  let at: { readonly value: unknown; readonly pointer: string } = {
    value: resolvePointer(document, from),
    pointer: from,
  };
  for (const token of tokens) {
    const pointer = joinPointer(at.pointer, token);
    at = dereference(document, own(at.value, token), pointer) ?? { value: undefined, pointer };
  }
  return at;
}

function warnings({ diagnostics, spec }: Generated, { found }: NamedOperation): string {
  const inParameters = parametersOf(spec.document, found).map(({ pointer }) => pointer);
  const concerning = diagnostics.filter(({ pointer }) =>
    [found.pointer, ...inParameters].some((each) => pointer === each || pointer.startsWith(`${each}/`)),
  );
  return concerning.length === 0 ? "" : `\n${formatDiagnostics(concerning, spec.locate)}`;
}

function oneLine(type: string): string {
  return type
    .replaceAll(/\/\*\*[\s\S]*?\*\//g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
