import { concreteMediaType, essenceOf, formOf, isCovered } from "@vendor-sdks/mock-server";
import { encodeBody, type WireBody } from "./body.ts";
import type { Content, Parameter, Place, SpecOperation } from "./spec.ts";
import { pathText, queryPairs, simple } from "./styles.ts";

// What a request has to look like by OpenAPI's rules for parameters ("Style Values", "Style Examples"). Written from the
// specification, not from the runtime, which it is held against.

export type Arguments = Readonly<Record<string, unknown>>;

/** A request as the spec wants it, without credentials. */
export interface ExpectedRequest {
  readonly method: string;
  /** Below the server's path. */
  readonly path: string;
  /** Without the question mark; empty where there is none. */
  readonly query: string;
  /** The declared header parameters, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookie: string;
  /** Of the body, where there is one. */
  readonly mediaType: string | undefined;
  readonly body: WireBody | undefined;
}

export function encodeRequest(operation: SpecOperation, args: Arguments): ExpectedRequest {
  const given = (place: Place): (readonly [Parameter, unknown])[] =>
    operation.parameters
      .filter((parameter) => parameter.in === place)
      .map((parameter) => [parameter, args[argumentName(operation, parameter)]] as const)
      .filter(([, value]) => value !== undefined);
  let path = operation.path;
  for (const [parameter, value] of given("path"))
    path = path.replace(`{${parameter.name}}`, pathText(parameter, value));
  const joined = (place: Place, mark: string): string =>
    given(place)
      .flatMap(([parameter, value]) => queryPairs(parameter, value))
      .join(mark);
  const headers = given("header").map(([parameter, value]) => [
    parameter.name.toLowerCase(),
    parameter.mediaType === undefined ? simple(parameter, value, String) : JSON.stringify(value),
  ]);
  return {
    method: operation.method,
    path,
    query: joined("query", "&"),
    headers: Object.fromEntries(headers) as Record<string, string>,
    cookie: joined("cookie", "; "),
    ...bodyOf(operation, args),
  };
}

const PRECEDENCE: readonly Place[] = ["path", "query", "header", "cookie"];

/** A name that several places share is plain for the first of them and has its place in front for the others. */
export function argumentName({ parameters }: SpecOperation, { name, in: place }: Parameter): string {
  const first = PRECEDENCE.find((each) => parameters.some((other) => other.name === name && other.in === each));
  return first === place && !OWN_NAMES.includes(name) ? name : `${place}.${name}`;
}

/** Arguments that are no parameters. */
const OWN_NAMES = ["body", "contentType"];

function bodyOf({ document, body }: SpecOperation, args: Arguments): Pick<ExpectedRequest, "mediaType" | "body"> {
  if (body === undefined || args["body"] === undefined) return { mediaType: undefined, body: undefined };
  const content = contentFor(body.contents, args["contentType"]);
  if (content === undefined) throw new Error(`The spec has no body of the type ${String(args["contentType"])}`);
  const mediaType = String(args["contentType"] ?? concreteMediaType(content.mediaType));
  return { mediaType, body: encodeBody(document, content, mediaType, args["body"]) };
}

/** What is declared for a media type; where none is named, JSON if there is some. */
function contentFor(contents: readonly Content[], mediaType: unknown): Content | undefined {
  if (mediaType === undefined) return contents.find((each) => formOf(each.mediaType) === "json") ?? contents[0];
  const text = String(mediaType);
  return (
    contents.find((each) => essenceOf(each.mediaType) === essenceOf(text)) ??
    contents.find((each) => isCovered(text, each.mediaType))
  );
}
