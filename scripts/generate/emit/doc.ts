import { commentLines } from "../types/escape.ts";
import type { Operation } from "../model/model.ts";
import type { JsonObject } from "../load/json.ts";
import { access, print } from "./code.ts";
import { dataResponses } from "./result-type.ts";
import { callArguments } from "./sample.ts";

/** The doc comment of an operation; `callee` is how its example calls it. */
export function operationDoc(
  operation: Operation,
  document: JsonObject,
  callee: string,
  first: readonly string[] = [],
): string[] {
  const { summary, description, caution, deprecated, source, method, path } = operation;
  const blocks = [
    commentLines(summary),
    commentLines(description),
    commentLines(`\`${method} ${path}\``),
    caution === undefined ? [] : commentLines(`**Caution.** ${caution.absent}`),
    source === undefined ? [] : commentLines(`Source: ${source.from} (${source.confidence}).`),
    deprecated ? ["@deprecated"] : [],
    ["@example", "```ts", ...exampleLines(operation, document, callee, first), "```"],
  ].filter((block) => block.length > 0);
  return blocks.flatMap((block, index) => (index === 0 ? block : ["", ...block]));
}

function exampleLines(operation: Operation, document: JsonObject, callee: string, first: readonly string[]): string[] {
  const args = callArguments(document, operation, "required");
  const called = callee === "" ? operation.id : `${callee}${access(operation.id)}`;
  const [head, tail] = around(operation, called);
  // Comments stand a little to the right, in methods of classes a little more.
  const taken = head.length + first.join(", ").length + tail.length + 8;
  const given = Object.keys(args).length === 0 ? [] : [print(args, 0, taken)];
  return `${head}${[...first, ...given].join(", ")}${tail}`.split("\n").flatMap(commentLines);
}

/** What stands around the arguments. */
function around(operation: Operation, called: string): [head: string, tail: string] {
  if (operation.pagination !== undefined) return [`for await (const item of ${called}(`, ")) console.log(item);"];
  // A call that no declared answer lets succeed.
  if (dataResponses(operation).length === 0) return [`const result = await ${called}(`, ").result();"];
  return [`${hasData(operation) ? "const data = " : ""}await ${called}(`, ");"];
}

function hasData({ responses }: Operation): boolean {
  return responses.some(({ status, contents }) => status.startsWith("2") && contents.length > 0);
}
