import { isObject } from "../load/json.ts";
import { bareType, isWildcard } from "../model/media-type.ts";
import type { BodyContent, Operation, Parameter } from "../model/model.ts";
import { quote } from "../types/escape.ts";
import { Raw } from "./code.ts";

/** Which arguments an example gives. */
export type Extent = "required" | "all";

/** The arguments of an example call, from the spec's own examples. `code`: as emitted code gives them, where files are Blobs. */
export function exampleArguments(operation: Operation, extent: Extent, code = false): Record<string, unknown> {
  const args: Record<string, unknown> = {};
  for (const parameter of operation.parameters) {
    if (parameter.example === undefined) continue;
    if (extent === "all" || isDemanded(operation, parameter)) args[parameter.argument] = parameter.example;
  }
  const { body } = operation;
  const [content] = body?.contents ?? [];
  if (content === undefined || !(extent === "all" || body?.required === true)) return args;
  const example = exampleBody(content, code);
  if (example === undefined) return args;
  if (isWildcard(content.mediaType)) args["contentType"] = exampleType(content.mediaType);
  args["body"] = example;
  return args;
}

/** An example of one media type, as it is given to a call; undefined where the spec has none, and nothing else will do. */
export function exampleBody({ kind, example, files = [] }: BodyContent, code = false): unknown {
  switch (kind) {
    case "text":
      return typeof example === "string" ? example : "text";
    case "binary":
      return file(typeof example === "string" ? example : "content", code);
    case "lines":
      return example === undefined || Array.isArray(example) ? example : [example];
    case "multipart":
      return withFiles(example, files, code);
    default:
      return example;
  }
}

/** One media type of those that a wildcard covers. */
export function exampleType(mediaType: string): string {
  if (!isWildcard(mediaType)) return mediaType;
  const [type = ""] = bareType(mediaType).split("/");
  return { text: "text/plain", image: "image/png", "*": "application/octet-stream" }[type] ?? `${type}/octet-stream`;
}

function file(content: string, code: boolean): unknown {
  return code ? new Raw(`new Blob([${quote(content)}])`) : content;
}

/** An example says what a file holds as a text. */
function withFiles(example: unknown, files: readonly string[], code: boolean): unknown {
  if (!isObject(example)) return example;
  const asFile = (value: unknown): unknown => file(String(value), code);
  const entries = Object.entries(example).map(([name, value]) => {
    if (!files.includes(name)) return [name, value] as const;
    return [name, Array.isArray(value) ? value.map(asFile) : asFile(value)] as const;
  });
  return Object.fromEntries(entries);
}

/** Whether a call must give the argument, by the spec or by its caution. */
export function isDemanded({ caution }: Operation, { required, name }: Parameter): boolean {
  return required || caution?.parameter === name;
}

/** Whether a call can do without any arguments. */
export function needsArguments(operation: Operation): boolean {
  return operation.body?.required === true || operation.parameters.some((each) => isDemanded(operation, each));
}
