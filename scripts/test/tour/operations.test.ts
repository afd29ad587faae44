import { describe, expect, test } from "vitest";
import type { Kind } from "../../mock/credentials.ts";
import type { Vendor } from "../../mock/vendor.ts";
import { sessionOperations } from "../../tour/operations.ts";
import { vendorWith } from "../mock/vendors.ts";

const tag = "Sessions";
const vendor = vendorWith({
  endSession: ["DELETE /sessions/{id}", { tag, required: { id: "x" } }],
  endOwnSession: ["DELETE /own-session", { tag: "OwnSession" }],
  changeSession: ["PUT /sessions/{id}", { tag }],
  getSession: ["GET /sessions/{id}", { tag }],
  listSessions: ["GET /sessions", { tag }],
  getUsers: ["GET /users", { tag: "Users" }],
  ask: ["POST /sessions/code", { tag }],
  startSession: ["POST /sessions", { tag }],
});

const names = (of: Vendor, kind?: Kind): string[] => sessionOperations(of, kind).map(({ operationId }) => operationId);

describe("the operations of the tour", () => {
  test("those about sessions, in the order of a session's life", () => {
    expect(names(vendor)).toEqual([
      "ask",
      "startSession",
      "listSessions",
      "getSession",
      "changeSession",
      "endSession",
      "endOwnSession",
    ]);
  });

  test("steps of the login are not repeated, nor is the end of the own session", () => {
    const kind: Kind = {
      name: "password",
      fields: {},
      authorize: {},
      login: { operationId: "startSession" },
      challenge: { operationId: "ask", when: {}, ask: "code" },
      logout: { operationId: "endOwnSession" },
    };
    expect(names(vendor, kind)).toEqual(["listSessions", "getSession", "changeSession", "endSession"]);
  });

  test("a logout that ends any session by its id is shown for another session", () => {
    const kind: Kind = { name: "password", fields: {}, authorize: {}, logout: { operationId: "endSession" } };
    expect(names(vendor, kind)).toContain("endSession");
  });
});
