import { isObject, listAt, objectAt, textAt } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { pointerOfRef, parsePointer } from "../pointer.ts";
import { METHODS } from "../walk.ts";
import type { Fields } from "./mark.ts";

/** What the upgrader gets wrong, or cannot know, put right in the Swagger document before it comes to it. */
export function mendSwagger(document: Fields): void {
  mendServers(document);
  dropEmpty(document);
  for (const item of Object.values(objectAt(document, "paths"))) {
    if (isObject(item)) mendPathItem(document, item);
  }
  // What is a request body now stands where it was referred to.
  const parameters = objectAt(document, "parameters");
  const kept = Object.entries(parameters).filter(([, parameter]) => !isBody(resolve(document, parameter)));
  if (Object.keys(parameters).length > 0) document["parameters"] = Object.fromEntries(kept);
}

/** Without a media type the upgrader would leave out the body. An empty list takes back what the document says, and says nothing itself. */
function dropEmpty(owner: Fields, instead?: readonly string[]): void {
  for (const field of ["consumes", "produces"]) {
    const types = owner[field];
    if (!Array.isArray(types) || types.length > 0) continue;
    if (instead === undefined) delete owner[field];
    else owner[field] = instead;
  }
}

/** Clients call by https where a server has both. Without a scheme, Swagger means that of the address that the spec was read from. */
function mendServers(document: Fields): void {
  const schemes = listAt(document, "schemes").filter((scheme) => scheme === "https" || scheme === "http");
  if (document["host"] === undefined) delete document["schemes"];
  else document["schemes"] = schemes.length === 0 ? ["https"] : schemes.toSorted().toReversed();
}

/** Request bodies are parameters in Swagger. The upgrader loses those of a path whose parameters come last, and those that are referred to. */
function mendPathItem(document: Fields, item: Fields): void {
  const shared = listAt(item, "parameters");
  const bodies = shared.filter((parameter) => isBody(resolve(document, parameter)));
  if (bodies.length > 0) item["parameters"] = shared.filter((parameter) => !bodies.includes(parameter));
  for (const method of METHODS) {
    const operation = item[method];
    if (!isObject(operation)) continue;
    dropEmpty(operation, ["application/json"]);
    const own = listAt(operation, "parameters").map((parameter) => inPlace(document, parameter));
    const replaced = new Set(own.map(bodyKey));
    const added = bodies.map((body) => inPlace(document, body)).filter((body) => !replaced.has(bodyKey(body)));
    const all = [...own, ...added];
    if (all.length > 0) (operation as Fields)["parameters"] = all;
    mendForm(document, operation, all.filter(isForm));
    mendSchemes(document, operation);
  }
}

/** A form without its media type is a simple one unless it holds files; lists in it are joined by commas unless they say otherwise. */
function mendForm(document: Fields, operation: Fields, fields: readonly JsonObject[]): void {
  if (fields.length === 0) return;
  const FORMS = ["multipart/form-data", "application/x-www-form-urlencoded"];
  const consumes = operation["consumes"] ?? document["consumes"];
  if (!Array.isArray(consumes) || !consumes.some((type) => FORMS.includes(type as string))) {
    const hasFile = fields.some((field) => field["type"] === "file");
    operation["consumes"] = [hasFile ? "multipart/form-data" : "application/x-www-form-urlencoded"];
  }
  for (const field of fields) {
    if (field["type"] === "array" && field["collectionFormat"] === undefined)
      (field as Fields)["collectionFormat"] = "csv";
  }
}

function mendSchemes(document: Fields, operation: Fields): void {
  const schemes = listAt(operation, "schemes").filter((scheme) => scheme === "https" || scheme === "http");
  const host = textAt(document, "host");
  delete operation["schemes"];
  if (schemes.length === 0 || host === undefined) return;
  const [scheme] = schemes.toSorted().toReversed();
  if (scheme === listAt(document, "schemes")[0]) return;
  operation["servers"] = [{ url: `${String(scheme)}://${host}${textAt(document, "basePath") ?? ""}` }];
}

function isForm(parameter: unknown): parameter is JsonObject {
  return isObject(parameter) && parameter["in"] === "formData";
}

function isBody(parameter: unknown): boolean {
  return isForm(parameter) || textAt(parameter, "in") === "body";
}

/** An operation has one body, and any number of fields in a form. */
function bodyKey(parameter: unknown): string {
  return isForm(parameter) ? `formData ${textAt(parameter, "name")}` : String(textAt(parameter, "in"));
}

/** A copy for each that refers to it: the upgrader takes fields out of parameters. */
function inPlace(document: Fields, parameter: unknown): unknown {
  const found = resolve(document, parameter);
  return isBody(found) ? structuredClone(found) : parameter;
}

function resolve(document: Fields, parameter: unknown): unknown {
  const ref = textAt(parameter, "$ref");
  const [section, name = "", ...rest] = parsePointer(pointerOfRef(ref ?? "") ?? "");
  if (section !== "parameters" || rest.length > 0) return parameter;
  const found = objectAt(document, "parameters")[name];
  return textAt(found, "$ref") === undefined ? found : parameter;
}
