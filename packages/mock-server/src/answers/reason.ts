import { asList, asObject, resolveLocal, type JsonObject } from "../json.ts";
import { looksReferring } from "../foreign-refs.ts";
import { formOf, isWildcard } from "../media-type.ts";
import type { MockOperation } from "../operations.ts";
import { isBodiless } from "./choose.ts";
import { typesOf } from "../schema/prepare-schema.ts";
import { readingOf } from "../requests/decode.ts";
import { schemaOf } from "../requests/parameters.ts";

/** A segment of a path with more than one parameter. */
const SEGMENT_OF_SEVERAL = /\}[^/{}]*\{/;

const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "PATCH"];

/** Why Prism cannot stand for an operation, so that the mock answers it by itself; undefined where it can. */
export function reasonAgainstPrism(document: JsonObject, operation: MockOperation): string | undefined {
  const { method, parameters, body, responses, template, basePath } = operation;
  if (!METHODS.includes(method)) return `it does not serve the method ${method}`;
  if (basePath !== undefined) return "it ignores servers of single paths and operations";
  if (SEGMENT_OF_SEVERAL.test(template)) return "it misreads segments of a path that hold several parameters";
  if (template.includes("?") || template.includes("#")) return "it has paths without a query";
  for (const parameter of parameters) {
    const why = reasonAgainstParameter(document, parameter);
    if (why !== undefined) return `${why}: ${String(parameter["name"])}`;
  }
  const sent = Object.keys(asObject(body?.["content"])).find((mediaType) => formOf(mediaType) !== "json");
  if (sent !== undefined) return `it does not hold request bodies against the document that are ${sent}`;
  for (const [status, response] of responses) {
    if (isBodiless(Number(status)) && response["content"] !== undefined)
      return "it wants answers without a body to be of a media type that the client accepts";
    const answered = Object.keys(asObject(response["content"])).find(
      (mediaType) => !["json", "text"].includes(formOf(mediaType)) || isWildcard(mediaType),
    );
    if (answered !== undefined) return `it does not write answers that are ${answered}`;
    const misread = Object.entries(asObject(response["content"])).find(
      ([mediaType, media]) => formOf(mediaType) === "text" && !describesText(document, asObject(media)["schema"]),
    );
    if (misread !== undefined) return `it holds texts against schemas of other values, as where ${misread[0]} has one`;
    const examples = Object.values(asObject(response["content"])).map((media) => asObject(media)["examples"]);
    const values = examples.flatMap((named) => Object.values(asObject(named)).map((each) => asObject(each)["value"]));
    if (values.some(looksReferring)) return "it follows what looks like a reference in examples";
  }
  const schemas = [body, ...responses.values()].flatMap((owner) => schemasIn(owner));
  if (schemas.some((schema) => isVast(document, schema))) {
    return "it takes many seconds over schemas that are vast once their references are followed";
  }
  if (schemas.some((schema) => anyPart(document, schema, isTypelessNull))) {
    return "it holds nothing against a schema where nullable stands without a type";
  }
  if (schemasIn(body).some((schema) => anyPart(document, schema, ({ readOnly }) => readOnly === true))) {
    return "it lets readOnly properties pass in requests";
  }
  if (schemas.some((schema) => hidesInAlternatives(document, schema))) {
    return "it does not hide readOnly and writeOnly properties in the alternatives of a schema";
  }
  return reasonAgainstSecurity(document, operation);
}

function describesText(document: JsonObject, schema: unknown): boolean {
  if (schema === undefined) return true;
  const types = typesOf(resolveLocal(document, schema) ?? {});
  return types.length > 0 && types.every((type) => type === "string");
}

function schemasIn(owner: JsonObject | undefined): unknown[] {
  return Object.values(asObject(owner?.["content"])).map((media) => asObject(media)["schema"]);
}

/** Prism compiles a schema with all that it refers to in its place. */
const VAST = 10_000;

