import { statefulMock } from "@vendor-sdks/contract";
import { expect, it, onTestFinished } from "vitest";
import { CohesityClient, isApiError } from "../../src/index.ts";

async function start(): Promise<CohesityClient> {
  const { baseUrl } = await statefulMock(new URL("../../openapi.json", import.meta.url));
  const client = new CohesityClient({ baseUrl, credentials: { apiKey: "example-api-key" }, retry: { limit: 0 } });
  onTestFinished(() => client.close());
  return client;
}

const statusOf = async (call: PromiseLike<unknown>): Promise<number | undefined> => {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (isApiError(error)) return error.status;
    throw error;
  }
};

it("knows a user from the time when it is added until it is deleted", async () => {
  const { users } = await start();
  const ops = { username: "night", domain: "LOCAL", roles: ["COHESITY_VIEWER"] };
  const auditor = { username: "auditor", domain: "ad.example.com", restricted: true };
  const added = await users.createUsers({ body: [ops, auditor] });
  const [sid = "", other = ""] = (added.users ?? []).map((user) => user?.sid ?? "");
  expect(added.users).toMatchObject([ops, auditor]);
  expect((await users.getUsers()).users).toMatchObject([{ sid }, { sid: other }]);
  expect((await users.getUsers({ usernames: ["night"] })).users).toMatchObject([{ sid }]);
  expect(await users.updateUser({ sid, body: { description: "Days, too" } })).toMatchObject({ ...ops, sid });
  expect(await users.getUserBySid({ sid })).toMatchObject({ description: "Days, too", username: "night" });
  await users.deleteUser({ sid });
  expect(await statusOf(users.getUserBySid({ sid }))).toBe(404);
  expect(await statusOf(users.deleteUser({ sid }))).toBe(404);
  await users.deleteUsers({ body: { sids: [other] } });
  expect((await users.getUsers()).users).toEqual([]);
});

it("knows a group from the time when it is added until it is deleted", async () => {
  const { groups } = await start();
  const operators = { name: "operators", domain: "LOCAL", description: "Whoever runs jobs" };
  const { groups: added } = await groups.createGroup({ body: [operators, { name: "others", domain: "LOCAL" }] });
  const [sid = "", other = ""] = (added ?? []).map((group) => group?.sid ?? "");
  expect(await groups.getGroupBySid({ sid })).toMatchObject(operators);
  expect(await groups.updateGroup({ sid, body: { roles: ["COHESITY_VIEWER"] } })).toMatchObject(operators);
  expect((await groups.getGroups({ roles: ["COHESITY_VIEWER"] })).groups).toMatchObject([{ sid }]);
  await groups.deleteGroups({ body: { sids: [sid] } });
  expect(await statusOf(groups.getGroupBySid({ sid }))).toBe(404);
  await groups.deleteGroup({ sid: other });
  expect((await groups.getGroups()).groups).toEqual([]);
});

it("shows an API key proper when it is made alone, and has a key belong to its user", async () => {
  const { apiKeys } = await start();
  const made = await apiKeys.createUserApiKey({ userSid: "S-1-7", body: { name: "nightly" } });
  const key = { userSid: "S-1-7", id: made.id ?? "" };
  expect(made).toMatchObject({ ...key, name: "nightly", apiKey: expect.stringMatching(/\d$/) as string });
  expect(await apiKeys.getUserApiKeyById(key)).toMatchObject({ ...key, name: "nightly" });
  expect(await apiKeys.getUserApiKeyById(key)).not.toHaveProperty("apiKey");
  expect(await statusOf(apiKeys.getUserApiKeyById({ ...key, userSid: "S-1-8" }))).toBe(404);
  await apiKeys.updateUserApiKeyById({ ...key, body: { name: "nightly", isActive: false } });
  expect((await apiKeys.getUserApiKeys({ userSid: "S-1-7" })).apiKeys).toMatchObject([{ isActive: false }]);
  expect((await apiKeys.getAllApiKeys()).apiKeys).toHaveLength(1);
  await apiKeys.deleteUserApiKeyById(key);
  expect(await statusOf(apiKeys.getUserApiKeyById(key))).toBe(404);
  expect((await apiKeys.getUserApiKeys({ userSid: "S-1-7" })).apiKeys).toEqual([]);
});
