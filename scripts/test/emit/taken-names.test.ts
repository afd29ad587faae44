import { expect, test } from "vitest";
import { HANDED_ON } from "../../generate/model/handed-on.ts";
import { takenNames } from "../../generate/model/taken-names.ts";

test("no schema takes a name that a package hands on from the runtime", () => {
  const taken = takenNames("shop", {});
  expect(HANDED_ON).toContain("ApiError");
  for (const name of HANDED_ON) expect(taken).toContain(name.replace("type ", ""));
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
