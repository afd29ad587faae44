import { concreteMediaType, formOf, isWildcard, type SchemaChecker, type ValueMaker } from "@vendor-sdks/mock-server";
import { argumentName, type Arguments } from "../openapi/encode.ts";
import { dereference, isObject, listOf, type JsonObject } from "../openapi/json.ts";
import type { Content, Parameter, SpecOperation } from "../openapi/spec.ts";
import { withFile, withFiles } from "./files.ts";

export type Extent = "required" | "all";

/** Makes arguments for operations of one document: from its examples where they fit their schemas, else from the schemas. */
export interface ArgumentMaker {
  arguments(operation: SpecOperation, extent: Extent, content: Content | undefined, given: Arguments): Arguments;
  /** Examples that contradict their own schemas, and were not taken. */
  readonly wrong: ReadonlySet<string>;
}

export function createArgumentMaker(document: JsonObject, checker: SchemaChecker, maker: ValueMaker): ArgumentMaker {
  const wrong = new Set<string>();
  const fits = (schema: unknown, value: unknown, where: string): boolean => {
    const problems = checker.problems(schema ?? {}, value, "request");
    if (problems.length > 0) wrong.add(`${where}: ${problems.map(({ message }) => message).join("; ")}`);
    return problems.length === 0;
  };
  const making: Making = { document, checker, maker, fits };
  return {
    wrong,
    arguments(operation, extent, content, given) {
      const args: Record<string, unknown> = {};
      for (const parameter of operation.parameters) {
        const name = argumentName(operation, parameter);
        if (extent === "required" && !parameter.required && given[name] === undefined) continue;
        const value = parameterValue(making, operation, parameter, given[name] ?? parameter.example);
        if (value !== undefined) args[name] = value;
      }
      const { body } = operation;
      if (body === undefined || content === undefined || (extent === "required" && !body.required)) return args;
      const isUsual = content === defaultContent(body.contents);
      args["body"] = bodyValue(making, operation, content, extent, isUsual ? given["body"] : undefined);
      // What goes without saying is not said.
      if (!isUsual || isWildcard(content.mediaType)) args["contentType"] = concreteRequestType(content.mediaType);
      return args;
    },
  };
}

/** What is sent where the caller names no media type: JSON if there is some. */
export function defaultContent(contents: readonly Content[]): Content | undefined {
  return contents.find(({ mediaType }) => formOf(mediaType) === "json") ?? contents[0];
}

/** One that is sent where the spec leaves it open. Of a body that may be anything, bytes are the most that can be known. */
function concreteRequestType(mediaType: string): string {
  return mediaType === "*/*" || mediaType === "application/*"
    ? "application/octet-stream"
    : concreteMediaType(mediaType);
}

interface Making {
  readonly document: JsonObject;
  readonly checker: SchemaChecker;
  readonly maker: ValueMaker;
  readonly fits: (schema: unknown, value: unknown, where: string) => boolean;
}

function parameterValue(
  { checker, maker, fits }: Making,
  operation: SpecOperation,
  parameter: Parameter,
  example: unknown,
): unknown {
  const { schema, name, in: place, style, mediaType } = parameter;
  const where = `${operation.method} ${operation.path}: the example of the ${place} parameter "${name}"`;
  if (example !== undefined && isSendable(place, example) && fits(schema, example, where)) return example;
  const made = madeFor(`the ${place} parameter "${name}" of ${operation.method} ${operation.path}`, () =>
    maker.make(schema, { direction: "request" }),
  );
  const isAllowed = (value: unknown): boolean => checker.problems(schema, value, "request").length === 0;
  // An empty list or object leaves no trace in a request.
  if (Array.isArray(made) && made.length === 0) return isAllowed(["example"]) ? ["example"] : undefined;
  if (!isObject(made)) return made;
  const isDeep = mediaType !== undefined || style === "deepObject";
  const flat = isDeep
    ? made
    : Object.fromEntries(Object.entries(made).filter(([, value]) => typeof value !== "object"));
  if (Object.keys(flat).length > 0) return flat;
  return isAllowed({ example: "example" }) ? { example: "example" } : undefined;
}

/** Says what a value is for that could not be made, and what helps. */
function madeFor(what: string, make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${what} needs an example in the spec: ${message}`, { cause: error });
  }
}

/** What a request cannot carry in this place is no example of it. */
function isSendable(place: string, value: unknown): boolean {
  if (value === null || value === "") return false;
  return place !== "header" || typeof value !== "string" || /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(value);
}

function bodyValue(
  { document, maker, fits }: Making,
  operation: SpecOperation,
  { schema, itemSchema, examples, mediaType }: Content,
  extent: Extent,
  given: unknown,
): unknown {
  const [example] = given === undefined ? [...examples.values()] : [given];
  const where = `${operation.method} ${operation.path}: the example of the body ${mediaType}`;
  const make = (of: unknown): unknown =>
    madeFor(`the body ${mediaType} of ${operation.method} ${operation.path}`, () =>
      maker.make(of ?? {}, { direction: "request", extent }),
    );
  switch (formOf(concreteRequestType(mediaType))) {
    case "json":
      return example !== undefined && fits(schema, example, where) ? example : make(schema);
    case "form":
    case "multipart": {
      const items = itemSchema ?? dereference(document, schema)["items"];
      if (formOf(mediaType) === "multipart" && items !== undefined) {
        const list =
          Array.isArray(example) && fits(schema, example, where) ? example : make(schema ?? { type: "array", items });
        return listOf(list).map((item) => withFile(document, items, item));
      }
      const value = isObject(example) && fits(schema, example, where) ? example : make(schema ?? { type: "object" });
      const fields = isObject(value) && Object.keys(value).length > 0 ? value : { example: "example" };
      return formOf(mediaType) === "form" ? fields : withFiles(document, schema, fields);
    }
    case "lines":
    case "sequence": {
      if (Array.isArray(example)) return example;
      const described = dereference(document, schema);
      const item = itemSchema ?? (described["type"] === "array" ? described["items"] : schema);
      return [make(item), make(item)];
    }
    case "xml":
      return typeof example === "string" ? example : "<example>example</example>";
    case "text":
    case "events": {
      const value = example ?? (schema === undefined ? "example" : make(schema));
      return typeof value === "object" ? "example" : String(value);
    }
    default:
      return new TextEncoder().encode("example\u0000");
  }
}
