import { access, print } from "../code.ts";
import { dataResponses } from "../result-type.ts";
import type { Group, Kind, Model, Operation, Response } from "../../model/model.ts";
import { fenced } from "../../types/markdown.ts";
import { exampleKind, exampleOptions, kindsFor } from "../example.ts";
import type { Pages } from "./pages.ts";
import { shortened } from "./shortened.ts";
import { callArguments } from "../sample.ts";

/** The examples of an operation: with what it cannot do without, and what that prints; then with every argument. */
export function exampleBlocks(pages: Pages, group: Group, operation: Operation): string[] {
  const { model, split } = pages;
  const required = callArguments(split.document, operation, "required");
  const all = callArguments(split.document, operation, "all");
  const narrows = narrowedStatus(operation) !== undefined;
  const lines = [
    ...opening(pages, kindsFor(model, operation), narrows),
    ...printing(operation, call(model, group, operation, required)),
  ];
  const printed = printedBy(operation);
  const further =
    JSON.stringify(required) === JSON.stringify(all)
      ? []
      : ["With every argument:\n", fenced("ts", `await ${settled(operation, call(model, group, operation, all, 6))};`)];
  return [fenced("ts", lines.join("\n")), ...(printed === undefined ? [] : [fenced("text", printed)]), ...further];
}

/** The lines that a program begins with: what it imports, and a client. */
function opening({ model, packageName }: Pages, kinds: readonly Kind[], narrows: boolean): string[] {
  const { clientName, instanceName } = model;
  const options = exampleOptions(model, exampleKind(kinds));
  const head = `const ${instanceName} = new ${clientName}(`;
  const given = Object.keys(options).length === 0 ? "{}" : print(options, 0, head.length + 2);
  const names = [...(narrows ? ["isApiError"] : []), clientName];
  return [`import { ${names.join(", ")} } from "${packageName}";`, "", `${head}${given});`, ""];
}

/** `client.group.operation({ … })` */
export function call(model: Model, group: Group, operation: Operation, args: object, taken = 24): string {
  const head = `${model.instanceName}${access(group.property)}${access(operation.id)}(`;
  return `${head}${Object.keys(args).length === 0 ? "" : print(args, 0, head.length + taken)})`;
}

/** A call that no declared answer lets succeed throws, unless it is asked for a value. */
export function settled(operation: Operation, called: string): string {
  return dataResponses(operation).length === 0 ? `${called}.result()` : called;
}

/** What a call gives if all goes well: of several statuses the lowest, of several media types JSON. */
function answerOf(operation: Operation): Response["contents"][number] | undefined {
  const [response] = dataResponses(operation);
  return response?.contents.find(({ kind }) => kind === "json") ?? response?.contents[0];
}

function printing(operation: Operation, called: string): string[] {
  if (dataResponses(operation).length === 0)
    return [`const result = await ${settled(operation, called)};`, "console.log(result.status);"];
  const content = answerOf(operation);
  if (content === undefined) return [`await ${called};`];
  const head = `const data = await ${called};`;
  switch (content.kind) {
    case "json":
      return [head, `console.log(${operation.int64.bigints.length > 0 ? "data" : "JSON.stringify(data, null, 2)"});`];
    case "events":
    case "jsonEvents":
    case "lines":
      return dataResponses(operation).every(({ contents }) => contents.every(({ kind }) => kind === content.kind))
        ? [head, "for await (const item of data) console.log(item);"]
        : [head, "console.log(data);"];
    default:
      return [head, "console.log(data);"];
  }
}

/** What the example prints against a mock, which answers with the spec's first example; undefined where there is none to know. */
function printedBy(operation: Operation): string | undefined {
  const content = answerOf(operation);
  if (content === undefined || content.examples.size === 0 || !dataResponses(operation)[0]?.status.startsWith("2"))
    return undefined;
  const [example] = content.examples.values();
  if (content.kind === "text")
    return typeof example === "string" && /^[\P{C}\n]+$/u.test(example) ? example.trimEnd() : undefined;
  if (content.kind !== "json" || operation.int64.bigints.length > 0) return undefined;
  const shown = shortened(example);
  return INVISIBLE.test(shown) ? undefined : shown;
}

/** What a reader cannot see, no page shows. */
const INVISIBLE = /[\p{Cf}\p{Zl}\p{Zp}]/u;

/** The error that the page shows how to narrow: the first that a body is declared for; `default` stands for any. */
export function narrowedStatus({ responses }: Operation): string | undefined {
  const errors = responses.filter(({ status }) => /^[45]/.test(status) || status === "default");
  const withBody = errors.find(({ contents }) => contents.some(({ kind }) => kind === "json"));
  return (withBody ?? errors[0])?.status;
}
