import { objectAt } from "../../load/json.ts";
import type { Model } from "../../model/model.ts";
import type { Split } from "../../types/split.ts";
import { indexPage } from "./index-page.ts";
import { modelPage } from "./model-page.ts";
import { operationPage } from "./operation-page.ts";
import { pagesOf } from "./pages.ts";

export interface ReferenceSource {
  readonly file: string;
  /** With its scope: what examples import from. */
  readonly packageName: string;
}

/** The pages of a package by their paths in it: one that leads to all, one for each operation, one for each model. */
export function emitReference(model: Model, split: Split, { file, packageName }: ReferenceSource): Map<string, string> {
  const pages = pagesOf(model, split, packageName, file);
  const files = new Map([["docs/README.md", indexPage(pages)]]);
  for (const group of model.groups) {
    for (const operation of group.operations)
      files.set(
        `docs/operations/${pages.operationFiles.get(operation.id) ?? ""}`,
        operationPage(pages, group, operation),
      );
  }
  const schemas = objectAt(objectAt(split.document, "components"), "schemas");
  const bySource = Map.groupBy(split.schemas.keys(), (name) => split.schemas.get(name)?.source);
  for (const [name, says] of split.schemas) {
    const others = (bySource.get(says.source) ?? []).filter((other) => other !== name);
    files.set(`docs/models/${pages.modelFiles.get(name) ?? ""}`, modelPage(pages, name, schemas[name], says, others));
  }
  return files;
}
