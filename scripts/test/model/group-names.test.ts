import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";
import type { JsonObject } from "../../generate/load/json.ts";
import { publicNames } from "../../generate/model/public-names.ts";
import { CLIENT_NAMES } from "../../generate/model/reserved-names.ts";
import { documentOf } from "./documents.ts";

function tagged(...tags: readonly string[]): JsonObject {
  return documentOf(Object.fromEntries(tags.map((tag, index) => [`GET /${index}`, { tags: [tag] }])));
}

function groupsOf(document: JsonObject): (readonly [string, string, string])[] {
  return publicNames(document).groups.map(({ className, property, file }) => [className, property, file] as const);
}

test.each([
  ["UserSessions", "UserSessionsOperations", "userSessions", "user-sessions.ts"],
  ["audit log API", "AuditLogAPIOperations", "auditLogAPI", "audit-log-api.ts"],
  ["pets", "PetsOperations", "pets", "pets.ts"],
  ["__proto__", "ProtoOperations", "proto", "proto.ts"],
  ["delete", "DeleteOperations", "delete", "delete.ts"],
  ["2FA", "Tag2FAOperations", "tag2FA", "tag2-fa.ts"],
  ["Größe", "GrößeOperations", "größe", "gruf6udfe.ts"],
  ["core", "CoreOperations", "coreOperations", "core.ts"],
  ["withOptions", "WithOptionsOperations", "withOptionsOperations", "with-options.ts"],
  ["constructor", "ConstructorOperations", "constructorOperations", "constructor.ts"],
  ["then", "ThenOperations", "thenOperations", "then.ts"],
  ["CON", "CONOperations", "con", "con-operations.ts"],
  ["lpt1", "Lpt1Operations", "lpt1", "lpt1-operations.ts"],
  ["index", "IndexOperations", "index", "index-operations.ts"],
  ["../../etc", "EtcOperations", "etc", "etc.ts"],
  ["🎉", "ApiOperations", "api", "api.ts"],
  ["", "ApiOperations", "api", "api.ts"],
])("the tag %j is the group %s", (tag, ...names) => {
  expect(groupsOf(tagged(tag))).toEqual([names]);
});

test("operations without a tag are the group api, with those whose tag says so", () => {
  const document = documentOf({ "GET /a": undefined, "GET /b": { tags: [] }, "GET /c": { tags: ["API"] } });
  expect(groupsOf(document)).toHaveLength(1);
});

test("the first tag of an operation counts", () => {
  expect(groupsOf(documentOf({ "GET /a": { tags: ["One", "Two"] } }))).toEqual([["OneOperations", "one", "one.ts"]]);
});

test("tags that differ in case and signs alone are one group", () => {
  expect(groupsOf(tagged("users", "Users", "user-s"))).toEqual([["UsersOperations", "users", "users.ts"]]);
});

test("a group is named as the document's own list of tags spells it", () => {
  const document = { ...tagged("UserIDs", "UserIds"), tags: [{ name: "UserIds" }] };
  expect(groupsOf(document)).toEqual([["UserIdsOperations", "userIds", "user-ids.ts"]]);
});

test("groups stand in the order of the document's list, the others sorted behind them", () => {
  const document = { ...tagged("c", "b", "d", "a"), tags: [{ name: "d" }, { name: "unused" }, { name: "b" }] };
  expect(groupsOf(document).map(([, property]) => property)).toEqual(["d", "b", "a", "c"]);
});

test("the file of a group is bounded in length", () => {
  const [[, property, file] = ["", "", ""]] = groupsOf(tagged("很".repeat(500)));
  expect(property.length).toBeLessThanOrEqual(100);
  expect(file.length).toBeLessThan(70);
});

test("no group takes the place of a member of the client", () => {
  const runtime = readFileSync(join(import.meta.dirname, "../../../packages/runtime/src/client.ts"), "utf8");
  const emitted = readFileSync(join(import.meta.dirname, "../../generate/emit/client.ts"), "utf8");
  const members = [
    ...`${runtime}\n${emitted}`.matchAll(/^[ "`]+(?:async |readonly |get )?([a-z]\w*)(?:\(.*\{|: \w+;$)/gm),
  ].map(([, name]) => name);
  expect(members).toEqual(expect.arrayContaining(["core", "baseUrl", "close", "http", "withOptions"]));
  for (const name of members.filter((each) => each !== "super")) expect(CLIENT_NAMES).toContain(name);
});
