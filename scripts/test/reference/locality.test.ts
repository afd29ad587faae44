import { readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";
import { root } from "../../bin.ts";
import { isObject, type JsonObject, objectAt } from "../../generate/load/json.ts";
import { resolvePointer } from "../../generate/load/pointer.ts";
import { operationsOf } from "../../generate/load/walk.ts";
import { generateService } from "../../generate/service.ts";
import { handWrittenOf } from "../../generate/specs.ts";
import { folderWith } from "../support/folder.ts";

// Each operation and each schema of the specs of this repository is edited alone, in a copy: what changes are the pages concerned.

describe.each(handWrittenOf(root))("of %s", (service) => {
  const [spec, readme] = ["openapi.json", "README.md"].map((file) =>
    readFileSync(join(root, "packages", service, file), "utf8"),
  );
  const document = (): JsonObject => JSON.parse(spec ?? "") as JsonObject;

  /** The pages of the package, its README among them. */
  function pagesOf(edited: JsonObject): ReadonlyMap<string, string> {
    const folder = folderWith({
      [`specs/${service}/openapi.json`]: JSON.stringify(edited),
      [`packages/${service}/README.md`]: readme ?? "",
    });
    const { files, model } = generateService(service, folder);
    expect(model).toBeDefined();
    return new Map([...files].filter(([file]) => file.endsWith(".md")));
  }

  let unedited: ReadonlyMap<string, string> | undefined;

  /** The pages that an edit of one place changes. */
  function changedBy(pointer: string, field: string): string[] {
    const before = (unedited ??= pagesOf(document()));
    const edited = document();
    const place = resolvePointer(edited, pointer);
    if (!isObject(place)) throw new Error(`nothing is at ${pointer}`);
    Object.assign(place, { [field]: "Said anew." });
    const after = pagesOf(edited);
    return [...new Set([...before.keys(), ...after.keys()])]
      .filter((file) => before.get(file) !== after.get(file))
      .toSorted();
  }

  const operations = operationsOf(document()).map(({ pointer, value }) => ({
    id: String(value["operationId"]),
    pointer,
  }));
  test.each(operations)(
    "$id: its description is on its page alone, its summary where operations are listed, too",
    ({ id, pointer }) => {
      const page = `docs/operations/${id}.md`;
      expect(changedBy(pointer, "description")).toEqual([page]);
      expect(changedBy(pointer, "summary")).toEqual(["README.md", "docs/README.md", page]);
    },
  );

  const schemas = Object.keys(objectAt(objectAt(document(), "components"), "schemas"));
  test.each(schemas)("%s: its description is on the pages of its types alone", (name) => {
    const changed = changedBy(`/components/schemas/${name}`, "description");
    expect(changed).not.toEqual([]);
    for (const file of changed) expect(file).toMatch(new RegExp(`^docs/models/${name}(?:input)?\\.md$`, "i"));
  });
});
