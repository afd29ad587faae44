import { basePathOf } from "./base-path.ts";
import { asList, asObject, isObject, resolveLocal, type JsonObject } from "./json.ts";

/** An operation of the document, with its references to anything but schemas followed. */
export interface MockOperation {
  /** For people: `GET /users/{id} (getUser)`. */
  readonly name: string;
  readonly method: string;
  readonly template: string;
  /** Its own, where it names a server of its own. */
  readonly basePath: string | undefined;
  readonly parameters: readonly JsonObject[];
  readonly body: JsonObject | undefined;
  readonly responses: ReadonlyMap<string, JsonObject>;
  /** Scheme names by alternative; empty where nothing is asked for. */
  readonly security: readonly (readonly string[])[];
  /** As the document has it. */
  readonly value: JsonObject;
}

const FIXED = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

export function operationsOf(document: JsonObject): MockOperation[] {
  return Object.entries(asObject(document["paths"])).flatMap(([template, entry]) => {
    const item = { ...resolveLocal(document, entry), ...asObject(entry) };
    const more = asObject(item["additionalOperations"]);
    return [...FIXED.map((method) => [method.toUpperCase(), item[method]] as const), ...Object.entries(more)].flatMap(
      ([method, value]) => (isObject(value) ? [operationOf(document, { template, item, method, value })] : []),
    );
  });
}

interface Found {
  readonly template: string;
  readonly item: JsonObject;
  readonly method: string;
  readonly value: JsonObject;
}

function operationOf(document: JsonObject, { template, item, method, value }: Found): MockOperation {
  const { operationId } = value;
  const resolved = (list: unknown): JsonObject[] => asList(list).map((each) => resolveLocal(document, each) ?? {});
  const own = resolved(value["parameters"]);
  const shared = resolved(item["parameters"]).filter(
    (one) => !own.some((other) => other["name"] === one["name"] && other["in"] === one["in"]),
  );
  const servers = value["servers"] ?? item["servers"];
  const alternatives = asList(value["security"] ?? document["security"]).map((each) => Object.keys(asObject(each)));
  return {
    name: `${method} ${template}${typeof operationId === "string" ? ` (${operationId})` : ""}`,
    method,
    template,
    basePath: Array.isArray(servers) && servers.length > 0 ? basePathOf({ servers }) : undefined,
    parameters: [...shared, ...own],
    body: value["requestBody"] === undefined ? undefined : resolveLocal(document, value["requestBody"]),
    responses: new Map(
      Object.entries(asObject(value["responses"]))
        .filter(([status]) => !status.startsWith("x-"))
        .map(([status, response]) => [status, resolveLocal(document, response) ?? {}]),
    ),
    security: alternatives.some((each) => each.length === 0) ? [] : alternatives,
    value,
  };
}

/** An operation that a request is meant for. */
export interface Route {
  readonly operation: MockOperation;
  /** What stands in the place of each parameter of the path, as it was sent. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Finds the operation for a method and a path with its base path. */
export type Router = (method: string, path: string) => Route | undefined;

export function createRouter(operations: readonly MockOperation[], basePath: string): Router {
  const routes = operations.map((operation) => {
    const names = [...operation.template.matchAll(HOLE)].map(([, name = ""]) => name);
    return { operation, names, pattern: toPattern((operation.basePath ?? basePath) + operation.template) };
  });
  routes.sort((a, b) => bySpecificity(a.operation.template, b.operation.template));
  return (method, path) => {
    for (const { operation, names, pattern } of routes) {
      if (operation.method !== method) continue;
      const found = pattern.exec(path);
      if (found !== null)
        return { operation, texts: new Map(names.map((name, index) => [name, found[index + 1] ?? ""])) };
    }
    return undefined;
  };
}

/** A literal segment wins over a template that fits as well, and of two templates the one that says more. */
function bySpecificity(a: string, b: string): number {
  const templated = (template: string): number => template.split("/").filter((segment) => segment.includes("{")).length;
  const said = (template: string): number => template.replace(HOLE, "").length;
  return templated(a) - templated(b) || said(b) - said(a);
}

const HOLE = /\{([^{}]*)\}/g;

function toPattern(template: string): RegExp {
  const literals = template.split(/\{[^{}]*\}/).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${literals.join("([^/]*)")}$`);
}
