import type { Group, Model, Operation, Parameter } from "../model/model.ts";
import { isSameSecurity } from "../model/security.ts";
import { commentLines, docComment } from "../types/escape.ts";
import type { TypePrinter } from "../types/printer.ts";
import { isDemanded, needsArguments } from "./arguments.ts";
import { acceptHeader, answerImports, answerReader, declaredAnswers } from "./answers.ts";
import { bodyDescriptor, bodyImports, bodyMembers, bodySchemas } from "./bodies.ts";
import { constant, importLine, key, printFlat, Raw, signature, union } from "./code.ts";
import { serverFacts } from "./server.ts";
import { operationDoc } from "./doc.ts";
import { answerSchemas, resultTypes, type ResultTypes } from "./result-type.ts";

/** The runtime's functions that go on to the next page. */
const STYLES = { offset: "byOffset", page: "byPage", cursor: "byCursor" } as const;

/** One file for a group: for each operation its arguments, its result, what the runtime has to know, and its function. */
export function emitOperations(
  group: Group,
  { usualSecurity }: Model,
  printer: TypePrinter,
  exported: ReadonlySet<string>,
): string {
  const imports = new Set<string>(["type CallOptions", "type Core"]);
  const named = new Set<string>();
  const isUsual = ({ security }: Operation): boolean =>
    usualSecurity !== undefined && isSameSecurity(security, usualSecurity);
  const all = group.operations.map((operation) => ({ operation, result: resultTypes(operation, printer) }));
  for (const { operation, result } of all) {
    collectImports(operation, result, imports);
    collectNames(operation, printer, named);
  }
  if (group.operations.some(isUsual)) imports.add("usualSecurity");
  const bodies = all.map(({ operation, result }) => {
    // What the file imports keeps its name inside, whatever an operation is called outside.
    const local = imports.has(operation.id) ? `${operation.id}_` : operation.id;
    return emitOperation(operation, result, printer, exported.has(operation.id), isUsual(operation), local);
  });
  const fromService = imports.delete("usualSecurity") ? ["usualSecurity"] : [];
  return [
    importLine(imports, "@vendor-sdks/runtime"),
    importLine(fromService, "../service.ts"),
    importLine(named, "../types.ts", true),
    "\n",
    bodies.join("\n"),
  ].join("");
}

function collectImports(operation: Operation, { mentions }: ResultTypes, imports: Set<string>): void {
  const paged = operation.pagination !== undefined;
  for (const name of paged
    ? ["callPaged", "type PagedCall", "type PagedOperation"]
    : ["call", "type Call", "type Operation"]) {
    imports.add(name);
  }
  if (paged) imports.add(STYLES[operation.pagination.style]);
  for (const name of mentions) imports.add(`type ${name}`);
  const { numbers, bigints } = operation.int64;
  if (numbers.length + bigints.length > 0) imports.add(bigints.length === 0 ? "int64" : "bigint64");
  if (hasMaps(operation)) imports.add("inMaps");
  if (operation.caution !== undefined) imports.add("caution");
  if (operation.server !== undefined) imports.add("serverOf");
  for (const name of [...bodyImports(operation), ...answerImports(operation)]) imports.add(name);
  for (const parameter of operation.parameters) {
    for (const name of parameter.style?.imports ?? []) imports.add(name);
    if (isRenamed(parameter)) imports.add("named");
    if (parameter.in === "header" || parameter.in === "cookie") imports.add(`${parameter.in}Parameters`);
  }
}

function collectNames(operation: Operation, printer: TypePrinter, names: Set<string>): void {
  const { parameters, responses, pagination } = operation;
  const add = (schema: unknown, direction: "input" | "output"): void => {
    for (const name of printer.mentions(schema, direction)) names.add(name);
  };
  for (const { schema } of parameters) add(schema, "input");
  for (const schema of bodySchemas(operation)) add(schema, "input");
  if (pagination !== undefined) add(pagination.itemSchema, "output");
  for (const schema of responses.flatMap(answerSchemas)) add(schema, "output");
}

function emitOperation(
  operation: Operation,
  result: ResultTypes,
  printer: TypePrinter,
  exported: boolean,
  usual: boolean,
  local: string,
): string {
  const { id, typeName, constant: constantName, pagination } = operation;
  const paged = pagination !== undefined;
  const optional = needsArguments(operation) ? "" : "?";
  const data = `${result.data}, ${typeName}Result`;
  const type = paged ? `PagedCall<${printer.print(pagination.itemSchema, "output")}, ${data}>` : `Call<${data}>`;
  const parameters = ["core: Core", `args${optional}: ${typeName}Args`, "options?: CallOptions"];
  return [
    emitArguments(operation, printer),
    "\n",
    docComment(commentLines(`What \`${id}\` answers.`), 0),
    union(`export type ${typeName}Result`, result.members),
    "\n",
    constant(
      `${exported ? "export " : ""}const ${constantName}: ${paged ? "PagedOperation" : "Operation"}`,
      descriptor(operation, usual),
    ),
    "\n",
    docComment(operationDoc(operation, printer.document, "", ["core"]), 0),
    `${signature(`${local === id ? "export " : ""}function ${local}`, parameters, type)}\n`,
    `  return ${paged ? "callPaged" : "call"}(core, ${constantName}, args, options);\n}\n`,
    local === id ? "" : `\nexport { ${local} as ${id} };\n`,
  ].join("");
}

