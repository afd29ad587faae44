import { readFileSync } from "node:fs";
import { dereference, isObject, listOf, objectOf, textOf, type JsonObject } from "./json.ts";

// The suite reads the spec by itself, with none of the generator's or the runtime's code: what they misread, it must not.

export type Place = "path" | "query" | "header" | "cookie";

export interface Parameter {
  readonly name: string;
  readonly in: Place;
  /** The query has nothing else: it is the value, as a form or as JSON, and has no name. */
  readonly isWholeQuery: boolean;
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  /** Reserved characters stay as they are. */
  readonly allowReserved: boolean;
  /** A parameter may be one value of a media type instead of having a style. */
  readonly mediaType: string | undefined;
  readonly schema: unknown;
  readonly example: unknown;
}

export interface Content {
  readonly mediaType: string;
  /** Undefined where nothing is said of the body. */
  readonly schema: unknown;
  /** Of one item, where the body is a sequence of them. */
  readonly itemSchema: unknown;
  /** How single properties are written. */
  readonly encoding: JsonObject;
  readonly examples: ReadonlyMap<string, unknown>;
}

export interface Answer {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly contents: readonly Content[];
}

/** Scheme names that are needed together. */
export type Alternative = readonly string[];

export interface SpecOperation {
  /** The spec that it is part of. */
  readonly document: JsonObject;
  /** What the package calls it. */
  readonly id: string;
  /** What the spec calls it. */
  readonly operationId: string | undefined;
  readonly method: string;
  readonly path: string;
  /** Of the operation or its path, where it is not the service's. */
  readonly server: URL | undefined;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly required: boolean; readonly contents: readonly Content[] } | undefined;
  /** Empty where credentials are of no use. */
  readonly security: readonly Alternative[];
  /** Whether the operation can be called without credentials. */
  readonly open: boolean;
  readonly answers: readonly Answer[];
  readonly value: JsonObject;
}

