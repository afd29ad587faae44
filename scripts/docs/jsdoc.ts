import { exampleKind, exampleOptions, kindsFor, exampleCredentials } from "../generate/emit/example.ts";
import { printFlat } from "../generate/emit/code.ts";
import type { Model, Operation } from "../generate/model/model.ts";
import type { Block } from "./blocks.ts";

/** The `@example`s of emitted operations. What they take as given, a client or a core, is put before them. */
export function jsdocBlocks(file: string, source: string, model: Model, packageName: string): Block[] {
  const lines = source.split("\n");
  const operations = new Map(model.groups.flatMap((group) => group.operations.map((each) => [each.id, each])));
  return lines.flatMap((line, index): Block[] => {
    if (!/^\s*\* ```ts$/.test(line)) return [];
    const end = lines.findIndex((each, at) => at > index && /^\s*\* ```$/.test(each));
    const code = lines
      .slice(index + 1, end)
      .map((each) => each.replace(/^\s*\* ?/, "").replaceAll("*\\/", "*/"))
      .join("\n");
    const head = lines.slice(end).find((each) => !/^\s*\*/.test(each)) ?? "";
    const [, name = ""] = /^\s*(?:export )?(?:function )?([\p{ID_Continue}$]+)\(/u.exec(head) ?? [];
    const operation = operations.get(name) ?? operations.get(name.replace(/_$/, ""));
    if (operation === undefined) throw new Error(`${file}:${index + 1} is an example of no operation: ${head.trim()}`);
    const given = file.includes("/groups/")
      ? client(model, operation, packageName)
      : core(model, operation, packageName);
    const before = { line: index + 1, code: given };
    return [{ file, line: index + 2, code, before, prints: undefined, asIn: undefined, noRun: undefined }];
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