function emitArguments(operation: Operation, printer: TypePrinter): string {
  const { id, typeName, caution } = operation;
  const head = docComment(commentLines(`Arguments of \`${id}\`.`), 0);
  const members = memberLines(operation, printer, () => undefined);
  const [body = "", ...others] = bodyMembers(operation, printer);
  if (caution?.choice === undefined) {
    if (others.length > 0) return `${head}export type ${typeName}Args =${oneOf(members, [body, ...others])};\n`;
    const lines = members + body;
    return `${head}export interface ${typeName}Args {${lines === "" ? "" : `\n${lines}`}}\n`;
  }
  const { parameter, choice } = caution;
  const choiceDoc = docComment(commentLines(`Stands for leaving out \`${parameter}\`. ${caution.absent}`), 2);
  const shared = others.length > 0 ? "" : body;
  const given = `${members}${shared}  ${key(choice)}?: undefined;\n`;
  const without = memberLines(operation, printer, ({ name }) => (name === parameter ? "?: undefined" : undefined));
  const left = `${without}${shared}${choiceDoc}  ${key(choice)}: true;\n`;
  const choices = `\n${member(given)}\n${member(left)}`;
  return `${head}export type ${typeName}Args =${others.length > 0 ? ` (${choices}\n) & (${oneOf("", [body, ...others])}\n)` : choices};\n`;
}

/** What stands in front, and one of several ways to go on. */
function oneOf(shared: string, members: readonly string[]): string {
  const choices = members.map(member).join("\n");
  return shared === "" ? `\n${choices}` : ` {\n${shared}} & (\n${choices}\n)`;
}

/** One member of a union of object types, its lines indented by four more. */
function member(lines: string): string {
  const inner = lines
    .trimEnd()
    .split("\n")
    .map((line) => (line === "" ? line : `    ${line}`));
  return `  | {\n${inner.join("\n")}\n    }`;
}

function memberLines(
  operation: Operation,
  printer: TypePrinter,
  override: (parameter: Parameter) => string | undefined,
): string {
  const lines = operation.parameters.map((parameter) => {
    const { argument, schema, description } = parameter;
    const optional = isDemanded(operation, parameter) ? "" : "?";
    const type = printer.print(schema, "input").replaceAll("\n", "\n  ");
    const says = override(parameter) ?? `${optional}: ${type}${optional === "" ? "" : " | undefined"}`;
    return `${docComment(commentLines(description), 2)}  ${key(argument)}${says};\n`;
  });
  return lines.join("");
}

/** The constant that the runtime interprets; what is usual is left out. */
function descriptor(operation: Operation, usual: boolean): object {
  const { parameters, security, caution, pagination } = operation;
  const styles = (place: Parameter["in"]): object | undefined => {
    const styled = parameters.filter((each) => each.in === place && each.style !== undefined);
    if (styled.length === 0) return undefined;
    return Object.fromEntries(styled.map((each) => [each.argument, styleCode(each)]));
  };
  const inHeaders = (place: "header" | "cookie"): Raw | undefined => {
    const styled = styles(place);
    return styled && pureCall(`${place}Parameters`, [styled]);
  };
  return {
    id: operation.id,
    method: operation.method,
    path: pathTemplate(operation),
    query: styles("query"),
    header: inHeaders("header"),
    cookie: inHeaders("cookie"),
    segments: styles("path"),
    body: bodyDescriptor(operation),
    responses: declaredAnswers(operation),
    reader: answerReader(operation),
    accept: acceptHeader(operation),
    at: operation.server && pureCall("serverOf", [serverFacts(operation.server)]),
    security: usual ? new Raw("usualSecurity") : security,
    idempotent: operation.idempotent ? true : undefined,
    retryStatuses: operation.retryStatuses.length === 0 ? undefined : operation.retryStatuses,
    caution: caution && pureCall("caution", [caution.parameter, caution.absent, caution.choice]),
    numbers: numberCodec(operation),
    pagination: pagination && { ...pagination, style: new Raw(STYLES[pagination.style]), itemSchema: undefined },
  };
}

/** The path with the names of arguments in its braces. */
function pathTemplate({ path, parameters }: Operation): string {
  const renamed = parameters.filter((each) => each.in === "path" && each.argument !== each.name);
  return renamed.reduce((template, { name, argument }) => template.replace(`{${name}}`, `{${argument}}`), path);
}

function styleCode(parameter: Parameter): Raw {
  const code = new Raw(parameter.style?.code ?? "");
  return isRenamed(parameter) ? pureCall("named", [parameter.name, code]) : code;
}

/** Whether what is written has another name than the argument; the values of headers do not hold it. */
function isRenamed({ in: place, name, argument, style }: Parameter): boolean {
  return style !== undefined && place !== "header" && argument !== name;
}

/** The codec of bodies with int64 fields: imported where it is needed, so that others do not pay for it. */
/** Whether some int64 go by the names of maps that they lie in. */
function hasMaps({ int64: { numbers, bigints } }: Operation): boolean {
  return [...numbers, ...bigints].some((name) => name.endsWith("/*"));
}

function numberCodec(operation: Operation): Raw | undefined {
  const { numbers, bigints } = operation.int64;
  if (numbers.length + bigints.length === 0) return undefined;
  const naming = hasMaps(operation) ? [new Raw("inMaps")] : [];
  return bigints.length === 0
    ? pureCall("int64", [numbers, ...naming])
    : pureCall("bigint64", [bigints, numbers, ...naming]);
}

/** Marked as free of effects, so that a bundle can drop the constants of operations that it does not call. */
function pureCall(helper: string, values: readonly unknown[]): Raw {
  const given = values.filter((value) => value !== undefined);
  return new Raw(`/* @__PURE__ */ ${helper}(${given.map(printFlat).join(", ")})`);
}
