import { canonicalMediaType, canonicalStyle } from "./canonical.ts";
import {
  parameterPlace,
  type BodyFacts,
  type ContentFacts,
  type OperationFacts,
  type ParameterFacts,
  type ResponseFacts,
  type SecurityAlternative,
} from "./facts.ts";
import { exactKeys, fieldName, partsOf, read, type Reader } from "./notation-reader.ts";
import { childOf, elementsOf, isList, located, placeOf, textOf, type Item, type Located } from "./source.ts";
import { expectEnd, NotationError, take, takeType, type Cursor } from "./type-notation.ts";
import { any, membersOf, type Type } from "./types.ts";

type Schemes = ReadonlyMap<string, unknown>;

export function readOperation(id: string, item: Item, schemes: Schemes, reader: Reader): OperationFacts {
  exactKeys(item, ["request", "parameters", "body", "security", "responses"], reader);
  const { method, path } = readRequestLine(item, reader);
  const parameters = partsOf(item, "parameters", reader).map(([key, value]) => readParameter(key, value, reader));
  checkPathParameters(path, parameters, reader);
  const responses = partsOf(item, "responses", reader).map(([status, value]) => readResponse(status, value, reader));
  if (responses.length === 0) reader.report(placeOf(item), `${id} has no responses`);
  return {
    id,
    method,
    path,
    parameters,
    body: readBody(item, reader),
    security: readSecurity(item, schemes, reader),
    responses,
    place: placeOf(item),
  };
}

function readRequestLine(operation: Item, reader: Reader): { method: Located<string>; path: Located<string> } {
  const item = childOf(operation, "request") ?? operation;
  const [, method, path] = /^([A-Z]+) +(\/\S*)$/.exec((textOf(item) ?? "").trim()) ?? [];
  if (method === undefined || path === undefined) {
    reader.report(placeOf(item), '"request" must be a method and a path, such as "GET /things/{id}"');
  }
  return { method: located(method ?? "", item), path: located(path ?? "", item) };
}

function readParameter(key: string, item: Item, reader: Reader): ParameterFacts {
  const { name, required } = fieldName(key);
  const parsed = read(item, reader, (cursor) => {
    const place = parameterPlace(take(cursor, /\w+/));
    if (place === undefined) throw new NotationError("a parameter begins with path, query, header or cookie", 0);
    const type = takeType(cursor);
    const style = takeStyle(cursor, type);
    expectEnd(cursor);
    return { in: place, type, style };
  });
  return {
    name,
    in: located(parsed?.in ?? "query", item),
    required: located(required, item),
    type: located(parsed?.type ?? any, item),
    style: located(parsed?.style, item),
    place: placeOf(item),
  };
}

function takeStyle(cursor: Cursor, type: Type): string | undefined {
  const style = take(cursor, /(form|simple|spaceDelimited|pipeDelimited|deepObject)\b/);
  const separation = take(cursor, /(comma|repeated)\b/);
  const isArray = membersOf(type).some((member) => member.kind === "array");
  if (isArray && (style === undefined || separation === undefined)) {
    throw new NotationError("an array says how it is written, such as form comma or form repeated", cursor.index);
  }
  return style === undefined ? undefined : canonicalStyle(style, separation === "repeated");
}

function checkPathParameters(path: Located<string>, parameters: readonly ParameterFacts[], reader: Reader): void {
  const inTemplate = [...path.value.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? "");
  const declared = parameters.filter((parameter) => parameter.in.value === "path");
  for (const name of inTemplate) {
    if (!declared.some((parameter) => parameter.name === name)) {
      reader.report(path.place, `the path has {${name}}, but no path parameter of that name is witnessed`);
    }
  }
  for (const parameter of declared) {
    if (!inTemplate.includes(parameter.name)) {
      reader.report(parameter.place, `path parameter "${parameter.name}" is not in the path ${path.value}`);
    } else if (!parameter.required.value) {
      reader.report(parameter.place, `path parameter "${parameter.name}" cannot be optional`);
    }
  }
}

function readBody(operation: Item, reader: Reader): BodyFacts {
  const item = childOf(operation, "body");
  const place = placeOf(item ?? operation);
  if (item === undefined || textOf(item)?.trim() === "none")
    return { required: { value: false, place }, content: [], place };
  const alternatives = readContent(item, reader);
  const required = alternatives.every((alternative) => alternative.required);
  return { required: { value: required, place }, content: alternatives.map(({ content }) => content), place };
}

function readResponse(status: string, item: Item, reader: Reader): ResponseFacts {
  const place = placeOf(item);
  if (!/^([1-5]\d\d|[1-5]XX|default)$/.test(status)) reader.report(place, `"${status}" is no status`);
  if (textOf(item)?.trim() === "empty") return { status, content: [], place };
  const alternatives = readContent(item, reader);
  if (alternatives.some((alternative) => !alternative.required)) {
    reader.report(place, "a response has no optional media type");
  }
  return { status, content: alternatives.map(({ content }) => content), place };
}

interface Alternative {
  readonly required: boolean;
  readonly content: ContentFacts;
}

/** Several media types stand in a list. A media type without a type promises nothing about its content. */
function readContent(item: Item, reader: Reader): Alternative[] {
  if (isList(item)) return elementsOf(item).flatMap((element) => readContent(element, reader));
  const alternative = read(item, reader, (cursor) => {
    const mediaType = take(cursor, /[\w.+*-]+\/[\w.+*-]+(;\s*[\w-]+=[\w.-]+)*/);
    if (mediaType === undefined) {
      throw new NotationError('a media type is expected, such as "application/json Thing"', 0);
    }
    const required = take(cursor, /\?/) === undefined;
    const type = take(cursor, /$/) === undefined ? takeType(cursor) : any;
    expectEnd(cursor);
    return { required, content: { mediaType: canonicalMediaType(mediaType), type, place: placeOf(item) } };
  });
  return alternative === undefined ? [] : [alternative];
}

function readSecurity(operation: Item, schemes: Schemes, reader: Reader): Located<SecurityAlternative[]> {
  const item = childOf(operation, "security") ?? operation;
  if (item !== operation && !isList(item))
    reader.report(placeOf(item), '"security" must be a list, [] where none is needed');
  return located(
    elementsOf(item).map((element) => readAlternative(element, schemes, reader)),
    item,
  );
}

/** `A + B`: both together. `none` among other alternatives says that the call may also go without. */
function readAlternative(item: Item, schemes: Schemes, reader: Reader): SecurityAlternative {
  const text = (textOf(item) ?? "").trim();
  if (text === "none") return [];
  return text.split("+").map((part) => {
    const scheme = part.trim();
    if (!schemes.has(scheme)) {
      reader.report(placeOf(item), `"${scheme}" is none of the security schemes ${[...schemes.keys()].join(", ")}`);
    }
    return scheme;
  });
}
