import { commentLines } from "../types/escape.ts";
import type { Operation } from "../model/model.ts";
import { access, print } from "./code.ts";
import { exampleArguments } from "./arguments.ts";

/** The doc comment of an operation; `callee` is how its example calls it. */
export function operationDoc(operation: Operation, callee: string, first: readonly string[] = []): string[] {
  const { summary, description, caution, deprecated, source, method, path, pagination } = operation;
  const blocks = [
    commentLines(summary),
    commentLines(description),
    commentLines(`\`${method} ${path}\``),
    caution === undefined ? [] : commentLines(`**Caution.** ${caution.absent}`),
    source === undefined ? [] : commentLines(`Source: ${source.from} (${source.confidence}).`),
    deprecated ? ["@deprecated"] : [],
    ["@example", "```ts", ...exampleLines(operation, callee, first, pagination !== undefined), "```"],
  ].filter((block) => block.length > 0);
  return blocks.flatMap((block, index) => (index === 0 ? block : ["", ...block]));
}

function exampleLines(operation: Operation, callee: string, first: readonly string[], paged: boolean): string[] {
  const args = exampleArguments(operation, "required");
  const given = Object.keys(args).length === 0 ? [] : [print(args)];
  const call = `${callee}${access(operation.id)}(${[...first, ...given].join(", ")})`.replace(/^\./, "");
  const text = paged ? `for await (const item of ${call}) console.log(item);` : `${answer(operation)}await ${call};`;
  return text.split("\n").flatMap(commentLines);
}

function answer({ responses }: Operation): string {
  const has = responses.some(({ status, contents }) => status.startsWith("2") && contents.length > 0);
  return has ? "const data = " : "";
}

