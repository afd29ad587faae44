import { formOf, type RecordedRequest } from "@vendor-sdks/mock-server";
import { textOf } from "../../openapi/json.ts";
import type { Content, Parameter, SpecOperation } from "../../openapi/spec.ts";
import { decodeForm, readBody } from "./body.ts";
import { readJson } from "./json.ts";
import { kindsOf } from "./kinds.ts";
import { readMembers } from "./members.ts";
import { readPairs, splitPairs, type Decode } from "./pairs.ts";
import { readHoles, readSegment } from "./path.ts";

// The way back from a request to what was put into it, written from OpenAPI's text alone. It shares no code with what writes
// requests (runtime and generator), nor with the encoder that single requests are held against, nor with the mock's reader.

export interface ReadRequest {
  /** By place and name: `query limit`. What was not sent is not there. */
  readonly parameters: ReadonlyMap<string, unknown>;
  readonly body: unknown;
}

export function keyOf({ in: place, name }: Parameter): string {
  return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}

/** `foreign`: names in the query that are no parameters, since credentials go by them. */
export async function readRequest(
  operation: SpecOperation,
  content: Content | undefined,
  request: RecordedRequest,
  foreign: readonly string[],
): Promise<ReadRequest> {
  const { document } = operation;
  const { url, headers } = request;
  const query = url.includes("?") ? url.slice(url.indexOf("?") + 1) : "";
  const holes = readHoles(operation.path, request.path);
  if (holes === undefined) throw new Error(`The path ${request.path} is none of ${operation.path}`);
  const inPairs = (parameter: Parameter, text: string, mark: string, decode: Decode): unknown => {
    const pairs = splitPairs(text, mark, decode);
    const others = operation.parameters.filter((other) => other !== parameter && other.in === parameter.in);
    const taken = new Set([...foreign, ...others.map(({ name }) => name)]);
    if (parameter.mediaType === undefined) return readPairs({ document, pairs, decode, taken }, parameter);
    const [first] = pairs.filter(([name]) => name === parameter.name).map(([, value]) => decode(value));
    return first === undefined ? undefined : readContent(parameter.mediaType, first);
  };
  const read = (parameter: Parameter): unknown => {
    switch (parameter.in) {
      case "path":
        return readSegment(document, parameter, holes.get(parameter.name) ?? "");
      case "query":
        return parameter.isWholeQuery
          ? wholeQuery(operation, parameter, query)
          : inPairs(parameter, query, "&", decodeForm);
      case "cookie":
        return inPairs(parameter, textOf(headers["cookie"]) ?? "", "; ", decodeURIComponent);
      case "header":
        return inHeader(operation, parameter, headers[parameter.name.toLowerCase()]);
    }
  };
  const found = operation.parameters.map((parameter) => [keyOf(parameter), read(parameter)] as const);
  const sent = content === undefined ? undefined : await readBody(document, content, request);
  if (content === undefined && request.bytes.byteLength > 0) throw new Error("There is a body where none was given");
  return { parameters: new Map(found.filter(([, value]) => value !== undefined)), body: sent };
}

function readContent(mediaType: string, text: string): unknown {
  return formOf(mediaType) === "json" ? readJson(text) : text;
}

function wholeQuery({ document }: SpecOperation, parameter: Parameter, query: string): unknown {
  if (query === "") return undefined;
  if (formOf(parameter.mediaType ?? "") !== "form")
    return readContent(parameter.mediaType ?? "", decodeURIComponent(query));
  const pairs = splitPairs(query, "&", decodeForm);
  return readPairs(
    { document, pairs, decode: decodeForm, taken: new Set() },
    { ...parameter, style: "form", explode: true },
  );
}

/** Headers are not escaped. */
function inHeader({ document }: SpecOperation, parameter: Parameter, raw: string | undefined): unknown {
  if (raw === undefined) return undefined;
  if (parameter.mediaType !== undefined) return readContent(parameter.mediaType, raw);
  const assign = parameter.explode ? "=" : undefined;
  return readMembers(document, kindsOf(document, parameter.schema), raw, { mark: ",", assign, decode: (text) => text });
}
