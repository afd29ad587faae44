import { statefulMock } from "@vendor-sdks/contract";
import { expect, it, onTestFinished } from "vitest";
import { CohesityClient } from "../../src/index.ts";

async function start(): Promise<CohesityClient> {
  const { baseUrl } = await statefulMock(new URL("../../openapi.json", import.meta.url));
  return clientFor(baseUrl, "example-api-key");
}

function clientFor(baseUrl: string, apiKey: string): CohesityClient {
  const client = new CohesityClient({ baseUrl, credentials: { apiKey }, retry: { limit: 0 } });
  onTestFinished(() => client.close());
  return client;
}

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
  expect(await users.getUserBySid({ sid }).result()).toMatchObject({ status: 404 });
  expect(await users.deleteUser({ sid }).result()).toMatchObject({ status: 404 });
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
  expect(await groups.getGroupBySid({ sid }).result()).toMatchObject({ status: 404 });
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
  expect(await apiKeys.getUserApiKeyById({ ...key, userSid: "S-1-8" }).result()).toMatchObject({ status: 404 });
  await apiKeys.updateUserApiKeyById({ ...key, body: { name: "nightly", isActive: false } });
  expect((await apiKeys.getUserApiKeys({ userSid: "S-1-7" })).apiKeys).toMatchObject([{ isActive: false }]);
  expect((await apiKeys.getAllApiKeys()).apiKeys).toHaveLength(1);
  await apiKeys.deleteUserApiKeyById(key);
  expect(await apiKeys.getUserApiKeyById(key).result()).toMatchObject({ status: 404 });
  expect((await apiKeys.getUserApiKeys({ userSid: "S-1-7" })).apiKeys).toEqual([]);
});

it("refuses a user and a group that are there already, and adds none of the others then", async () => {
  const { users, groups } = await start();
  await users.createUsers({ body: [{ username: "night", domain: "LOCAL" }] });
  const both = [
    { username: "day", domain: "LOCAL" },
    { username: "night", domain: "LOCAL" },
  ];
  expect(await users.createUsers({ body: both }).result()).toMatchObject({ status: 409 });
  expect((await users.getUsers()).users).toHaveLength(1);
  await users.createUsers({ body: [{ username: "night", domain: "ad.example.com" }] });
  await groups.createGroup({ body: [{ name: "operators", domain: "LOCAL" }] });
  expect(await groups.createGroup({ body: [{ name: "operators", domain: "LOCAL" }] }).result()).toMatchObject({
    status: 409,
  });
});

it("lists API keys by their ids, owners and state", async () => {
  const { apiKeys } = await start();
  const first = await apiKeys.createUserApiKey({ userSid: "S-1-7", body: { name: "nightly" } });
  const second = await apiKeys.createUserApiKey({ userSid: "S-1-8", body: { name: "daily", isActive: false } });
  const idsOf = async (filter: Parameters<typeof apiKeys.getAllApiKeys>[0]): Promise<unknown[]> =>
    ((await apiKeys.getAllApiKeys(filter)).apiKeys ?? []).map((key) => key?.id);
  expect(await idsOf({})).toEqual([first.id, second.id]);
  expect(await idsOf({ ids: [second.id ?? ""] })).toEqual([second.id]);
  expect(await idsOf({ ownerSids: ["S-1-7"] })).toEqual([first.id]);
  expect(await idsOf({ isActive: true })).toEqual([first.id]);
});

it("lets an API key in until it is deleted", async () => {
  const { apiKeys, baseUrl } = await start();
  const { id = "", apiKey } = await apiKeys.createUserApiKey({ userSid: "S-1-7", body: { name: "nightly" } });
  const nightly = clientFor(baseUrl, apiKey ?? "");
  expect((await nightly.users.getUsers()).users).toEqual([]);
  await apiKeys.deleteUserApiKeyById({ userSid: "S-1-7", id: id ?? "" });
  expect(await nightly.users.getUsers().result()).toMatchObject({ status: 401 });
});