export interface Spec {
  readonly document: JsonObject;
  /** The first server's URL with its variables' defaults, without a slash at the end. */
  readonly server: URL;
  readonly serverVariables: Readonly<Record<string, string>>;
  readonly operations: ReadonlyMap<string, SpecOperation>;
  readonly schemes: Readonly<Record<string, JsonObject>>;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/** What the package calls the operation of a method and a path. */
export type NameOperation = (method: string, path: string) => string | undefined;

export function readDocument(file: string | URL): JsonObject {
  return JSON.parse(readFileSync(file, "utf8")) as JsonObject;
}

export function specOf(document: JsonObject, nameOperation: NameOperation = () => undefined): Spec {
  const components = objectOf(document["components"]);
  return {
    document,
    ...serverOf(listOf(document["servers"])[0]),
    operations: new Map(operationsOf(document, nameOperation).map((operation) => [operation.id, operation])),
    schemes: Object.fromEntries(
      Object.entries(objectOf(components["securitySchemes"])).map(([name, value]) => [
        name,
        dereference(document, value),
      ]),
    ),
  };
}

function serverOf(value: unknown): Pick<Spec, "server" | "serverVariables"> {
  const server = objectOf(value);
  const variables = Object.entries(objectOf(server["variables"])).map(
    ([name, value]) => [name, textOf(objectOf(value)["default"]) ?? ""] as const,
  );
  let url = textOf(server["url"]) ?? "/";
  for (const [name, value] of variables) url = url.replaceAll(`{${name}}`, value);
  return { server: new URL(url, "http://localhost"), serverVariables: Object.fromEntries(variables) };
}

function operationsOf(document: JsonObject, nameOperation: NameOperation): SpecOperation[] {
  return Object.entries(objectOf(document["paths"])).flatMap(([path, item]) => {
    const pathItem = { ...dereference(document, item), ...objectOf(item) };
    const more = Object.entries(objectOf(pathItem["additionalOperations"]));
    return [...METHODS.map((method) => [method.toUpperCase(), pathItem[method]] as const), ...more].flatMap(
      ([method, value]) => {
        if (!isObject(value)) return [];
        const id = nameOperation(method, path);
        return [operationOf(document, { id, method, path, pathItem, value })];
      },
    );
  });
}

interface Found {
  readonly id: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly pathItem: JsonObject;
  readonly value: JsonObject;
}

function operationOf(document: JsonObject, { id, method, path, pathItem, value }: Found): SpecOperation {
  const operationId = textOf(value["operationId"]);
  const [server] = listOf(value["servers"] ?? pathItem["servers"]);
  const own = listOf(value["parameters"]).map((each) => parameterOf(document, each));
  const shared = listOf(pathItem["parameters"])
    .map((each) => parameterOf(document, each))
    .filter((each) => !own.some((other) => other.name === each.name && other.in === each.in));
  const body = value["requestBody"] === undefined ? undefined : dereference(document, value["requestBody"]);
  const alternatives = listOf(value["security"] ?? document["security"]).map((each) => Object.keys(objectOf(each)));
  return {
    document,
    id: id ?? operationId ?? `${method} ${path}`,
    operationId,
    method,
    path,
    server: server === undefined ? undefined : serverOf(server).server,
    // OpenAPI ignores header parameters of these names: other parts of the document speak of them.
    parameters: [...shared, ...own].filter(
      (each) => each.in !== "header" || !["accept", "content-type", "authorization"].includes(each.name.toLowerCase()),
    ),
    body: body && { required: body["required"] === true, contents: contentsOf(document, body) },
    security: alternatives.filter((each) => each.length > 0),
    open: alternatives.length === 0 || alternatives.some((each) => each.length === 0),
    answers: Object.entries(objectOf(value["responses"]))
      .filter(([status]) => !status.startsWith("x-"))
      .map(([status, answer]) => ({ status, contents: contentsOf(document, dereference(document, answer)) })),
    value,
  };
}

function parameterOf(document: JsonObject, value: unknown): Parameter {
  const parameter = dereference(document, value);
  const isWholeQuery = parameter["in"] === "querystring";
  const place = (isWholeQuery ? "query" : parameter["in"]) as Place;
  const style = textOf(parameter["style"]) ?? (place === "query" || place === "cookie" ? "form" : "simple");
  const [content] = contentsOf(document, parameter);
  return {
    name: textOf(parameter["name"]) ?? "",
    in: place,
    isWholeQuery,
    required: parameter["required"] === true,
    style,
    explode:
      typeof parameter["explode"] === "boolean"
        ? parameter["explode"]
        : ["form", "cookie", "deepObject"].includes(style),
    allowReserved: parameter["allowReserved"] === true,
    mediaType: content?.mediaType,
    schema: content?.schema ?? parameter["schema"] ?? {},
    example: [...(content ?? contentOf(document, "", parameter)).examples.values()][0],
  };
}

function contentsOf(document: JsonObject, owner: JsonObject): Content[] {
  return Object.entries(objectOf(owner["content"])).map(([mediaType, media]) =>
    contentOf(document, mediaType, dereference(document, media)),
  );
}

function contentOf(document: JsonObject, mediaType: string, media: JsonObject): Content {
  const { schema, itemSchema, encoding, example, examples } = media;
  const named = Object.entries(objectOf(examples))
    .map(([name, each]) => [name, dereference(document, each)["value"]] as const)
    .filter(([, value]) => value !== undefined);
  return {
    mediaType,
    schema,
    itemSchema,
    encoding: objectOf(encoding),
    examples: new Map(example === undefined ? named : [["example", example], ...named]),
  };
}

/** The operation that a request is meant for: of several templates that fit, the one with the fewest holes. */
export function operationAt(spec: Spec, method: string, path: string): SpecOperation | undefined {
  const holes = (template: string): number => template.split("{").length;
  // A segment that is a hole and more says more than one that is a hole alone: `/{id}.{format}` goes before `/{id}`.
  const bare = (template: string): number => template.split("/").filter((part) => /^\{[^{}]*\}$/.test(part)).length;
  return [...spec.operations.values()]
    .filter((operation) => operation.method === method && fits(operation.path, path))
    .sort((a, b) => bare(a.path) - bare(b.path) || holes(a.path) - holes(b.path))[0];
}

function fits(template: string, path: string): boolean {
  const pattern = template
    .split(/\{[^}]*\}/)
    .map((literal) => literal.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
    .join("[^/]+");
  return new RegExp(`^${pattern}$`).test(path);
}
