import type { BodyContent, Operation, Parameter } from "../../model/model.ts";
import { codeSpan, paragraphs, prose, table } from "../../types/markdown.ts";
import { isDemanded } from "../arguments.ts";
import { fieldTable } from "./fields.ts";
import { notesOf } from "./notes.ts";
import { type TypePlace, typeText } from "./type-text.ts";

/** What a call takes: its parameters, and its body in each of its media types. */
export function argumentsSection(operation: Operation, place: TypePlace): string[] {
  const { parameters, body } = operation;
  if (parameters.length === 0 && body === undefined) return ["## Arguments\n", "None.\n"];
  const rows = parameters.flatMap((parameter) => [
    parameterRow(operation, parameter, place),
    ...choiceRow(operation, parameter),
  ]);
  return [
    "## Arguments\n",
    table(["argument", "in", "type", "required", "description"], rows),
    ...(body === undefined ? [] : bodyLines(body, place)),
  ].filter((part) => part !== "");
}

function parameterRow(operation: Operation, parameter: Parameter, place: TypePlace): string[] {
  const { argument, name, in: where, description, schema, deprecated } = parameter;
  const notes = notesOf(schema, place, description);
  return [
    codeSpan(argument),
    argument === name ? where : `${where}, as ${codeSpan(name)}`,
    typeText(schema, place),
    requiredText(operation, parameter),
    deprecated ? `**Deprecated.** ${notes}` : notes,
  ];
}

function requiredText(operation: Operation, parameter: Parameter): string {
  if (!isDemanded(operation, parameter)) return "";
  const { parameter: cautioned, choice } = operation.caution ?? {};
  return cautioned === parameter.name && choice !== undefined ? `this or ${codeSpan(choice)}` : "yes";
}

/** What says that an argument is left out on purpose. */
function choiceRow({ caution }: Operation, { name, argument }: Parameter): string[][] {
  if (caution?.choice === undefined || caution.parameter !== name) return [];
  const { choice, absent } = caution;
  return [[codeSpan(choice), "not sent", "`true`", `this or ${codeSpan(argument)}`, prose(absent)]];
}

function bodyLines({ required, description, contents }: NonNullable<Operation["body"]>, place: TypePlace): string[] {
  const several = contents.length > 1;
  return [
    "### Body\n",
    `\`body\`, ${required ? "required" : "optional"}${several ? "; `contentType` says which, the first unless it is given" : ""}.\n`,
    ...paragraphs(description).map((each) => `${each}\n`),
    ...contents.flatMap((content) => [
      `${several ? "- " : ""}${prose("As")} ${codeSpan(content.mediaType)}: ${bodyText(content, place)}\n`,
      fieldTable(namelessPart(content), place),
    ]),
  ].filter((part) => part !== "");
}

function bodyText({ kind, schema }: BodyContent, place: TypePlace): string {
  switch (kind) {
    case "text":
      return "`string`";
    case "binary":
      return "`BinaryBody`";
    case "lines":
      return `an iterable of ${typeText(schema, place)}, a line each`;
    default:
      return typeText(schema, place);
  }
}

/** A model has its own page; what has no name is shown where it is used. */
function namelessPart({ kind, schema }: BodyContent): unknown {
  const hasPage = typeof schema === "object" && schema !== null && "$ref" in schema;
  return kind === "text" || kind === "binary" || hasPage ? undefined : schema;
}
