import { commentLines } from "../types/escape.ts";
import type { Operation } from "../model/model.ts";
import { access, print } from "./code.ts";
import { exampleArguments } from "./arguments.ts";

/** The doc comment of an operation; `callee` is how its example calls it. */
export function operationDoc(operation: Operation, callee: string, first: readonly string[] = []): string[] {
  const { summary, description, caution, deprecated, source, method, path } = operation;
  const blocks = [
    commentLines(summary),
    commentLines(description),
    commentLines(`\`${method} ${path}\``),
    caution === undefined ? [] : commentLines(`**Caution.** ${caution.absent}`),
    source === undefined ? [] : commentLines(`Source: ${source.from} (${source.confidence}).`),
    deprecated ? ["@deprecated"] : [],
    ["@example", "```ts", ...exampleLines(operation, callee, first), "```"],
  ].filter((block) => block.length > 0);
  return blocks.flatMap((block, index) => (index === 0 ? block : ["", ...block]));
}

function exampleLines(operation: Operation, callee: string, first: readonly string[]): string[] {
  const args = exampleArguments(operation, "required", true);
  const called = callee === "" ? operation.id : `${callee}${access(operation.id)}`;
  const [head, tail] =
    operation.pagination === undefined
      ? [`${hasData(operation) ? "const data = " : ""}await ${called}(`, ");"]
      : [`for await (const item of ${called}(`, ")) console.log(item);"];
  // Comments stand a little to the right, in methods of classes a little more.
  const taken = head.length + first.join(", ").length + tail.length + 8;
  const given = Object.keys(args).length === 0 ? [] : [print(args, 0, taken)];
  return `${head}${[...first, ...given].join(", ")}${tail}`.split("\n").flatMap(commentLines);
}

function hasData({ responses }: Operation): boolean {
  return responses.some(({ status, contents }) => status.startsWith("2") && contents.length > 0);
}
