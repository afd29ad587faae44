import { exampleKind, exampleOptions, kindsFor, exampleCredentials } from "../generate/emit/example.ts";
import { printFlat } from "../generate/emit/code.ts";
import type { Model, Operation } from "../generate/model/model.ts";
import { type Block, blocksOf } from "./blocks.ts";

/** The examples of a file's doc comments, which are Markdown. An `@example` that nothing would run is an error. */
export function docBlocks(file: string, source: string): Block[] {
  let inside = false;
  const lines = source.split("\n").map((line) => {
    inside ||= /^\s*\/\*\*/.test(line);
    const text = inside ? line.replace(/^\s*\/?\*+(?!\/) ?/, "").replace(/\s*\*\/.*$/, "") : "";
    if (line.includes("*/")) inside = false;
    return text.replaceAll("*\\/", "*/");
  });
  for (const [index, line] of lines.entries()) {
    if (/^\s*@example\b/.test(line) && !/^\s*```ts\b/.test(lines[index + 1] ?? ""))
      throw new Error(`${file}:${index + 1} is an @example without a block of ts, which nothing runs`);
  }
  return blocksOf(file, lines.join("\n"));
}

/** Those of emitted operations. What they take as given, a client or a core, is put before them. */
export function operationBlocks(file: string, source: string, model: Model, packageName: string): Block[] {
  const lines = source.split("\n");
  const operations = new Map(model.groups.flatMap((group) => group.operations.map((each) => [each.id, each])));
  return docBlocks(file, source).map((block) => {
    const head = lines.slice(block.line).find((each) => !/^\s*\*/.test(each)) ?? "";
    const [, name = ""] = /^\s*(?:export )?(?:function )?([\p{ID_Continue}$]+)\(/u.exec(head) ?? [];
    const operation = operations.get(name) ?? operations.get(name.replace(/_$/, ""));
    if (operation === undefined)
      throw new Error(`${file}:${block.line - 1} is an example of no operation: ${head.trim()}`);
    const given = file.includes("/groups/")
      ? client(model, operation, packageName)
      : core(model, operation, packageName);
    return { ...block, before: { line: block.line - 1, code: given } };
  });
}

function client(model: Model, operation: Operation, packageName: string): string {
  const options = exampleOptions(model, exampleKind(kindsFor(model, operation)));
  const { clientName, instanceName } = model;
  return `import { ${clientName} } from "${packageName}"; const ${instanceName} = new ${clientName}(${printFlat(options)});`;
}

function core(model: Model, operation: Operation, packageName: string): string {
  const kind = exampleKind(kindsFor(model, operation));
  const signIn = kind && `${kind.name}SignIn`;
  const names = ["createCore", operation.id, ...(signIn === undefined ? [] : [signIn])];
  const options = printFlat(exampleOptions(model, undefined)).replace(/^\{ ?| ?\}$/g, "");
  const more = kind === undefined ? "" : `signIn: ${signIn}(${printFlat(exampleCredentials(kind))})`;
  const given = [options, more].filter((part) => part !== "").join(", ");
  return `import { ${names.join(", ")} } from "${packageName}/operations"; const core = createCore({ ${given} });`;
}
