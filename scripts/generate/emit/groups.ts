import type { Group, Model, Operation } from "../model/model.ts";
import { isSameSecurity } from "../model/security.ts";
import { commentLines, docComment } from "../types/escape.ts";
import type { TypePrinter } from "../types/printer.ts";
import { needsArguments } from "./arguments.ts";
import { access, importLine, print, signature } from "./code.ts";
import { operationDoc } from "./doc.ts";
import { answerSchemas, dataResponses, resultTypes, streamTypes } from "./result-type.ts";

/** The class of a group: its methods call the functions of the same names. */
export function emitGroup(group: Group, model: Model, printer: TypePrinter): string {
  const imports = new Set(["CallOptions", "Core"]);
  const named = new Set<string>();
  const methods = group.operations.map((operation) => emitMethod(operation, group, model, printer, imports, named));
  if (hasSecurity(model)) imports.add("HttpNeeds");
  return [
    importLine(imports, "@vendor-sdks/runtime", true),
    `import * as operations from "../operations/${group.file}";\n`,
    importLine(named, "../types.ts", true),
    "\n",
    docComment(commentLines(group.description), 0),
    `export class ${group.className} {\n`,
    hasSecurity(model) ? emitSecurity(group, model) : "",
    "  readonly #core: Core;\n\n",
    "  constructor(core: Core) {\n    this.#core = core;\n  }\n\n",
    methods.join("\n"),
    "}\n",
  ].join("");
}

/** Whether operations need anything at all. */
export function hasSecurity({ groups }: Model): boolean {
  return groups.some(({ operations }) => operations.some(({ security }) => security !== undefined));
}

/** It stands with the group, so that an operation that is added changes no other file. */
function emitSecurity({ operations }: Group, { usualSecurity }: Model): string {
  const others = operations.filter(
    ({ security }) => usualSecurity === undefined || !isSameSecurity(security, usualSecurity),
  );
  const value = Object.fromEntries(others.map(({ method, path, security }) => [`${method} ${path}`, security ?? null]));
  const head = '  static readonly security: HttpNeeds["other"] = ';
  return `  /** What needs something else than is usual, by method and path: for \`http\`. */\n${head}${print(value, 2, head.length)};\n`;
}

function emitMethod(
  operation: Operation,
  group: Group,
  model: Model,
  printer: TypePrinter,
  imports: Set<string>,
  named: Set<string>,
): string {
  const { id, typeName, pagination } = operation;
  const { data } = resultTypes(operation, printer);
  const paged = pagination !== undefined;
  imports.add(paged ? "PagedCall" : "Call");
  for (const response of dataResponses(operation)) {
    for (const name of response.contents.flatMap(streamTypes)) imports.add(name);
    for (const schema of answerSchemas(response)) {
      for (const name of printer.mentions(schema, "output")) named.add(name);
    }
  }
  if (paged) for (const name of printer.mentions(pagination.itemSchema, "output")) named.add(name);
  const types = `${data}, operations.${typeName}Result`;
  const type = paged ? `PagedCall<${printer.print(pagination.itemSchema, "output")}, ${types}>` : `Call<${types}>`;
  const args = `args${needsArguments(operation) ? "" : "?"}: operations.${typeName}Args`;
  const callee = `${model.instanceName}${access(group.property)}`;
  return [
    docComment(operationDoc(operation, printer.document, callee), 2),
    `${signature(id, [args, "options?: CallOptions"], type, 2)}\n`,
    `    return operations.${id}(this.#core, args, options);\n  }\n`,
  ].join("");
}
