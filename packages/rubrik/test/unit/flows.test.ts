import { statefulMock } from "@vendor-sdks/contract";
import { expect, it } from "vitest";
import { RubrikClient, type Credentials } from "../../src/index.ts";

const document = new URL("../../openapi.json", import.meta.url);
const password: Credentials = { username: "ops", password: "example-password" };
const serviceAccount: Credentials = { serviceAccountId: "User:::0001", secret: "example-secret" };

it("knows a session from the time when it is opened until it is closed", async () => {
  const { baseUrl } = await statefulMock(document);
  const client = new RubrikClient({ baseUrl, credentials: { token: "example-api-token" }, retry: { limit: 0 } });
  const organizationId = "Organization:::0001";
  const first = await client.sessions.createSession({ organization_id: organizationId });
  const second = await client.sessions.createSession();
  expect(first.organizationId).toBe(organizationId);
  expect([second.id, second.token]).not.toEqual([first.id, first.token]);
  const id = first.id ?? "";
  await client.sessions.deleteSession({ id });
  expect(await client.sessions.deleteSession({ id }).result()).toMatchObject({ status: 422 });
  await client.sessions.deleteSession({ id: second.id ?? "" });
});

it.each([password, serviceAccount])("closes the session that the client opened for itself", async (credentials) => {
  const mock = await statefulMock(document);
  const client = new RubrikClient({ baseUrl: mock.baseUrl, credentials, retry: { limit: 0 } });
  await client.signIn();
  const [opened] = mock.requests;
  await client.close();
  expect(mock.requests).toMatchObject([{ operation: opened?.operation }, { operation: "deleteSession" }]);
  const again = new RubrikClient({
    baseUrl: mock.baseUrl,
    credentials: { token: mock.requests[1]?.headers["authorization"]?.replace("Bearer ", "") ?? "" },
    retry: { limit: 0 },
  });
  // Its token is void, so the cluster does not even look for the session.
  expect(await again.sessions.deleteSession({ id: "me" }).result()).toMatchObject({ status: 401 });
});
