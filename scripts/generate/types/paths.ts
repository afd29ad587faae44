import { isObject, listAt, objectAt, own, textAt, type JsonObject } from "../load/json.ts";
import { resolveRef } from "../load/pointer.ts";
import { commentLines, docComment } from "./escape.ts";
import type { TypeNode } from "./nodes.ts";
import { printName, renderProperty } from "./render.ts";
import { CALL, CALLBACK, type Direction, type Flow, type Side } from "./walk.ts";

/**
 * `paths.ts`: the interface that openapi-fetch reads, and `webhooks` in the same form where the spec has some. Parameters,
 * bodies, responses and headers stand where they are used, and only schemas are named. Keys of maps are sorted, because their
 * order in the spec means nothing.
 */

export interface PathsScope {
  readonly document: JsonObject;
  readonly type: (schema: unknown, direction: Direction) => TypeNode;
  /** Where the named types come from. */
  readonly typesModule: string;
}

/** What openapi-fetch knows; of those that an operation lacks it reads that they are never there. */
const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const PLACES = ["query", "header", "path", "cookie"];

export function renderPaths({ document, type, typesModule }: PathsScope): string {
  const names = new Set<string>();
  const writer: Writer = { document, type, names, answers: new Map() };
  const paths = `export interface paths ${writePathItems(writer, objectAt(document, "paths"), 0, CALL)}\n`;
  const hooks = objectAt(document, "webhooks");
  const webhooks =
    Object.keys(hooks).length === 0
      ? ""
      : `\n/** What the service sends, and what it wants to hear. */\nexport interface webhooks ${writePathItems(writer, hooks, 0, CALLBACK)}\n`;
  return importTypes(names, typesModule) + paths + webhooks;
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

interface Writer {
  readonly document: JsonObject;
  readonly type: PathsScope["type"];
  /** Collects the schemas that are mentioned. */
  readonly names: Set<string>;
  /** Texts of shared answers, which many operations refer to. */
  readonly answers: Map<string, string>;
}

/** A map in braces, its objects sorted by key and extensions left out. */
function writeMap(map: JsonObject, indent: number, line: (key: string, value: JsonObject) => string): string {
  const keys = Object.keys(map).filter((key) => !key.startsWith("x-") && isObject(map[key]));
  return braces(
    keys.sort().map((key) => line(key, objectAt(map, key))),
    indent,
  );
}

function braces(lines: readonly string[], indent: number): string {
  return lines.length === 0 ? "{}" : `{\n${lines.join("")}${" ".repeat(indent)}}`;
}

function member(name: string, value: string, indent: number, doc: readonly string[] = []): string {
  return `${docComment(doc, indent)}${" ".repeat(indent)}${name}: ${value};\n`;
}

function follow({ document }: Writer, value: JsonObject): JsonObject {
  const ref = textAt(value, "$ref");
  if (ref === undefined) return value;
  const found = resolveRef(document, ref);
  if (!found.ok || !isObject(found.value)) throw new Error(`nothing at ${ref}`);
  return found.value;
}

function writePathItems(writer: Writer, items: JsonObject, indent: number, flow: Flow): string {
  return writeMap(items, indent, (path, item) =>
    member(printName(path), writePathItem(writer, item, indent + 2, flow), indent + 2),
  );
}

function writePathItem(writer: Writer, item: JsonObject, indent: number, flow: Flow): string {
  const target = follow(writer, item);
  const whole = { ...target, ...item };
  const inside = indent + 2;
  const shared = listAt(whole, "parameters").filter(isObject);
  const operations = [...METHODS, "query"].map((method) => {
    const operation = own(whole, method);
    if (isObject(operation)) {
      const value = writeOperation(writer, operation, shared, inside, flow);
      return member(method, value, inside, briefDoc(operation, textAt(operation, "summary")));
    }
    return METHODS.includes(method) ? member(`${method}?`, "never", inside) : "";
  });
  const others = objectAt(whole, "additionalOperations");
  const more = Object.keys(others).map((method) => {
    const operation = objectAt(others, method);
    const value = writeOperation(writer, operation, shared, inside, flow);
    return member(printName(method), value, inside, briefDoc(operation, textAt(operation, "summary")));
  });
  return braces([writeParameters(writer, shared, inside, flow), ...operations, ...more], indent);
}

function writeOperation(
  writer: Writer,
  operation: JsonObject,
  shared: readonly JsonObject[],
  indent: number,
  flow: Flow,
): string {
  const inside = indent + 2;
  const body = own(operation, "requestBody");
  const callbacks = objectAt(operation, "callbacks");
  // Callbacks of callbacks may lead back to themselves.
  const calledBack = flow === CALLBACK ? "unknown" : writeCallbacks(writer, callbacks, inside);
  const parameters = [...shared, ...listAt(operation, "parameters").filter(isObject)];
  return braces(
    [
      writeParameters(writer, parameters, inside, flow),
      isObject(body) ? writeBody(writer, follow(writer, body), inside, flow) : member("requestBody?", "never", inside),
      member("responses", writeResponses(writer, objectAt(operation, "responses"), inside, flow), inside),
      Object.keys(callbacks).length === 0 ? "" : member("callbacks", calledBack, inside),
    ],
    indent,
  );
}

function writeCallbacks(writer: Writer, callbacks: JsonObject, indent: number): string {
  return writeMap(callbacks, indent, (name, callback) =>
    member(printName(name), writePathItems(writer, follow(writer, callback), indent + 2, CALLBACK), indent + 2),
  );
}

function briefDoc(object: JsonObject, text: string | undefined): string[] {
  const summary = commentLines(text ?? "")
    .join(" ")
    .trim();
  return [
    ...(summary === "" ? [] : commentLines(summary)),
    ...(own(object, "deprecated") === true ? ["@deprecated"] : []),
  ];
}

function writeParameters(writer: Writer, listed: readonly JsonObject[], indent: number, flow: Flow): string {
  const byKey = new Map<string, JsonObject>();
  for (const item of listed) {
    const parameter = follow(writer, item);
    byKey.set(`${textAt(parameter, "in") ?? ""} ${textAt(parameter, "name") ?? ""}`, parameter);
  }
  const lines = PLACES.map((place) => {
    const inside = indent + 4;
    const here = [...byKey.values()].filter((parameter) => parameter["in"] === place);
    const optional = here.every((parameter) => parameter["required"] !== true && place !== "path");
    const values = here.map((parameter) => {
      const doc = docComment(briefDoc(parameter, textAt(parameter, "description")), inside);
      return doc + writeValue(writer, parameter, place !== "path", inside, flow.request);
    });
    if (here.length === 0) return member(`${place}?`, "never", indent + 2);
    const value = braces(values, indent + 2);
    return optional ? member(`${place}?`, `${value} | undefined`, indent + 2) : member(place, value, indent + 2);
  });
  return member("parameters", braces(lines, indent), indent);
}

/** A parameter or header: it has a schema, or content of one media type. */
function writeValue(
  writer: Writer,
  value: JsonObject,
  mayLack: boolean,
  indent: number,
  side: Side,
  name = textAt(value, "name") ?? "",
): string {
  const [media] = Object.values(objectAt(value, "content"));
  const optional = mayLack && own(value, "required") !== true;
  return writeTyped(writer, own(value, "schema") ?? own(media, "schema"), { name, optional, indent, side });
}

interface Place {
  readonly name: string;
  readonly optional: boolean;
  readonly indent: number;
  readonly side: Side;
}

function writeTyped(writer: Writer, schema: unknown, { name, optional, indent, side }: Place): string {
  const type = writer.type(schema, side);
  return renderProperty({ name, optional, lenient: optional }, type, writer.names, indent).text;
}

function writeBody(writer: Writer, body: JsonObject, indent: number, flow: Flow): string {
  const value = braces([writeContent(writer, body, indent + 2, flow.request)], indent);
  if (own(body, "required") === true) return member("requestBody", value, indent);
  return member("requestBody?", `${value} | undefined`, indent);
}

function writeResponses(writer: Writer, responses: JsonObject, indent: number, flow: Flow): string {
  const text = writeMap(responses, indent, (status, response) => {
    const ref = textAt(response, "$ref");
    const key = `${flow.name} ${indent} ${ref ?? ""}`;
    const known = ref === undefined ? undefined : writer.answers.get(key);
    const answer = known ?? writeResponse(writer, follow(writer, response), indent + 2, flow);
    if (ref !== undefined) writer.answers.set(key, answer);
    return member(printName(status), answer, indent + 2);
  });
  return text === "{}" ? "never" : text;
}

function writeResponse(writer: Writer, response: JsonObject, indent: number, flow: Flow): string {
  const headers = objectAt(response, "headers");
  const inside = indent + 4;
  const lines = Object.keys(headers)
    .filter((name) => isObject(headers[name]))
    .sort()
    .map((name) => {
      const header = follow(writer, objectAt(headers, name));
      return writeValue(writer, header, true, inside, flow.response, name);
    });
  const any = "[name: string]: unknown";
  const all = lines.length === 0 ? `{ ${any} }` : braces([...lines, `${" ".repeat(inside)}${any};\n`], indent + 2);
  return braces(
    [
      member("headers", all, indent + 2),
      Object.keys(objectAt(response, "content")).length === 0
        ? member("content?", "never", indent + 2)
        : writeContent(writer, response, indent + 2, flow.response),
    ],
    indent,
  );
}

function writeContent(writer: Writer, owner: JsonObject, indent: number, side: Side): string {
  const content = objectAt(owner, "content");
  const mediaTypes = Object.keys(content).sort();
  if (mediaTypes.length === 0)
    return member("content", braces([member('"*/*"?', "never", indent + 2)], indent), indent);
  const lines = mediaTypes.map((name) => {
    const item = own(content[name], "itemSchema");
    const schema = own(content[name], "schema") ?? (item === undefined ? undefined : { type: "array", items: item });
    return writeTyped(writer, schema, { name, optional: false, indent: indent + 2, side });
  });
  return member("content", braces(lines, indent), indent);
}
