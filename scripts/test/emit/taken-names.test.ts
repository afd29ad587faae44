import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";
import { takenNames } from "../../generate/model/taken-names.ts";

const packages = join(import.meta.dirname, "../../../packages");

test("no schema takes a name that a package hands on from the runtime", () => {
  const faces = globSync("*/src/index.ts", { cwd: packages }).map((file) => readFileSync(join(packages, file), "utf8"));
  const handedOn = faces
    .filter((text) => text.includes("./generated/index.ts"))
    .flatMap((text) => [...text.matchAll(/^ {2}(?:type )?(\w+),$/gm)].map(([, name = ""]) => name));
  expect(handedOn).toContain("ApiError");
  const taken = takenNames("shop", {});
  expect(handedOn.filter((name) => !taken.has(name))).toEqual([]);
});

test("no schema takes the name of a type of an operation, a group or a kind of credentials", () => {
  const taken = takenNames("shop", {
    "x-sdk-credentials": { token: {} },
    paths: { "/things": { get: { operationId: "listThings", tags: ["Things"] } } },
  });
  for (const name of ["ShopClient", "ListThingsArgs", "ListThingsResult", "ThingsOperations", "TokenCredentials"]) {
    expect(taken).toContain(name);
  }
});
