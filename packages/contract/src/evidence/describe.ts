import { canonicalMediaType, canonicalScheme, canonicalStyle } from "./canonical.ts";
import { describeSchema, typeOf } from "./describe-schema.ts";
import {
  parameterPlace,
  type BodyFacts,
  type ContentFacts,
  type Facts,
  type OperationFacts,
  type ParameterFacts,
  type ParameterPlace,
  type ResponseFacts,
  type SchemaFacts,
  type SecurityAlternative,
} from "./facts.ts";
import { dereference } from "./references.ts";
import {
  childOf,
  elementsOf,
  entriesOf,
  formatPlace,
  located,
  placeOf,
  readSource,
  rootOf,
  textOf,
  type Item,
  type Located,
} from "./source.ts";
import { any, membersOf, type Type } from "./types.ts";

const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** Reads from an OpenAPI document the facts that evidence speaks of. */
export function describeSpec(file: string): Facts {
  const root = rootOf(readSource(file));
  const components = childOf(root, "components");
  const schemas = new Map<string, SchemaFacts>();
  for (const [name, schema] of entriesOf(childOf(components, "schemas")))
    schemas.set(name, describeSchema(name, schema));
  const securitySchemes = new Map<string, Located<string>>();
  for (const [name, scheme] of entriesOf(childOf(components, "securitySchemes"))) {
    securitySchemes.set(name, located(securitySchemeText(dereference(scheme)), scheme));
  }
  const operations = new Map<string, OperationFacts>();
  for (const [path, pathReference] of entriesOf(childOf(root, "paths"))) {
    const pathItem = dereference(pathReference);
    for (const [method, operation] of entriesOf(pathItem)) {
      if (!METHODS.has(method)) continue;
      const described = describeOperation(operation, pathItem, path, method, schemas);
      operations.set(described.id, described);
    }
  }
  return { basePath: basePathOf(root), securitySchemes, operations, schemas, place: placeOf(root) };
}

/** The path of the first server, with the defaults of its variables. */
function basePathOf(root: Item): Located<string> {
  const server = elementsOf(childOf(root, "servers"))[0];
  const url = childOf(server, "url");
  const filled = (textOf(url) ?? "").replace(/\{([^}]*)\}/g, (_, name: string) => {
    return textOf(childOf(childOf(childOf(server, "variables"), name), "default")) ?? "";
  });
  const path = filled.replace(/^[^/]*\/\/[^/]*/, "").replace(/\/+$/, "");
  return located(path, url ?? root);
}

function securitySchemeText(scheme: Item): string {
  const type = textOf(childOf(scheme, "type")) ?? "";
  const words = type === "apiKey" ? ["in", "name"] : type === "http" ? ["scheme"] : [];
  return canonicalScheme([type, ...words.map((word) => textOf(childOf(scheme, word)) ?? "")].join(" "));
}

type Schemas = ReadonlyMap<string, SchemaFacts>;

function describeOperation(
  operation: Item,
  pathItem: Item,
  path: string,
  method: string,
  schemas: Schemas,
): OperationFacts {
  return {
    id: textOf(childOf(operation, "operationId")) ?? `${method.toUpperCase()} ${path}`,
    method: located(method.toUpperCase(), operation),
    path: located(path, pathItem),
    parameters: parametersOf(operation, pathItem, schemas),
    body: bodyOf(operation),
    security: securityOf(operation),
    responses: entriesOf(childOf(operation, "responses")).map(([status, response]) => responseOf(status, response)),
    place: placeOf(operation),
  };
}

/** Those of the path hold for each of its operations, unless the operation says otherwise. */
function parametersOf(operation: Item, pathItem: Item, schemas: Schemas): ParameterFacts[] {
  const parameters = new Map<string, ParameterFacts>();
  for (const holder of [pathItem, operation]) {
    for (const item of elementsOf(childOf(holder, "parameters"))) {
      const parameter = describeParameter(dereference(item), schemas);
      parameters.set(`${parameter.in.value} ${parameter.name}`, parameter);
    }
  }
  return [...parameters.values()];
}

function describeParameter(item: Item, schemas: Schemas): ParameterFacts {
  const at = (key: string): Item => childOf(item, key) ?? item;
  const place = parameterPlace(textOf(childOf(item, "in")) ?? "query");
  if (place === undefined) throw new Error(`${formatPlace(placeOf(at("in")))} there is no such place for a parameter`);
  const [mediaType, content] = entriesOf(childOf(item, "content"))[0] ?? [];
  const schema = childOf(content ?? item, "schema");
  const type = schema === undefined ? any : typeOf(schema);
  const style =
    mediaType === undefined ? styleOf(item, place, type, schemas) : `content ${canonicalMediaType(mediaType)}`;
  return {
    name: textOf(childOf(item, "name")) ?? "",
    in: located(place, at("in")),
    required: located(textOf(childOf(item, "required")) === "true", at("required")),
    type: located(type, schema ?? item),
    style: located(style, childOf(item, "explode") ?? at("style")),
    place: placeOf(item),
  };
}

function styleOf(item: Item, place: ParameterPlace, type: Type, schemas: Schemas): string | undefined {
  const kinds = kindsOf(type, schemas);
  if (!kinds.includes("array") && !kinds.includes("object")) return undefined;
  const style = textOf(childOf(item, "style")) ?? (place === "query" || place === "cookie" ? "form" : "simple");
  const explode = textOf(childOf(item, "explode")) ?? String(style === "form");
  return canonicalStyle(style, explode === "true");
}

/** Whether a value of the type has several parts, looking through names. */
function kindsOf(type: Type, schemas: Schemas, seen: readonly string[] = []): ("array" | "object" | "single")[] {
  return membersOf(type).flatMap((member) => {
    if (member.kind === "named") {
      const schema = seen.includes(member.name) ? undefined : schemas.get(member.name);
      if (schema?.fields !== undefined) return "object";
      return schema?.type === undefined ? "single" : kindsOf(schema.type, schemas, [...seen, member.name]);
    }
    if (member.kind === "array") return "array";
    const isObject =
      member.kind === "map" || member.kind === "record" || (member.kind === "plain" && member.name === "object");
    return isObject ? "object" : "single";
  });
}

function bodyOf(operation: Item): BodyFacts {
  const reference = childOf(operation, "requestBody");
  const body = reference && dereference(reference);
  const required = childOf(body, "required");
  return {
    required: located(textOf(required) === "true", required ?? body ?? operation),
    content: contentOf(body),
    place: placeOf(body ?? operation),
  };
}

function responseOf(status: string, reference: Item): ResponseFacts {
  return { status, content: contentOf(dereference(reference)), place: placeOf(reference) };
}

function contentOf(holder: Item | undefined): ContentFacts[] {
  return entriesOf(childOf(holder, "content")).map(([mediaType, content]) => {
    const schema = childOf(content, "schema");
    return {
      mediaType: canonicalMediaType(mediaType),
      type: schema === undefined ? any : typeOf(schema),
      place: placeOf(content),
    };
  });
}

/** Scopes are left out: the evidence does not speak of them. */
function securityOf(operation: Item): Located<SecurityAlternative[]> {
  const security = childOf(operation, "security") ?? childOf(rootOf(operation.source), "security");
  const alternatives = elementsOf(security).map((alternative) => entriesOf(alternative).map(([scheme]) => scheme));
  return located(alternatives, security ?? operation);
}
