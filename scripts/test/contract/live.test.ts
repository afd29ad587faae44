import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request as plainRequest } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { issue } from "@vendor-sdks/certificates";
import { startMock, type Mock, type RecordedRequest } from "@vendor-sdks/mock-server";
import { expect, onTestFinished, test } from "vitest";
import { root } from "../../bin.ts";
import { type LiveOptions, runLive } from "../../contract/live.ts";
import { objectAt, own, type JsonObject } from "../../generate/load/json.ts";
import { servicesOf } from "../../generate/specs.ts";

interface Appliance {
  readonly mock: Mock;
  readonly target: string;
  /** File with its certificate. */
  readonly ca: string;
  readonly folder: string;
}

/** A mock behind TLS, with a certificate that it has signed itself, and indiscreet. */
async function appliance(service: string): Promise<Appliance> {
  const folder = mkdtempSync(join(tmpdir(), "live-"));
  const mock = await startMock(join(root, "packages", service, "openapi.json"), { stateful: true });
  const { key, cert } = issue({ name: "appliance", hosts: ["127.0.0.1"] });
  const front = createServer({ key, cert }, (request, response) => {
    const { method, headers, url = "/" } = request;
    const onward = plainRequest(mock.origin + url, { method, headers }, (answer) => {
      // It says again what it is told, where reports show it.
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, server: Object.values(headers).join(" ") });
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    front.closeAllConnections();
    front.close();
    await mock.close();
    rmSync(folder, { recursive: true });
  });
  const ca = join(folder, "appliance.pem");
  writeFileSync(ca, cert);
  return { mock, target: `https://127.0.0.1:${(front.address() as AddressInfo).port}`, ca, folder };
}

function documentOf(service: string): JsonObject {
  return JSON.parse(readFileSync(join(root, "packages", service, "openapi.json"), "utf8")) as JsonObject;
}

/** A visit takes as long as a service has operations; the two with the fewest do for what every visit does. */
const [SMALL = "", OTHER = ""] = servicesOf(root).toSorted((a, b) => operationsIn(a) - operationsIn(b));

function operationsIn(service: string): number {
  return Object.values(objectAt(documentOf(service), "paths")).flatMap((item) => Object.keys(item as object)).length;
}

/** Variables for the first kind of credentials, and the words in them that may be said nowhere. */
function credentialsFor(service: string): { environment: Record<string, string>; canaries: string[] } {
  const kinds = Object.values(objectAt(documentOf(service), "x-sdk-credentials"));
  const isWord = (field: unknown): boolean => own(field, "const") === undefined;
  const signsIn = (each: unknown): boolean =>
    own(each, "login") !== undefined && Object.values(objectAt(each, "fields")).every(isWord);
  const kind = kinds.find(signsIn) ?? kinds[0];
  const upper = (text: string): string => text.replaceAll(/([a-z])([A-Z])|-/g, "$1_$2").toUpperCase();
  const environment: Record<string, string> = {};
  const canaries: string[] = [];
  for (const [field, how] of Object.entries(objectAt(kind, "fields"))) {
    if (own(how, "optional") === true) continue;
    const value = `canary-${field}-4f1c9a`;
    environment[`${upper(service)}_${upper(field)}`] = value;
    if (own(how, "secret") !== false) canaries.push(value, Buffer.from(value).toString("base64"));
  }
  return { environment, canaries };
}

/** All that a request says, a name with its password as they are. */
function wordsOf({ headers, body, url }: RecordedRequest): string {
  const basic = /^Basic (.*)$/.exec(headers["authorization"] ?? "")?.[1] ?? "";
  return [JSON.stringify(headers), Buffer.from(basic, "base64").toString(), body, url].join("\n");
}

const OPTIONS = { allowWrites: false, drastic: [], ca: undefined, insecure: false, json: false };

interface Visited {
  readonly said: string;
  readonly code: number;
}

async function visit(
  { target, folder }: Appliance,
  vendor: string,
  environment: Record<string, string>,
  options: Partial<LiveOptions>,
): Promise<Visited> {
  let said = "";
  const stdout = { write: (text: string) => (said += text) };
  const code = await runLive({ ...OPTIONS, target, vendor, ...options }, { environment, stdout, reports: folder });
  return { said, code };
}

test.each([SMALL, OTHER])(
  "a visit to %s trusts what it is told to, reads only, and tells no secret",
  async (service) => {
    const there = await appliance(service);
    const { environment, canaries } = credentialsFor(service);
    const { said, code } = await visit(there, service, environment, { ca: there.ca });
    expect([0, 1]).toContain(code);

    const sent = there.mock.requests.map(wordsOf).join("\n");
    expect(canaries.some((canary) => sent.includes(canary))).toBe(true);
    const ofSignIn = [...JSON.stringify(documentOf(service)["x-sdk-credentials"]).matchAll(/"operationId":"(\w+)"/g)];
    const allowed = new Set(ofSignIn.map(([, id]) => id));
    const written = there.mock.requests.filter(({ method }) => !["GET", "HEAD", "OPTIONS"].includes(method));
    expect(written.filter(({ operation }) => !allowed.has(operation))).toEqual([]);

    const files = readdirSync(there.folder, { recursive: true, encoding: "utf8" }).filter((file) =>
      /\.(md|json)$/.test(file),
    );
    expect(files.sort()).toEqual([`contract-live/${service}.json`, "drift.json", "drift.md"]);
    const texts = [said, ...files.map((file) => readFileSync(join(there.folder, file), "utf8"))].join("\n");
    for (const canary of canaries) expect(texts).not.toContain(canary);
    const recordings = JSON.parse(
      readFileSync(join(there.folder, `contract-live/${service}.json`), "utf8"),
    ) as object[];
    expect(recordings.length).toBe(there.mock.requests.length);
  },
);

test("a certificate that nobody vouches for ends the visit, unless any is taken", async () => {
  const there = await appliance(SMALL);
  const { environment } = credentialsFor(SMALL);
  await expect(visit(there, SMALL, environment, {})).rejects.toThrow(/certificate|TLS/i);
  expect(there.mock.requests).toEqual([]);
  expect([0, 1]).toContain((await visit(there, SMALL, environment, { insecure: true })).code);
});

test("credentials that the environment does not have are named", async () => {
  const there = await appliance(SMALL);
  const [variable = ""] = Object.keys(credentialsFor(SMALL).environment);
  await expect(visit(there, SMALL, {}, { ca: there.ca })).rejects.toThrow(variable);
});
