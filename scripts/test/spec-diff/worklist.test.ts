import { join } from "node:path";
import { expect, test } from "vitest";
import { loadSpec } from "../../generate/load/load.ts";
import { worklistOf } from "../../spec-diff/theirs/worklist.ts";
import { folderWith } from "../support/folder.ts";
import { all, drop, type Edit, put } from "./edits.ts";
import { shop } from "./shop.ts";

/** What their spec, the shop with an edit, has beyond ours: kind, operation, what of it, and the pointer's last words. */
function worklist(edit: Edit, ofOurs?: Edit): string[] {
  const [ours, theirs] = [shop(), shop()];
  ofOurs?.(ours);
  edit(theirs);
  const folder = folderWith({ "ours.json": JSON.stringify(ours), "theirs.json": JSON.stringify(theirs, undefined, 1) });
  const [our, their] = ["ours.json", "theirs.json"].map((file) => loadSpec(join(folder, file)));
  if (our === undefined || their === undefined) throw new Error("two were loaded");
  return worklistOf(our, their, (file) => file.slice(folder.length + 1)).map(
    ({ kind, operation, what, name, place }) => {
      expect(place.file).toBe("theirs.json");
      expect(place.line).toBeGreaterThan(1);
      return [kind, operation, what, name].filter(Boolean).join(" ");
    },
  );
}

const schema = "/components/schemas/Thing/properties";

test("a spec like ours has nothing that ours lacks", () => {
  expect(worklist(() => undefined)).toEqual([]);
});

test("what ours has beyond theirs is no work", () => {
  expect(worklist(all(drop("/paths/~1status"), drop(`${schema}/kind`)))).toEqual([]);
});

test("an operation is known by method and path, whatever it and its parameters are called", () => {
  const renamed = put("/paths/~1things~1{id}/get/operationId", "fetchThing");
  expect(worklist(renamed)).toEqual([]);
  expect(worklist(put("/paths/~1things~1{id}/put", { responses: { "200": { description: "" } } }))).toEqual([
    "operation PUT /things/{id}",
  ]);
});

test("the server's path counts as part of an operation's path", () => {
  const paths = (document: object): void => {
    const given = document as { paths: Record<string, unknown>; servers: unknown };
    given.servers = [{ url: "https://shop.example.com" }];
    given.paths = Object.fromEntries(Object.entries(given.paths).map(([path, item]) => [`/v1${path}`, item]));
  };
  expect(worklist(paths)).toEqual([]);
});

test("a parameter and a status of an operation are listed with our name of the operation", () => {
  const edit = all(
    put("/paths/~1things~1{id}/delete/parameters/0/name", "force"),
    put("/paths/~1things~1{id}/delete/responses/409", { description: "" }),
  );
  expect(worklist(edit)).toEqual(["parameter deleteThing query force", "status deleteThing 409"]);
});

test("a field is listed by its path, once for all operations that share its schema", () => {
  const edit = put(`${schema}/parts`, {
    type: "array",
    items: { type: "object", properties: { size: { type: "integer" } } },
  });
  const known = put(`${schema}/parts`, { type: "array", items: { type: "object" } });
  expect(worklist(edit)).toEqual(["field listThings answer 200 things[].parts"]);
  expect(worklist(edit, known)).toEqual(["field listThings answer 200 things[].parts[].size"]);
});

test("fields are found behind references, in parts and alternatives, and in schemas that hold themselves", () => {
  const self = {
    oneOf: [{ $ref: "#/components/schemas/Thing" }, { allOf: [{ type: "object", properties: { deep: {} } }] }],
  };
  expect(
    worklist(put(`${schema}/inner`, self), put(`${schema}/inner`, { $ref: "#/components/schemas/Thing" })),
  ).toEqual(["field listThings answer 200 things[].inner.deep"]);
});

test("a field of a request is listed", () => {
  const edit = put("/paths/~1orders/post/requestBody/content/application~1json/schema/properties/gift", {
    type: "boolean",
  });
  expect(worklist(edit)).toEqual(["field addOrder request gift"]);
});
