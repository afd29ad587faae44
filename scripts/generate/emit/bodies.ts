import { bareType, isWildcard } from "../model/media-type.ts";
import type { BodyContent, Operation } from "../model/model.ts";
import { commentLines, docComment, quote } from "../types/escape.ts";
import type { TypePrinter } from "../types/printer.ts";
import { print, printFlat, Raw } from "./code.ts";

const JSON_TYPE = "application/json";

/** The members of an operation's arguments that are about its body: one list of lines for each way to give it. */
export function bodyMembers({ body }: Operation, printer: TypePrinter): string[] {
  if (body === undefined) return [];
  const { required, description, contents } = body;
  const head = docComment(commentLines(description), 2);
  const byType = new Map<string, BodyContent[]>();
  for (const content of contents) {
    const type = bodyType(content, printer);
    byType.set(type, [...(byType.get(type) ?? []), content]);
  }
  const [first] = contents;
  const chosen = contents.length > 1 || contents.some(({ mediaType }) => isWildcard(mediaType));
  const members = [...byType].map(([type, same]) => {
    const given = required ? `body: ${type}` : `body?: ${type} | undefined`;
    if (!chosen) return `${head}  ${given};\n`;
    const types = same.map(({ mediaType }) => contentType(mediaType)).join(" | ");
    const unsaid = first !== undefined && same.includes(first) && !isWildcard(first.mediaType);
    const says = unsaid ? `contentType?: ${types} | undefined` : `contentType: ${types}`;
    return `  /** The media type of the body. */\n  ${says};\n${head}  ${given};\n`;
  });
  // Where a body needs a type, a call may still go without either.
  const bare = !required && first !== undefined && isWildcard(first.mediaType);
  return bare ? [...members, "  contentType?: undefined;\n  body?: undefined;\n"] : members;
}

/** The type of the argument `contentType`: a media type, or those that a wildcard covers. */
function contentType(mediaType: string): string {
  if (!isWildcard(mediaType)) return quote(mediaType);
  const [type = "*"] = bareType(mediaType).split("/");
  // Names of types hold nothing that would mean something in a template.
  return type === "*" || !/^[\w.+-]+$/.test(type) ? "`${string}/${string}`" : `\`${type}/\${string}\``;
}

/** What a call is given for a body. */
export function bodyType({ kind, schema }: BodyContent, printer: TypePrinter): string {
  if (kind === "text") return "string";
  if (kind === "binary") return "BinaryBody";
  const type = printer.print(schema, "input").replaceAll("\n", "\n  ");
  return kind === "lines" ? `Iterable<${type}> | AsyncIterable<${type}>` : type;
}

/** The schemas whose types the arguments mention. */
export function bodySchemas({ body }: Operation): unknown[] {
  const contents = body?.contents ?? [];
  return contents.filter(({ kind }) => kind !== "text" && kind !== "binary").map(({ schema }) => schema);
}

/** What the operation's constant says of its body: what writes it. */
export function bodyDescriptor({ body }: Operation): Raw | undefined {
  const [first, ...others] = body?.contents ?? [];
  if (first === undefined) return undefined;
  if (others.length === 0 && first.kind === "json") return jsonWriter(first);
  const writers = [first, ...others].map(({ mediaType, writer }) => [mediaType, new Raw(writerCode(writer))] as const);
  // Marked as free of effects, so that a bundle can drop the constants of operations that it does not call.
  const head = "/* @__PURE__ */ bodyOf(";
  return new Raw(`${head}${print(Object.fromEntries(writers), 2, `  body: ${head}`.length + 2)})`);
}

function jsonWriter({ mediaType }: BodyContent): Raw {
  return new Raw(mediaType === JSON_TYPE ? "soleJsonBody" : `/* @__PURE__ */ soleJsonBodyOf(${quote(mediaType)})`);
}

function writerCode({ name, fields }: BodyContent["writer"]): string {
  if (fields === undefined) return name;
  const given = [...fields].map(([field, as]) => [field, typeof as === "string" ? as : new Raw(as.code)] as const);
  return `/* @__PURE__ */ ${name}(${given.length === 0 ? "" : printFlat(Object.fromEntries(given))})`;
}

/** What the body needs of the runtime. */
export function bodyImports(operation: Operation): string[] {
  const contents = operation.body?.contents ?? [];
  const [first, ...others] = contents;
  if (first === undefined) return [];
  if (others.length === 0 && first.kind === "json")
    return [first.mediaType === JSON_TYPE ? "soleJsonBody" : "soleJsonBodyOf"];
  return [
    "bodyOf",
    ...contents.flatMap(({ kind, writer: { name, fields } }) => [
      name,
      ...(kind === "binary" ? ["type BinaryBody"] : []),
      ...[...(fields?.values() ?? [])].flatMap((as) => (typeof as === "string" ? [] : as.imports)),
    ]),
  ];
}
