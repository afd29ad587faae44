import { statefulMock } from "@vendor-sdks/contract";
import { expect, it, onTestFinished } from "vitest";
import { OpenzitiClient } from "../../src/index.ts";

async function start(): Promise<OpenzitiClient> {
  const { baseUrl } = await statefulMock(new URL("../../openapi.json", import.meta.url));
  return clientFor(baseUrl);
}

function clientFor(baseUrl: string): OpenzitiClient {
  const credentials = { username: "ops.user", password: "example-password" };
  const client = new OpenzitiClient({ baseUrl, credentials, retry: { limit: 0 } });
  onTestFinished(() => client.close());
  return client;
}

it("knows a session from the time when it is created until it is ended", async () => {
  const { sessions } = await start();
  const { data: first } = await sessions.createSession({ body: { serviceId: "service-0007", type: "Bind" } });
  await sessions.createSession({ body: { serviceId: "service-0008" } });
  const id = first?.id ?? "";
  expect(await sessions.detailSession({ id })).toMatchObject({ data: { id, serviceId: "service-0007", type: "Bind" } });
  const page = await sessions.listSessions({ limit: 1, offset: 1 });
  expect(page).toMatchObject({ data: [{ serviceId: "service-0008" }], meta: { pagination: { totalCount: 2 } } });
  const walked: string[] = [];
  for await (const session of sessions.listSessions({ limit: 1 })) walked.push(session.serviceId);
  expect(walked).toEqual(["service-0007", "service-0008"]);
  await sessions.deleteSession({ id });
  expect(await sessions.detailSession({ id }).result()).toMatchObject({ status: 404 });
  expect(await sessions.deleteSession({ id }).result()).toMatchObject({ status: 404 });
});

it("knows an API session until it is signed out, each by its own token", async () => {
  const mine = await start();
  const others = new OpenzitiClient({
    baseUrl: mine.baseUrl,
    credentials: { username: "other", password: "example-password" },
    retry: { limit: 0 },
  });
  const { data: first } = await mine.currentApiSession.getCurrentApiSession();
  const { data: second } = await others.currentApiSession.getCurrentApiSession();
  expect([second?.id, second?.token]).not.toEqual([first?.id, first?.token]);
  // The client forgets its token when it is closed, so the old one is sent by hand.
  const headers = { "zt-session": first?.token ?? "" };
  const stillOpen = async (): Promise<number> =>
    (await fetch(`${mine.baseUrl}/current-api-session`, { headers })).status;
  expect(await stillOpen()).toBe(200);
  await mine.close();
  expect(await stillOpen()).toBe(401);
  expect(await others.currentApiSession.getCurrentApiSession()).toMatchObject({ data: { id: second?.id } });
  await others.close();
});

it("answers the session that exists for a service, and makes another for another use of it", async () => {
  const { sessions } = await start();
  const { data: first } = await sessions.createSession({ body: { serviceId: "service-0007" } });
  const { data: same } = await sessions.createSession({ body: { serviceId: "service-0007", type: "Dial" } });
  const { data: other } = await sessions.createSession({ body: { serviceId: "service-0007", type: "Bind" } });
  expect([same?.id, same?.token]).toEqual([first?.id, first?.token]);
  expect(other?.id).not.toBe(first?.id);
  expect((await sessions.listSessions()).data).toHaveLength(2);
});

it("shows sessions to the API session that they belong to alone", async () => {
  const { sessions, baseUrl } = await start();
  const others = clientFor(baseUrl);
  const { data } = await sessions.createSession({ body: { serviceId: "service-0007" } });
  const id = data?.id ?? "";
  expect((await others.sessions.listSessions()).data).toEqual([]);
  expect(await others.sessions.detailSession({ id }).result()).toMatchObject({ status: 404 });
  expect(await others.sessions.deleteSession({ id }).result()).toMatchObject({ status: 404 });
  expect(await sessions.detailSession({ id }).result()).toMatchObject({ ok: true });
});

it("authenticates nobody any longer by an API session that is over, so that a client signs in anew", async () => {
  const client = await start();
  const { data: first } = await client.currentApiSession.getCurrentApiSession();
  const headers = { "zt-session": first?.token ?? "" };
  await fetch(`${client.baseUrl}/current-api-session`, { method: "DELETE", headers });
  expect((await fetch(`${client.baseUrl}/services`, { headers })).status).toBe(401);
  await client.sessions.listSessions();
  const { data: second } = await client.currentApiSession.getCurrentApiSession();
  expect(second?.token).not.toBe(first?.token);
});
