import { asObject, type JsonObject } from "../json.ts";
import { formOf } from "../media-type.ts";
import type { Route } from "../operations.ts";
import type { SchemaChecker } from "../schema/checker.ts";
import type { Violation } from "../types.ts";
import { decode, pairsOf, readMembers, readPairs, type Pairs, type Writing } from "./decode.ts";

/** The parts of a request that hold parameters, as they were sent. */
export interface Sent {
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Everything that is wrong with the parameters of a request. */
export function checkParameters(
  document: JsonObject,
  checker: SchemaChecker,
  { operation, texts }: Route,
  { query, headers }: Sent,
): Violation[] {
  const pairs = pairsOf(query.replace(/^\?/, ""));
  const cookies = pairsOf(headers["cookie"] ?? "", ";");
  return operation.parameters.flatMap((parameter) => {
    const read = reader(document, parameter);
    const name = String(parameter["name"]);
    switch (parameter["in"]) {
      case "path":
        return judge(checker, parameter, read.fromPath(texts.get(name)));
      case "query":
        return judge(checker, parameter, read.fromPairs(pairs));
      case "cookie":
        return judge(checker, parameter, read.fromPairs(cookies));
      case "header":
        return IGNORED.includes(name.toLowerCase())
          ? []
          : judge(checker, parameter, read.fromText(headers[name.toLowerCase()]));
      case "querystring":
        return judge(
          checker,
          parameter,
          query === "" ? undefined : { value: wholeQuery(document, parameter, query.slice(1)) },
        );
      default:
        return [];
    }
  });
}

/** OpenAPI ignores parameters of these names: other parts of the document speak of them. */
const IGNORED = ["accept", "content-type", "authorization"];

interface Read {
  readonly value: unknown;
  /** Another way to read it. */
  readonly alone?: unknown;
}

interface Reader {
  fromPath(raw: string | undefined): Read | undefined;
  fromPairs(pairs: Pairs): Read | undefined;
  fromText(raw: string | undefined): Read | undefined;
}

function reader(document: JsonObject, parameter: JsonObject): Reader {
  const name = String(parameter["name"]);
  const place = parameter["in"];
  const [content] = Object.keys(asObject(parameter["content"]));
  const usual = place === "query" || place === "cookie" ? "form" : "simple";
  const style = typeof parameter["style"] === "string" ? parameter["style"] : usual;
  const explode = parameter["explode"] ?? (style === "form" || style === "cookie" || style === "deepObject");
  const writing: Writing = { style, explode: explode === true, schema: schemaOf(parameter) };
  const parsed = (text: string): Read => ({
    value: content !== undefined && formOf(content) === "json" ? parseJson(text) : text,
  });
  return {
    fromPath(raw) {
      if (raw === undefined || raw === "") return undefined;
      if (content !== undefined) return parsed(decode(raw));
      return { value: readPath(document, name, writing, raw.replaceAll("+", "%2B")) };
    },
    fromPairs(pairs) {
      if (content === undefined) return readPairs(document, name, writing, pairs);
      const found = pairs.find(([key]) => key === name);
      return found && parsed(decode(found[1]));
    },
    fromText(raw) {
      if (raw === undefined) return undefined;
      // A header is not escaped, so what looks like an escape is none.
      return content === undefined
        ? { value: readMembers(document, writing, raw.replaceAll("%", "%25").replaceAll("+", "%2B"), /\s*,\s*/) }
        : parsed(raw);
    },
  };
}

function readPath(document: JsonObject, name: string, writing: Writing, raw: string): unknown {
  const { style, explode } = writing;
  if (style === "label") return readMembers(document, writing, raw.replace(/^\./, ""), explode ? "." : ",");
  if (style !== "matrix") return readMembers(document, writing, raw, ",");
  const text = raw.replace(/^;/, "");
  const start = `${name}=`;
  if (!explode || !text.includes(";"))
    return readMembers(
      document,
      writing,
      text.startsWith(start) ? text.slice(start.length) : text,
      explode ? ";" : ",",
    );
  const parts = text.split(";");
  const isList = parts.every((part) => part.startsWith(start));
  return readMembers(
    document,
    writing,
    (isList ? parts.map((part) => part.slice(start.length)) : parts).join(";"),
    ";",
  );
}

function wholeQuery(document: JsonObject, parameter: JsonObject, query: string): unknown {
  const [content = ""] = Object.keys(asObject(parameter["content"]));
  if (formOf(content) === "json") return parseJson(decode(query));
  if (formOf(content) !== "form") return decode(query);
  const fields = { style: "form", explode: true, schema: schemaOf(parameter) };
  return readPairs(document, "", fields, pairsOf(query))?.value ?? {};
}

export function schemaOf(parameter: JsonObject): unknown {
  const [media] = Object.values(asObject(parameter["content"]));
  return parameter["schema"] ?? asObject(media)["schema"] ?? {};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function judge(checker: SchemaChecker, parameter: JsonObject, read: Read | undefined): Violation[] {
  // The whole query is part of a request like others.
  const place = parameter["in"] === "querystring" ? "query" : String(parameter["in"]);
  const name = String(parameter["name"]);
  if (read === undefined) {
    if (parameter["required"] !== true) return [];
    const message = `Request ${place} parameter ${name} is required`;
    return [{ location: ["request", place, name], severity: "Error", code: "required", message }];
  }
  const schema = schemaOf(parameter);
  const problems = checker.problems(schema, read.value, "request");
  if ("alone" in read && checker.problems(schema, read.alone, "request").length === 0) return [];
  return problems.map(({ path, code, message }) => ({
    location: ["request", place, name, ...path],
    severity: "Error",
    code,
    message: `Request ${place} parameter ${name}: ${message}`,
  }));
}
