import { resolveLocal, type JsonObject } from "../json.ts";
import type { Route } from "../operations.ts";
import { parseBody } from "../record/parse-body.ts";
import { schemaOf } from "../requests/parameters.ts";
import { typesOf } from "../schema/prepare-schema.ts";
import { valueAt } from "./resource.ts";

/** What expressions may look at. */
export interface Asking {
  readonly document: JsonObject;
  readonly route: Route;
  /** From the `?` on. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** An expression of OpenAPI in a request: a text, a list of them, or a value of the body. */
export function evaluate(asking: Asking, expression: string): unknown {
  const [, place, name = ""] = /^\$request\.(path|query|header|body)(?:[.#](.*))?$/s.exec(expression) ?? [];
  switch (place) {
    case "path":
      return decodeURIComponent(asking.route.texts.get(name) ?? "");
    case "query":
      return queried(asking, name);
    case "header":
      return asking.headers[name.toLowerCase()]?.replace(/^(?:bearer|basic) /i, "");
    default:
      return valueAt(parseBody(asking.headers["content-type"], asking.body.toString()), name);
  }
}

/** Left out by the caller, and then no condition: only a query parameter can be. */
export function isLeftOut(expression: string, value: unknown): boolean {
  return value === undefined && expression.startsWith("$request.query.");
}

function queried({ document, route, query }: Asking, name: string): unknown {
  const sent = new URLSearchParams(query).getAll(name);
  const parameter = route.operation.parameters.find((each) => each["in"] === "query" && each["name"] === name) ?? {};
  const isList = typesOf(resolveLocal(document, schemaOf(parameter)) ?? {}).includes("array");
  if (sent.length === 0) return undefined;
  return isList ? sent.flatMap((each) => each.split(",")) : sent[0];
}
