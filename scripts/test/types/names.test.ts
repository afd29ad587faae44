import { describe, expect, test } from "vitest";

import { nameSchemas, pascalCase } from "../../generate/types/names.ts";

const namesOf = (originals: readonly string[], taken: readonly string[] = []): Record<string, string> =>
  Object.fromEntries(nameSchemas(originals, taken).names);

describe("names of component schemas", () => {
  test.each([
    ["sessionDetail", "SessionDetail"],
    ["SessionDetail", "SessionDetail"],
    ["_x.y-z", "XYZ"],
    ["list of things", "ListOfThings"],
    ["apiKey_v2", "ApiKeyV2"],
    ["2fa", "Model2fa"],
    ["größe", "Größe"],
    ["データ", "データ"],
    ["cafe\u0301", "Café"],
    ["x\u202Ey", "XY"],
    ["---", "Model"],
  ])("%s becomes %s", (original, name) => {
    expect(pascalCase(original)).toBe(name);
  });

  test("a global's name gets a suffix, and a warning says so", () => {
    const { names, renames } = nameSchemas(["error", "Map", "Session"]);
    expect(Object.fromEntries(names)).toEqual({ Map: "MapModel", Session: "Session", error: "ErrorModel" });
    expect(renames).toEqual([
      { from: "Map", to: "MapModel", wanted: "Map", reason: "reserved" },
      { from: "error", to: "ErrorModel", wanted: "Error", reason: "reserved" },
    ]);
  });

  test("a name that the package exports already gets a suffix", () => {
    const { names, renames } = nameSchemas(["getUsersArgs"], ["GetUsersArgs"]);
    expect(names.get("getUsersArgs")).toBe("GetUsersArgsModel");
    expect(renames).toEqual([
      { from: "getUsersArgs", to: "GetUsersArgsModel", wanted: "GetUsersArgs", reason: "taken" },
    ]);
  });

  test("a suffix that is in use already is followed by a number", () => {
    expect(namesOf(["Error", "ErrorModel"])).toEqual({ Error: "ErrorModel2", ErrorModel: "ErrorModel" });
  });

  test("of names that become the same one, the fitting one stays and the others get numbers", () => {
    const { names, renames } = nameSchemas(["user", "_user", "User"]);
    expect(Object.fromEntries(names)).toEqual({ User: "User", _user: "User2", user: "User3" });
    expect(renames.map(({ reason }) => reason)).toEqual(["clash", "clash"]);
  });

  test("names that differ in case alone are told apart", () => {
    expect(namesOf(["UserID", "UserId"])).toEqual({ UserID: "UserID", UserId: "UserId2" });
  });

  test("a number behind a digit keeps its distance", () => {
    expect(namesOf(["v1", "V1"])).toEqual({ V1: "V1", v1: "V1_2" });
  });

  test("a name that begins with a digit is worth a warning, one that is only written otherwise is not", () => {
    expect(nameSchemas(["2fa", "sessionDetail"]).renames).toEqual([
      { from: "2fa", to: "Model2fa", wanted: "Model2fa", reason: "start" },
    ]);
  });

  test("the order of the schemas does not matter", () => {
    const originals = ["user", "User", "_user", "Error", "error", "ERROR", "2fa", "Model2fa"];
    expect(namesOf(originals.toReversed())).toEqual(namesOf(originals));
  });

  test("a further name is claimed only once", () => {
    const { claim } = nameSchemas(["User", "UserInput"]);
    expect([claim("UserInput"), claim("UserInput"), claim("Other")]).toEqual(["UserInput2", "UserInput3", "Other"]);
  });
});
