import { expect, test } from "vitest";
import { operationNamer } from "../src/operations.ts";

const name = operationNamer({
  paths: {
    "/users/{id}": { get: { operationId: "getUser" }, delete: {} },
    "/users/me": { get: { operationId: "getMe" } },
    "/a.b/{x}-{y}": { $ref: "#/components/pathItems/ab" },
  },
  components: { pathItems: { ab: { get: { operationId: "getAb" } } } },
});

test("an operation is named by its method, path template and id", () => {
  expect(name("GET", "/users/7")).toBe("GET /users/{id} (getUser)");
  expect(name("DELETE", "/users/7")).toBe("DELETE /users/{id}");
});

test("a literal path wins over a template", () => {
  expect(name("GET", "/users/me")).toBe("GET /users/me (getMe)");
  expect(name("DELETE", "/users/me")).toBe("DELETE /users/{id}");
});

test("a path item behind a reference is found, and its literal text is taken literally", () => {
  expect(name("GET", "/a.b/1-2")).toBe("GET /a.b/{x}-{y} (getAb)");
  expect(name("GET", "/axb/1-2")).toBe("GET /axb/1-2 (not in the document)");
});
