import { marked } from "../../model/fallback.ts";
import type { Model } from "../../model/model.ts";
import { kebabCase } from "../../model/names.ts";
import { isReservedFile } from "../../model/reserved-names.ts";
import { codeSpan } from "../../types/markdown.ts";
import type { Split } from "../../types/split.ts";

/** What every page is written with. */
export interface Pages {
  readonly model: Model;
  readonly split: Split;
  readonly packageName: string;
  /** The last line of every page: where it comes from. */
  readonly footer: string;
  /** Below `operations/`, by the operation's name. */
  readonly operationFiles: ReadonlyMap<string, string>;
  /** Below `models/`, by the name of the type. */
  readonly modelFiles: ReadonlyMap<string, string>;
  /** From a page below the folder of all, by the name of the type. */
  readonly modelLinks: ReadonlyMap<string, string>;
}

export function pagesOf(model: Model, split: Split, packageName: string, specFile: string): Pages {
  const operations = model.groups.flatMap((group) => group.operations.map(({ id }) => id));
  const modelFiles = fileNames(model.schemaNames);
  return {
    model,
    split,
    packageName,
    footer: `\n---\n\nMade from ${codeSpan(specFile)}: edit that, and this page follows.\n`,
    operationFiles: fileNames(operations),
    modelFiles,
    modelLinks: new Map(model.schemaNames.map((name) => [name, link(name, `../models/${modelFiles.get(name) ?? ""}`)])),
  };
}

/**
 * A file for each name, which is the name itself wherever every file system takes it as one of its own. Else a mark of the name stands
 * behind it; so no file's name depends on the order of the others.
 */
function fileNames(names: readonly string[]): Map<string, string> {
  const same = Map.groupBy(names, (name) => name.toLowerCase());
  return new Map(
    names.map((name) => {
      const isPlain = /^[A-Za-z][A-Za-z0-9_]{0,99}$/.test(name) && !isReserved(name.toLowerCase());
      if (isPlain && same.get(name.toLowerCase())?.length === 1) return [name, `${name}.md`];
      return [name, `${marked((isPlain ? name : kebabCase(name)).slice(0, 80), name)}.md`];
    }),
  );
}

function isReserved(name: string): boolean {
  return isReservedFile(name) || name === "readme";
}

/** A link whose text is a name of code. */
export function link(name: string, file: string): string {
  return `[${name.replaceAll(/[_$]/g, String.raw`\$&`)}](${file})`;
}
