import { startMock } from "@vendor-sdks/mock-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EXCHANGE_HEADER, startRecorder, type Recorder } from "../src/mocks/recorder.ts";
import { shareMock, type SharedMock } from "../src/mocks/shared-mock.ts";

const mock = await startMock({
  openapi: "3.1.0",
  info: { title: "Things", version: "1" },
  paths: { "/things": { post: { responses: { 204: { description: "done" } } } } },
});
let recorder: Recorder;
beforeAll(async () => void (recorder = await startRecorder(mock.requests)));
afterAll(async () => {
  await recorder.close();
  await mock.close();
});

function share(): SharedMock {
  const { origin, baseUrl, basePath } = mock;
  return shareMock({ origin, baseUrl, basePath, recorder: recorder.url });
}

async function send({ baseUrl, exchange }: SharedMock, body: string | Uint8Array<ArrayBuffer>): Promise<void> {
  const headers = { [EXCHANGE_HEADER]: exchange(), "content-type": "text/plain" };
  await fetch(`${baseUrl}/things`, { method: "POST", headers, body });
}

test("files that share a mock see their own requests alone", async () => {
  const [one, other] = [share(), share()];
  await send(one, "1");
  await send(other, "2");
  await send(one, "3");
  const bodies = (await one.requests()).map(({ body }) => body);
  expect(bodies).toEqual(["1", "3"]);
  expect(await other.requests()).toMatchObject([{ body: "2", path: "/things", method: "POST" }]);
});

test("a request comes as it was sent, without what says whose it is", async () => {
  const shared = share();
  await send(shared, new Uint8Array([0, 255, 128]));
  const [request] = await shared.requests();
  expect(request?.headers).toMatchObject({ "content-type": "text/plain" });
  expect(request?.headers).not.toHaveProperty(EXCHANGE_HEADER);
  expect(Buffer.from(request?.bytes ?? []).toString("hex")).toBe("00ff80");
});

test("what came before the list was cleared is not in it, even if it arrives later", async () => {
  const shared = share();
  await send(shared, "before");
  const late = {
    ...shared,
    exchange: (
      (id) => () =>
        id
    )(shared.exchange()),
  };
  shared.clear();
  expect(await shared.requests()).toEqual([]);
  await send(shared, "after");
  await send(late, "late");
  expect(await shared.requests()).toMatchObject([{ body: "after" }]);
});