function isVast(document: JsonObject, root: unknown): boolean {
  let count = 0;
  const visit = (schema: unknown, behind: ReadonlySet<unknown>): void => {
    const found = resolveLocal(document, schema);
    if (found === undefined || behind.has(found) || count > VAST) return;
    count += 1;
    const inside = new Set([...behind, found]);
    for (const part of partsOf(found)) visit(part, inside);
  };
  visit(root, new Set());
  return count > VAST;
}

/** Whether it holds of a schema or of anything in it. */
function anyPart(document: JsonObject, root: unknown, holds: (schema: JsonObject) => boolean): boolean {
  const seen = new Set<unknown>();
  const visit = (schema: unknown): boolean => {
    const found = resolveLocal(document, schema);
    if (found === undefined || seen.has(found)) return false;
    seen.add(found);
    return holds(found) || holds(asObject(schema)) || partsOf(found).some(visit);
  };
  return visit(root);
}

function isTypelessNull(schema: JsonObject): boolean {
  return schema["nullable"] === true && schema["type"] === undefined && schema["$ref"] === undefined;
}

function partsOf(schema: JsonObject): unknown[] {
  return [
    ...["oneOf", "anyOf", "allOf", "prefixItems"].flatMap((word) => asList(schema[word])),
    ...Object.values(asObject(schema["properties"])),
    schema["items"],
    schema["additionalProperties"],
  ];
}

function hidesInAlternatives(document: JsonObject, root: unknown): boolean {
  const seen = [new Set<unknown>(), new Set<unknown>()] as const;
  const visit = (schema: unknown, isInside: boolean): boolean => {
    const found = resolveLocal(document, schema);
    if (found === undefined || seen[isInside ? 1 : 0].has(found)) return false;
    seen[isInside ? 1 : 0].add(found);
    if (isInside && (found["readOnly"] === true || found["writeOnly"] === true)) return true;
    const alternatives = [...asList(found["oneOf"]), ...asList(found["anyOf"])];
    const others = [
      ...asList(found["allOf"]),
      ...Object.values(asObject(found["properties"])),
      found["items"],
      found["additionalProperties"],
    ];
    return alternatives.some((each) => visit(each, true)) || others.some((each) => visit(each, isInside));
  };
  return visit(root, false);
}

function reasonAgainstParameter(document: JsonObject, parameter: JsonObject): string | undefined {
  const { in: place, style, content, explode } = parameter;
  if (place === "cookie") return "it does not read cookies";
  if (place === "querystring") return "it does not read whole queries";
  if (content !== undefined) return "it does not read parameters that are described by a media type";
  // Also of a schema that has properties or items, and does not say so by a type.
  const { types } = readingOf(document, schemaOf(parameter));
  if (types.has("object")) return "it does not hold objects in parameters against all of their schema";
  if (types.has("array") && [resolveLocal(document, schemaOf(parameter))?.["type"]].flat().join() !== "array")
    return "it reads no lists where a schema allows other values or says so in its parts";
  if (types.has("array") && place !== "query") return `it fails on lists in the ${String(place)}`;
  if (types.has("array") && typeof style === "string" && style !== "form" && explode !== true)
    return `it misreads lists of the style ${style}`;
  if (style === "label" || style === "matrix") return `it misreads the style ${style}`;
  return undefined;
}

function reasonAgainstSecurity(document: JsonObject, { security }: MockOperation): string | undefined {
  const schemes = asObject(asObject(document["components"])["securitySchemes"]);
  for (const name of security.flat()) {
    const { type, scheme } = resolveLocal(document, schemes[name]) ?? {};
    const isKnown =
      type === "apiKey" || type === "oauth2" || (type === "http" && /^(?:basic|bearer)$/i.test(String(scheme)));
    if (!isKnown) return `it does not know security schemes of the type ${String(type)} ${String(scheme ?? "")}`.trim();
  }
  return undefined;
}
