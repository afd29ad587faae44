import { formOf } from "@vendor-sdks/mock-server";
import { isObject, type JsonObject } from "../openapi/json.ts";
import type { Parameter } from "../openapi/spec.ts";
import { has, isNumber, itemOf, kindsOf, memberOf, type Kinds } from "./decode/kinds.ts";
import { isHeaderText } from "./values/texts.ts";

// What OpenAPI's styles cannot say, so that no reader could give it back. Such values are not put in; each row says why, and the
// report counts the parameters that it may concern.

/** A value in a place where it is written by a style, as a text. */
export interface Written {
  readonly document: JsonObject;
  readonly parameter: Pick<Parameter, "name" | "in" | "style" | "explode" | "schema" | "allowReserved" | "mediaType">;
  /** Names of the other parameters of the same place. */
  readonly others: readonly string[];
}

interface Loss {
  readonly reason: string;
  /** Whether it can happen at all. */
  readonly concerns: (written: Written, kinds: Kinds) => boolean;
  readonly loses: (written: Written, value: unknown, kinds: Kinds) => boolean;
}

const LOSSES: readonly Loss[] = [
  {
    reason: "no style has a spelling for null",
    concerns: ({ document }, kinds) => anywhere(document, kinds, (each) => has(each, "null")),
    loses: (_, value) => leaves(value).includes(null),
  },
  {
    reason: "an empty list or object leaves no trace",
    concerns: (_, kinds) => has(kinds, "array", "object"),
    loses: (_, value) => nodes(value).some((node) => isEmpty(node)),
  },
  {
    reason: "styles write lists and objects of single values, and nothing within these",
    concerns: ({ document, parameter }, kinds) =>
      parameter.style !== "deepObject" &&
      members(kinds).some((each) => has(kindsOf(document, each), "array", "object")),
    loses: ({ parameter }, value) =>
      parameter.style !== "deepObject" && children(value).some((child) => typeof child === "object" && child !== null),
  },
  {
    reason: "where a schema allows both, a text that looks like a number or a boolean is written as these are",
    concerns: ({ document }, kinds) => anywhere(document, kinds, isAmbiguous),
    loses: ({ document }, value, kinds) => {
      const texts = anywhere(document, kinds, isAmbiguous);
      return (
        texts &&
        leaves(value).some((leaf) => typeof leaf !== "string" || isNumber(leaf) || /^(?:true|false)$/.test(leaf))
      );
    },
  },
  {
    reason: "where a schema allows both, a list of one is written as the one alone",
    concerns: (_, kinds) => has(kinds, "array") && has(kinds, "string", "number", "integer", "boolean", "object"),
    loses: (_, value, kinds) =>
      has(kinds, "array") && has(kinds, "string", "number", "integer", "boolean", "object") && Array.isArray(value),
  },
  {
    reason: "where a schema allows an object or a text, a text may look like the members of an object",
    concerns: (_, kinds) => has(kinds, "object") && has(kinds, "string", "number", "integer", "boolean"),
    loses: (_, value, kinds) => has(kinds, "object") && !isObject(value),
  },
  {
    reason: "an empty segment, . and .. are no segments of a path",
    concerns: ({ parameter }) => parameter.in === "path",
    loses: ({ parameter }, value) =>
      parameter.in === "path" &&
      parameter.style === "simple" &&
      ["", ".", ".."].includes([value].flat().map(String).join(",")),
  },
  {
    reason: "the mark between the members of an exploded label is a point, which URLs do not escape",
    concerns: ({ parameter }, kinds) => isPointed(parameter, kinds),
    loses: ({ parameter }, value, kinds) =>
      isPointed(parameter, kinds) && texts(value).some((text) => text.includes(".")),
  },
  {
    reason: "the marks of the styles spaceDelimited and pipeDelimited are escaped as those within values are",
    concerns: ({ parameter: { style } }) => style.endsWith("Delimited"),
    loses: ({ parameter: { style } }, value) =>
      style.endsWith("Delimited") && texts(value).some((text) => /[ |]/.test(text)),
  },
  {
    reason: "with allowReserved, the commas of values stand beside those between them",
    concerns: ({ parameter }, kinds) => parameter.allowReserved && !parameter.explode && has(kinds, "array", "object"),
    loses: ({ parameter }, value) =>
      parameter.allowReserved &&
      !parameter.explode &&
      typeof value === "object" &&
      texts(value).some((text) => text.includes(",")),
  },
  {
    reason: "the members of an exploded object have names of their own, and may have that of another parameter",
    concerns: ({ parameter }, kinds) =>
      parameter.explode && parameter.style !== "deepObject" && kinds.others !== undefined,
    loses: ({ parameter, others }, value) =>
      parameter.explode &&
      isObject(value) &&
      Object.keys(value).some((key) => [parameter.name, ...others].includes(key) || key === ""),
  },
  {
    reason: "brackets, and in deepObjects an object or a list that only its members' places tell apart",
    concerns: ({ parameter }) => parameter.style === "deepObject",
    loses: ({ parameter }, value) =>
      parameter.style === "deepObject" && [...texts(keysIn(value)), parameter.name].some((key) => /[[\]]/.test(key)),
  },
  {
    reason: "headers hold Latin-1 without spaces at the ends, and no escapes",
    concerns: ({ parameter }) => parameter.in === "header",
    loses: ({ parameter }, value) =>
      parameter.in === "header" &&
      (texts(value).some((text) => !isHeaderText(text) || text !== text.trim()) ||
        (typeof value === "object" && texts(value).some((text) => /[,=]/.test(text))) ||
        texts(value).join("") === ""),
  },
];

