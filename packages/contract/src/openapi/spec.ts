import { readFileSync } from "node:fs";
import { dereference, isObject, listOf, objectOf, textOf, type JsonObject } from "./json.ts";

// The suite reads the spec by itself, with none of the generator's or the runtime's code: what they misread, it must not.

export type Place = "path" | "query" | "header" | "cookie";

export interface Parameter {
  readonly name: string;
  readonly in: Place;
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  /** Reserved characters stay as they are. */
  readonly allowReserved: boolean;
  /** A parameter may be one value of a media type instead of having a style. */
  readonly mediaType: string | undefined;
  readonly schema: JsonObject;
}

export interface Content {
  readonly mediaType: string;
  readonly schema: JsonObject;
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
  readonly id: string;
  readonly method: string;
  readonly path: string;
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

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

export function readSpec(file: string | URL): Spec {
  return specOf(JSON.parse(readFileSync(file, "utf8")) as JsonObject);
}

export function specOf(document: JsonObject): Spec {
  const components = objectOf(document["components"]);
  return {
    document,
    ...serverOf(document),
    operations: new Map(operationsOf(document).map((operation) => [operation.id, operation])),
    schemes: Object.fromEntries(
      Object.entries(objectOf(components["securitySchemes"])).map(([name, value]) => [
        name,
        dereference(document, value),
      ]),
    ),
  };
}

function serverOf(document: JsonObject): Pick<Spec, "server" | "serverVariables"> {
  const server = objectOf(listOf(document["servers"])[0]);
  const variables = Object.entries(objectOf(server["variables"])).map(
    ([name, value]) => [name, textOf(objectOf(value)["default"]) ?? ""] as const,
  );
  let url = textOf(server["url"]) ?? "/";
  for (const [name, value] of variables) url = url.replaceAll(`{${name}}`, value);
  return { server: new URL(url, "http://localhost"), serverVariables: Object.fromEntries(variables) };
}

function operationsOf(document: JsonObject): SpecOperation[] {
  return Object.entries(objectOf(document["paths"])).flatMap(([path, item]) => {
    const pathItem = dereference(document, item);
    return METHODS.flatMap((method) => {
      const value = pathItem[method];
      return isObject(value) ? [operationOf(document, { method, path, pathItem, value })] : [];
    });
  });
}

interface Found {
  readonly method: string;
  readonly path: string;
  readonly pathItem: JsonObject;
  readonly value: JsonObject;
}

function operationOf(document: JsonObject, { method, path, pathItem, value }: Found): SpecOperation {
  const own = listOf(value["parameters"]).map((each) => parameterOf(document, each));
  const shared = listOf(pathItem["parameters"])
    .map((each) => parameterOf(document, each))
    .filter((each) => !own.some((other) => other.name === each.name && other.in === each.in));
  const body = value["requestBody"] === undefined ? undefined : dereference(document, value["requestBody"]);
  const alternatives = listOf(value["security"] ?? document["security"]).map((each) => Object.keys(objectOf(each)));
  return {
    id: textOf(value["operationId"]) ?? `${method} ${path}`,
    method: method.toUpperCase(),
    path,
    parameters: [...shared, ...own],
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
  const place = parameter["in"] as Place;
  const style = textOf(parameter["style"]) ?? (place === "query" || place === "cookie" ? "form" : "simple");
  const [content] = contentsOf(document, parameter);
  return {
    name: textOf(parameter["name"]) ?? "",
    in: place,
    required: parameter["required"] === true,
    style,
    explode: typeof parameter["explode"] === "boolean" ? parameter["explode"] : style === "form",
    allowReserved: parameter["allowReserved"] === true,
    mediaType: content?.mediaType,
    schema: content?.schema ?? objectOf(parameter["schema"]),
  };
}

function contentsOf(document: JsonObject, owner: JsonObject): Content[] {
  return Object.entries(objectOf(owner["content"])).map(([mediaType, media]) => {
    const { schema, example, examples } = objectOf(media);
    const named = Object.entries(objectOf(examples)).map(
      ([name, each]) => [name, dereference(document, each)["value"]] as const,
    );
    return {
      mediaType,
      schema: objectOf(schema),
      examples: new Map(example === undefined ? named : [["example", example], ...named]),
    };
  });
}

/** The operation that a request is meant for: of several templates that fit, the one with the fewest holes. */
export function operationAt(spec: Spec, method: string, path: string): SpecOperation | undefined {
  const holes = (template: string): number => template.split("{").length;
  return [...spec.operations.values()]
    .filter((operation) => operation.method === method && fits(operation.path, path))
    .sort((a, b) => holes(a.path) - holes(b.path))[0];
}

function fits(template: string, path: string): boolean {
  const pattern = template
    .split(/\{[^}]*\}/)
    .map((literal) => literal.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
    .join("[^/]+");
  return new RegExp(`^${pattern}$`).test(path);
}
