import { isObject, objectAt, own, textAt } from "../../load/json.ts";
import { dereference } from "../../load/pointer.ts";
import type { Content, Group, Operation, Response } from "../../model/model.ts";
import { codeSpan, fenced, prose, table } from "../../types/markdown.ts";
import { acceptHeader } from "../answers.ts";
import { dataResponses } from "../result-type.ts";
import { quote } from "../../types/escape.ts";
import { call, narrowedStatus } from "./examples.ts";
import { fieldTable } from "./fields.ts";
import { notesOf, sourceText } from "./notes.ts";
import type { Pages } from "./pages.ts";
import { callArguments } from "../sample.ts";
import { type TypePlace, typeText } from "./type-text.ts";

/** What an awaited call gives, and the fields of it that have no page. */
export function returnSection(operation: Operation, place: TypePlace): string[] {
  const responses = dataResponses(operation);
  const contents = responses.flatMap((response) => response.contents);
  const types = new Set(contents.map((content) => contentText(content, place)));
  if (responses.some((response) => response.contents.length === 0)) types.add("`undefined`");
  const nameless = contents.filter(({ schema }) => own(schema, "$ref") === undefined).map(({ schema }) => schema);
  const tables = [...new Set(nameless)].map((schema) => fieldTable(schema, place));
  return [
    "## Returns\n",
    `${[...types].join(String.raw` \| `) || "`unknown`"}\n`,
    ...tables.filter((each) => each !== ""),
  ];
}

function contentText({ kind, schema }: Content, place: TypePlace): string {
  switch (kind) {
    case "text":
      return "`string`";
    case "binary":
      return "`Blob`";
    case "events":
    case "jsonEvents":
      return `EventStream\\<${typeText(schema, place)}\\>`;
    case "lines":
      return `JsonLines\\<${typeText(schema, place)}\\>`;
    default:
      return schema === undefined ? "`unknown`" : typeText(schema, place);
  }
}

/** How to go on to the next page, where the operation lists. */
export function pagesSection({ model, split }: Pages, group: Group, operation: Operation, place: TypePlace): string[] {
  const { pagination } = operation;
  if (pagination === undefined) return [];
  const { items, itemSchema, size, position } = pagination;
  const called = call(model, group, operation, callArguments(split.document, operation, "required"));
  const step = size === undefined ? "" : `, ${size[1]} at a time by ${codeSpan(size[0])} unless that is given`;
  return [
    "## Pages\n",
    `Awaited, the call gives one page. A loop walks over the items of all, ${typeText(itemSchema, place)} from ${
      items === "" ? "the list that each page is" : codeSpan(items)
    }, by moving ${codeSpan(position)}${step}; \`.pages()\` walks over the pages themselves.\n`,
    fenced("ts", `for await (const item of ${called}) console.log(item);`),
  ];
}

/** Every status, with its body and headers. */
export function statusSection(written: unknown, operation: Operation, place: TypePlace): string[] {
  const { split } = place.pages;
  const declared = objectAt(written, "responses");
  const found = operation.responses.map((response) => ({
    response,
    says: dereference(split.document, own(declared, response.status), "")?.value,
  }));
  const headers = new Map<string, { readonly statuses: string[]; readonly header: unknown }>();
  for (const { response, says } of found) {
    for (const [name, entry] of Object.entries(objectAt(says, "headers"))) {
      const header = dereference(split.document, entry, "")?.value;
      const row = headers.get(`${name}\n${JSON.stringify(header)}`);
      if (row === undefined) headers.set(`${name}\n${JSON.stringify(header)}`, { statuses: [response.status], header });
      else row.statuses.push(response.status);
    }
  }
  const rows = found.map(({ response, says }) => statusRow(response, says, place));
  return [
    "## HTTP\n",
    `${operation.server === undefined ? "" : `- Below ${codeSpan(operation.server.url)}, unlike the others, unless the client has a \`baseUrl\`.\n`}- \`Accept\`: ${codeSpan(acceptHeader(operation) ?? (hasContent(operation) ? "application/json" : "*/*"))}\n${contentTypes(operation)}`,
    table(["status", "description", "body", "headers"], rows),
    table(
      ["header of the answer", "with", "type", "description"],
      [...headers].map(([id, { statuses, header }]) =>
        headerRow(id.slice(0, id.indexOf("\n")), statuses, header, place),
      ),
    ),
  ].filter((part) => part !== "");
}

function hasContent({ responses }: Operation): boolean {
  return responses.some(({ contents }) => contents.length > 0);
}

function contentTypes({ body }: Operation): string {
  const types = (body?.contents ?? []).map(({ mediaType }) => codeSpan(mediaType));
  return types.length === 0 ? "" : `- \`Content-Type\`: ${types.join(", ")}\n`;
}

function statusRow({ status, description, contents }: Response, says: unknown, place: TypePlace): string[] {
  const bodies = contents.map((content) => `${contentText(content, place)} as ${codeSpan(content.mediaType)}`);
  const source = sourceText(own(says, "x-sdk-source"));
  return [
    status === "default" ? "any other" : codeSpan(status),
    [prose(description), source === "" ? "" : `Source: ${source}`].filter((part) => part !== "").join(" "),
    bodies.join("; ") || "none",
    Object.keys(objectAt(says, "headers")).map(codeSpan).join(", "),
  ];
}

function headerRow(name: string, statuses: readonly string[], header: unknown, place: TypePlace): string[] {
  const schema = own(header, "schema");
  return [
    codeSpan(name),
    statuses.map((status) => (status === "default" ? "any other" : codeSpan(status))).join(", "),
    schema === undefined ? "`string`" : typeText(schema, place),
    notesOf(isObject(schema) ? schema : {}, place, textAt(header, "description") ?? ""),
  ];
}

/** What an error answer looks like in code. */
export function errorsSection(group: Group, operation: Operation, place: TypePlace): string[] {
  const { model, split } = place.pages;
  const status = narrowedStatus(operation);
  if (status === undefined) return [];
  const called = call(model, group, operation, callArguments(split.document, operation, "required"), 10);
  const guard = `isApiError(error, ${[quote(operation.id), ...(/^\d+$/.test(status) ? [status] : [])].join(", ")})`;
  return [
    "## Errors\n",
    "A status that is no success rejects the call with an `ApiError`, whose `body` has the type that is declared for it:\n",
    fenced(
      "ts",
      [
        "try {",
        ...`await ${called};`.split("\n").map((line) => `  ${line}`),
        "} catch (error) {",
        `  if (!${guard}) throw error;`,
        "  console.error(error.status, error.body);",
        "}",
      ].join("\n"),
    ),
    ...guards(operation, place),
    "`.result()` gives the same as a value: `ok`, `status` and, typed by them, `data` or `error`.\n",
  ];
}

/** Each status that is an error, as the guard that tells it from the others, and the type that the body has then. */
function guards({ id, responses }: Operation, place: TypePlace): string[] {
  const errors = responses.filter(({ status }) => /^[45]\d\d$/.test(status));
  if (errors.length < 2) return [];
  const rows = errors.map(({ status, contents }) => [
    codeSpan(`isApiError(error, ${quote(id)}, ${status})`),
    [...new Set(contents.map((content) => contentText(content, place)))].join(String.raw` \| `) || "none",
  ]);
  return [table(["guard", "`error.body`"], rows)];
}
