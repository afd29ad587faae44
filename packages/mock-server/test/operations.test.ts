import { expect, test } from "vitest";
import { createRouter, operationsOf } from "../src/operations.ts";

const router = createRouter(
  operationsOf({
    paths: {
      "/users/{id}": { get: { operationId: "getUser" }, delete: {} },
      "/users/{id}.{kind}": { get: {} },
      "/users/me": { get: { operationId: "getMe" } },
      "/a.b/{x}-{y}": { $ref: "#/components/pathItems/ab" },
      "/files": { servers: [{ url: "https://files.example.com/v2" }], query: {}, additionalOperations: { COPY: {} } },
    },
    components: { pathItems: { ab: { get: { operationId: "getAb" } } } },
  }),
  "/v1",
);
const name = (method: string, path: string): string | undefined => router(method, path)?.operation.name;

test("an operation is named by its method, path template and id", () => {
  expect(name("GET", "/v1/users/7")).toBe("GET /users/{id} (getUser)");
  expect(name("DELETE", "/v1/users/7")).toBe("DELETE /users/{id}");
});

test("a literal path wins over a template", () => {
  expect(name("GET", "/v1/users/me")).toBe("GET /users/me (getMe)");
  expect(name("DELETE", "/v1/users/me")).toBe("DELETE /users/{id}");
});

test("of two templates the one with more literal text wins", () => {
  expect(name("GET", "/v1/users/7.json")).toBe("GET /users/{id}.{kind}");
  expect(name("DELETE", "/v1/users/7.json")).toBe("DELETE /users/{id}");
});

test("a path item behind a reference is found, and its literal text is taken literally", () => {
  expect(name("GET", "/v1/a.b/1-2")).toBe("GET /a.b/{x}-{y} (getAb)");
  expect(name("GET", "/v1/axb/1-2")).toBeUndefined();
});

test("what stands in the path's holes is kept as it was sent", () => {
  expect(router("GET", "/v1/a.b/1%2F-2")?.texts).toEqual(
    new Map([
      ["x", "1%2F"],
      ["y", "2"],
    ]),
  );
});

test("methods of OpenAPI 3.2 are found below the base path of the path's own server", () => {
  expect(name("QUERY", "/v2/files")).toBe("QUERY /files");
  expect(name("COPY", "/v2/files")).toBe("COPY /files");
  expect(name("COPY", "/v1/files")).toBeUndefined();
});