/** Why a value cannot be given back by any reader; undefined where it can. */
export function lossOf(written: Written, value: unknown): string | undefined {
  // One value of a media type is written as that says, in characters that any place can hold.
  if (isDocument(written)) return undefined;
  const kinds = kindsOf(written.document, written.parameter.schema);
  return LOSSES.find(({ loses }) => loses(written, value, kinds))?.reason;
}

/** Everything that may get lost of a parameter, whatever its values. */
export function lossesOf(written: Written): string[] {
  if (isDocument(written)) return [];
  const kinds = kindsOf(written.document, written.parameter.schema);
  return LOSSES.filter(({ concerns }) => concerns(written, kinds)).map(({ reason }) => reason);
}

function isDocument({ parameter: { mediaType } }: Written): boolean {
  return mediaType !== undefined && formOf(mediaType) !== "form";
}

function isPointed({ style, explode }: Written["parameter"], kinds: Kinds): boolean {
  return style === "label" && explode && has(kinds, "array", "object");
}

function isAmbiguous(kinds: Kinds): boolean {
  return has(kinds, "string") && has(kinds, "number", "integer", "boolean");
}

function members(kinds: Kinds): unknown[] {
  return [
    ...Object.keys(kinds.properties).map((name) => memberOf(kinds, name)),
    ...(has(kinds, "array") ? [itemOf(kinds)] : []),
    ...(kinds.others === undefined ? [] : [kinds.others]),
  ];
}

/** Whether it holds of a schema or of its members. */
function anywhere(document: JsonObject, kinds: Kinds, holds: (kinds: Kinds) => boolean): boolean {
  return holds(kinds) || members(kinds).some((each) => holds(kindsOf(document, each)));
}

function children(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isObject(value) ? Object.values(value).filter((each) => each !== undefined) : [];
}

function nodes(value: unknown): unknown[] {
  return [value, ...children(value).flatMap(nodes)];
}

function leaves(value: unknown): unknown[] {
  return nodes(value).filter((node) => typeof node !== "object" || node === null);
}

function keysIn(value: unknown): string[] {
  return nodes(value).flatMap((node) => (isObject(node) ? Object.keys(node) : []));
}

/** All texts that are written: leaves, and the names of members. */
function texts(value: unknown): string[] {
  return [...leaves(value).map(String), ...keysIn(value)];
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && children(value).length === 0;
}
