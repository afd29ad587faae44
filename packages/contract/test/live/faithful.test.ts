import { issue } from "@vendor-sdks/certificates";
import { nodeFetch } from "@vendor-sdks/runtime/node";
import { expect, onTestFinished, test } from "vitest";
import { startStandIn } from "./inventory/stand-in.ts";
import { visit } from "./visit.ts";

test("a faithful appliance has no drift, however it is asked", async () => {
  const { origin } = await startStandIn();
  const report = await visit(origin);
  expect(report.findings).toEqual([]);
  const calls = report.calls.map(({ operation, purpose, status }) => `${operation} ${purpose} ${status}`);
  expect(calls).toEqual([
    "getStatus usual 200",
    "listLabels usual 200",
    "listLabels anonymous 401",
    "listLabels stale 401",
    "listEvents usual 200",
    ...Array<string>(4).fill("listEvents pages 200"),
    "listEvents anonymous 401",
    "listEvents stale 401",
    "listVolumes usual 200",
    ...Array<string>(4).fill("listVolumes pages 200"),
    "listVolumes anonymous 401",
    "listVolumes stale 401",
    "listDevices usual 200",
    ...Array<string>(7).fill("listDevices pages 200"),
    "listDevices anonymous 401",
    "listDevices stale 401",
    "getDevice usual 200",
    "getDevice unknown 404",
    "getDevice anonymous 401",
    "getDevice stale 401",
  ]);
  expect(report.calls.map(({ note }) => note)).toEqual(report.calls.map(() => undefined));
});

test("a list that changes while it is walked through is no drift", async () => {
  let walks = 0;
  const { origin } = await startStandIn({
    plant: ({ what, query }, answer) => {
      if (what !== "GET /events" || query.get("after") !== "after-b") return answer;
      walks += 1;
      return walks > 1 ? answer : { ...answer, body: { events: [{ id: "b" }], links: { next: "after-c" } } };
    },
  });
  expect((await visit(origin)).findings).toEqual([]);
  expect(walks).toBe(2);
});

test("nothing is written unless that is allowed, but for signing in and out", async () => {
  const { origin, asked } = await startStandIn();
  const { skipped } = await visit(origin);
  expect(asked.map(({ what }) => what).filter((what) => !what.startsWith("GET"))).toEqual([
    "POST /sessions",
    "DELETE /sessions",
  ]);
  expect(skipped).toContainEqual({ operation: "addDevice", reason: "it writes: --allow-writes" });
});

test("writing ends only what it made itself, and nothing drastic happens", async () => {
  const { origin, asked } = await startStandIn();
  const { findings, skipped } = await visit(origin, { allowWrites: true });
  expect(findings).toEqual([]);
  const written = asked.map(({ what }) => what).filter((what) => !what.startsWith("GET"));
  expect(written).toEqual(["POST /sessions", "POST /devices", "DELETE /devices/41", "DELETE /sessions"]);
  expect(skipped).toContainEqual({ operation: "removeDevices", reason: "it is drastic: --drastic removeDevices" });
});

test("what is drastic happens when it is named", async () => {
  const { origin, asked } = await startStandIn();
  await visit(origin, { allowWrites: true, drastic: ["removeDevices"] });
  expect(asked.map(({ what }) => what)).toContain("DELETE /devices");
});

test("an appliance with a certificate of its own is visited by a fetch that trusts it", async () => {
  const { key, cert } = issue({ name: "inventory", hosts: ["127.0.0.1"] });
  const { origin } = await startStandIn({ tls: { key, cert } });
  const fetch = nodeFetch({ ca: cert });
  onTestFinished(() => fetch.close());
  expect((await visit(origin, { fetch })).findings).toEqual([]);
});

test("an appliance that is not there is an error, not a report", async () => {
  await expect(visit("http://127.0.0.1:1")).rejects.toMatchObject({ name: expect.stringMatching(/Error/) as string });
});

test("a report says that signing in failed, and why", async () => {
  const { origin } = await startStandIn();
  const { shutOut, skipped } = await visit(origin, { credentials: { user: "ops", password: "wrong-password" } });
  expect(shutOut).toContain("SignInError");
  expect(shutOut).not.toContain("wrong-password");
  expect(skipped).toContainEqual({ operation: "listLabels", reason: "signing in failed" });
});

test("what needs credentials is left alone where there are none", async () => {
  const { origin, asked } = await startStandIn();
  const { skipped } = await visit(origin, { credentials: undefined });
  expect(asked.map(({ what }) => what)).toEqual(["GET /status"]);
  expect(skipped).toContainEqual({ operation: "listLabels", reason: "there are no credentials" });
});
