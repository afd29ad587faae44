import { statefulMock } from "@vendor-sdks/contract";
import { expect, it } from "vitest";
import { UserSessionManagementClient } from "../../src/index.ts";

it("lists the sessions of a user until they are ended", async () => {
  const { baseUrl } = await statefulMock(new URL("../../openapi.json", import.meta.url));
  const client = new UserSessionManagementClient({
    baseUrl,
    credentials: { apiToken: "example" },
    retry: { limit: 0 },
  });
  const { userSessions } = client;
  const before = await userSessions.getUserSessions();
  const userId = before[0]?.userId ?? "";
  expect(await userSessions.getUserSessions({ userId })).toEqual(before.filter((each) => each.userId === userId));
  await userSessions.removeUserSession({ userId });
  expect(await userSessions.getUserSessions()).toEqual(before.filter((each) => each.userId !== userId));
  expect(await userSessions.removeUserSession({ userId }).result()).toMatchObject({ status: 404 });
});
