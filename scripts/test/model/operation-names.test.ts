import { expect, test } from "vitest";

import { byPlace, documentOf, namesOf } from "./documents.ts";

test("an operationId in camelCase is the name as it is, also with capitals in a row and letters of any script", () => {
  for (const id of ["getUsers", "getURL", "iOS", "xAPI", "größe", "получить", "获取用户", "getUsers2"]) {
    expect(namesOf(documentOf({ "GET /a": id }))).toEqual({ "GET /a": id });
  }
});

test.each([
  ["get-users", "getUsers"],
  ["get_users", "getUsers"],
  ["GET_USERS", "getUsers"],
  ["Users_List", "usersList"],
  ["GetGeoJSON", "getGeoJSON"],
  ["foo/bar.listPets", "fooBarListPets"],
  ["get users 🎉 now", "getUsersNow"],
  ["__proto__", "proto"],
  ["a\u202Eb\u0000c", "abc"],
])("the operationId %j is spelled %s", (id, name) => {
  expect(namesOf(documentOf({ "GET /a": id }))).toEqual({ "GET /a": name });
});

test.each([
  ["GET /", "getRoot"],
  ["GET /-/pets", "getPets"],
  ["GET /users/{id}/keys", "getUsersByIdKeys"],
  ["DELETE /users/{user_id}", "deleteUsersByUserId"],
  ["POST /jobs/{id}:cancel", "postJobsByIdCancel"],
  ["GET /files/{name}.{ext}", "getFilesByNameByExt"],
  ["GET /v1/1password/2.0", "getV11password20"],
])("without an operationId %s is %s", (place, name) => {
  expect(namesOf(documentOf({ [place]: undefined }))).toEqual({ [place]: name });
});

test.each([
  "delete",
  "then",
  "constructor",
  "toString",
  "await",
  "arguments",
  "createCore",
  "diagnostics",
  "2fa",
  "🎉",
  "",
])("the operationId %j gives way to method and path", (id) => {
  expect(namesOf(documentOf({ "PUT /things/{id}": id }))).toEqual({ "PUT /things/{id}": "putThingsById" });
});

test("an operation gives way to the function that signs in", () => {
  const document = { ...documentOf({ "POST /login": "passwordSignIn" }), "x-sdk-credentials": { password: {} } };
  expect(namesOf(document)).toEqual({ "POST /login": "postLogin" });
});

test("of operations with the same operationId none has it", () => {
  expect(namesOf(documentOf({ "GET /a": "list", "GET /b": "list", "GET /c": "get" }))).toEqual({
    "GET /a": "getA",
    "GET /b": "getB",
    "GET /c": "get",
  });
});

test("of operations whose operationIds make one name the one that writes it so has it", () => {
  expect(namesOf(documentOf({ "GET /a": "get-user", "GET /b": "getUser", "GET /c": "get_user" }))).toEqual({
    "GET /a": "getA",
    "GET /b": "getUser",
    "GET /c": "getC",
  });
});

test("names that differ in case alone are the same", () => {
  expect(namesOf(documentOf({ "GET /a": "getuser", "GET /b": "getUser" }))).toEqual({
    "GET /a": "getA",
    "GET /b": "getB",
  });
});

test("a name made from a path gives way to an operationId", () => {
  const names = namesOf(documentOf({ "GET /a": undefined, "GET /b": "getA" }));
  expect(names["GET /a"]).toMatch(/^getA_[0-9a-f]{6}$/);
  expect(names["GET /b"]).toBe("getA");
});

test("paths that make one name are told apart by a mark of their own", () => {
  const three = documentOf({ "GET /a-b": undefined, "GET /a/b": undefined, "GET /a_b": undefined });
  const names = namesOf(three);
  expect(new Set(Object.values(names)).size).toBe(3);
  const two = namesOf(documentOf({ "GET /a-b": undefined, "GET /a_b": undefined }));
  expect(two["GET /a_b"]).toBe(names["GET /a_b"]);
});

test("the order of operations does not show", () => {
  const operations = { "GET /a": "x", "GET /b": "X", "GET /c-d": undefined, "GET /c/d": undefined, "GET /e": "x" };
  const reversed = Object.fromEntries(Object.entries(operations).toReversed());
  expect(namesOf(documentOf(reversed))).toEqual(namesOf(documentOf(operations)));
});

test("two paths that share a path item are two operations", () => {
  const item = { get: { operationId: "a" } };
  const document = {
    paths: { "/a": { $ref: "#/components/pathItems/A" }, "/b": { $ref: "#/components/pathItems/A" } },
    components: { pathItems: { A: item } },
  };
  expect(namesOf(document)).toEqual({ "GET /a": "getA", "GET /b": "getB" });
});

test("a name is at most 100 letters long", () => {
  const words = "andOneMoreWord".repeat(5_000);
  for (const document of [documentOf({ "GET /a": `get${words}` }), documentOf({ [`GET /${words}`]: undefined })]) {
    const [name = ""] = Object.values(namesOf(document));
    expect(name).toMatch(/^get.*_[0-9a-f]{6}$/);
    expect(name.length).toBeLessThanOrEqual(100);
  }
});

test("why a name is not what the operationId says is told", () => {
  const document = documentOf({
    "GET /a": "list",
    "PUT /a": "list",
    "GET /b": undefined,
    "GET /c": "delete",
    "GET /d": "get-e",
    "GET /e": "getE",
    "GET /f": "get-f",
  });
  expect(byPlace(document, ({ name }) => name.why)).toEqual({
    "GET /a": "PUT /a has the same",
    "PUT /a": "GET /a has the same",
    "GET /b": "there is no operationId",
    "GET /c": '"delete" is a word of the language',
    "GET /d": 'that of GET /e, "getE", makes the same name',
    "GET /e": undefined,
    "GET /f": undefined,
  });
});
