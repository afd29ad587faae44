import { isObject, listAt, objectAt, own, textAt, type JsonObject } from "../load/json.ts";
import { resolveRef } from "../load/pointer.ts";
import { commentLines } from "./escape.ts";
import { lowerSchema, type Lowered } from "./lower.ts";
import { renderType, type RenderScope } from "./render.ts";
import type { Transform } from "./transform.ts";
import type { Side } from "./walk.ts";

/**
 * `paths.ts`: the interface that openapi-fetch reads. Parameters, bodies, responses and headers stand where they are used, and
 * only schemas are named. Keys of maps are sorted, because their order in the spec means nothing.
 */

export interface PathsScope {
  readonly document: JsonObject;
  readonly resolve: (ref: string) => unknown;
  readonly transform: Transform;
  /** Where the named types come from. */
  readonly typesModule: string;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

export function renderPaths(scope: PathsScope): string {
  const lowered = lowerMap(withoutExtensions(objectAt(scope.document, "paths")), (item) => lowerPathItem(scope, item));
  const render: RenderScope = { origin: scope.transform.origin, names: new Set() };
  const body = renderType(scope.transform.paths(lowered), render);
  return `${importTypes(render.names, scope.typesModule)}export interface paths ${body}\n`;
}

/** A type import of some names, with an empty line behind it; nothing for no names. */
function importTypes(names: ReadonlySet<string>, module: string): string {
  if (names.size === 0) return "";
  const sorted = [...names].sort();
  const line = `import type { ${sorted.join(", ")} } from "${module}";\n\n`;
  return line.length <= 122
    ? line
    : `import type {\n${sorted.map((name) => `  ${name},\n`).join("")}} from "${module}";\n\n`;
}

function lowerMap(map: JsonObject, lower: (value: JsonObject) => JsonObject): JsonObject {
  const entries = Object.entries(map).filter(([, value]) => isObject(value)) as [string, JsonObject][];
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, lower(value)]));
}

function follow(scope: PathsScope, value: unknown): JsonObject {
  const ref = textAt(value, "$ref");
  if (ref === undefined) return isObject(value) ? value : {};
  const found = resolveRef(scope.document, ref);
  if (!found.ok || !isObject(found.value)) throw new Error(`nothing at ${ref}`);
  return found.value;
}

function schemaOf(scope: PathsScope, schema: unknown, direction: Side): Lowered {
  return lowerSchema(schema, { direction, resolve: scope.resolve });
}

function lowerPathItem(scope: PathsScope, item: JsonObject): JsonObject {
  const target = follow(scope, item);
  const whole = { ...target, ...item };
  const operations = METHODS.filter((method) => isObject(own(whole, method)));
  return {
    parameters: lowerParameters(scope, whole),
    ...Object.fromEntries(operations.map((method) => [method, lowerOperation(scope, objectAt(whole, method))])),
  };
}

function lowerOperation(scope: PathsScope, operation: JsonObject): JsonObject {
  const body = own(operation, "requestBody");
  const responses = objectAt(operation, "responses");
  return {
    ...briefDoc(operation, textAt(operation, "summary")),
    parameters: lowerParameters(scope, operation),
    ...(body === undefined ? {} : { requestBody: lowerBody(scope, follow(scope, body)) }),
    responses: lowerMap(withoutExtensions(responses), (response) => lowerResponse(scope, follow(scope, response))),
  };
}

function withoutExtensions(map: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !key.startsWith("x-")));
}

/** One line of text: the transform puts it into its comment as it is. */
function briefDoc(object: JsonObject, text: string | undefined): JsonObject {
  const summary = commentLines(text ?? "").join(" ");
  return {
    ...(summary === "" ? {} : { summary }),
    ...(own(object, "deprecated") === true ? { deprecated: true } : {}),
  };
}

function lowerParameters(scope: PathsScope, owner: JsonObject): JsonObject[] {
  return listAt(owner, "parameters").map((item) => {
    const parameter = follow(scope, item);
    return {
      ...briefDoc(parameter, textAt(parameter, "description")),
      name: own(parameter, "name"),
      in: own(parameter, "in"),
      required: own(parameter, "required") === true,
      schema: lowerValue(scope, parameter, "input"),
    };
  });
}

/** A parameter or header has a schema, or content of one media type. */
function lowerValue(scope: PathsScope, value: JsonObject, side: Side): Lowered {
  const [media] = Object.values(objectAt(value, "content"));
  return schemaOf(scope, own(value, "schema") ?? own(media, "schema"), side);
}

function lowerBody(scope: PathsScope, body: JsonObject): JsonObject {
  return { required: own(body, "required") === true, content: lowerContent(scope, body, "input") };
}

function lowerResponse(scope: PathsScope, response: JsonObject): JsonObject {
  return {
    headers: lowerMap(objectAt(response, "headers"), (item) => {
      const header = follow(scope, item);
      return { required: own(header, "required") === true, schema: lowerValue(scope, header, "output") };
    }),
    content: lowerContent(scope, response, "output"),
  };
}

function lowerContent(scope: PathsScope, owner: JsonObject, side: Side): JsonObject {
  return lowerMap(objectAt(owner, "content"), (media) => ({ schema: schemaOf(scope, own(media, "schema"), side) }));
}
