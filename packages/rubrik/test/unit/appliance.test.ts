import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { checkAppliance, type DriftReport, readComplete } from "@vendor-sdks/contract/live";
import { expect, onTestFinished, test } from "vitest";
import { RubrikClient, type RubrikClientOptions } from "../../src/index.ts";

// A cluster by hand: what it answers was taken from the descriptions of the API, not from the document or anything made of it.

const BASIC = `Basic ${Buffer.from("ops:canary-password").toString("base64")}`;
const ACCOUNT = { serviceAccountId: "User:::1", secret: "canary-secret" };

interface Answer {
  readonly status: number;
  readonly body?: object;
  readonly text?: string;
}

const refused = (status: number, message: string): Answer => {
  return { status, body: { errorType: "user_error", message, cause: null } };
};

function usual(what: string, authorization: string | undefined, body: string): Answer {
  switch (what) {
    case "POST /api/v1/session":
      if (authorization !== BASIC) return refused(422, "The password is wrong");
      return { status: 200, body: { id: "5", organizationId: "", token: "canary-token", userId: "7" } };
    case "POST /api/v1/service_account/session":
      if (!body.includes(`"${ACCOUNT.secret}"`)) return refused(422, "The account is not known");
      return {
        status: 200,
        body: { sessionId: "canary-session", token: "canary-token", expirationTime: "2030-01-02T12:00:00.000Z" },
      };
    case "DELETE /api/v1/session/me":
    case "DELETE /api/v1/session/canary-session":
      return authorization === "Bearer canary-token" ? { status: 204 } : refused(401, "No session");
    default:
      return refused(404, "There is nothing");
  }
}

async function visit(
  credentials: object,
  plant: (what: string, answer: Answer) => Answer = (_, answer) => answer,
): Promise<DriftReport> {
  const server = createServer((request, response) => {
    void textOf(request).then((sent) => {
      const what = `${request.method ?? ""} ${request.url ?? ""}`;
      const { status, body, text } = plant(what, usual(what, request.headers.authorization, sent));
      const type = text === undefined ? "application/json" : "text/plain";
      response.writeHead(status, body === undefined && text === undefined ? {} : { "content-type": type });
      response.end(text ?? (body && JSON.stringify(body)));
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return await checkAppliance({
    ...readComplete(new URL("../../", import.meta.url)),
    client: (options) => new RubrikClient(options as RubrikClientOptions),
    target: `http://127.0.0.1:${port}`,
    credentials,
    place: () => ({ file: "specs/rubrik/openapi.yaml", line: 1, column: 1 }),
  });
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += String(chunk);
  return text;
}

const user = { username: "ops", password: "canary-password" };

test.each([
  ["a user", user],
  ["a service account", ACCOUNT],
])("a cluster that does as the spec says has no drift for %s", async (_, credentials) => {
  const { findings, recordings } = await visit(credentials);
  expect(findings).toEqual([]);
  expect(recordings.map(({ response }) => response.status)).toEqual([200, 204]);
});

test.each([
  ["signing in answers 202", "POST", { status: 202, body: {} }, "undeclared-status"],
  ["a token is missing", "POST", { status: 200, body: { id: "5" } }, "missing-field"],
  ["an id is a number", "POST", { status: 200, body: { id: 5, token: "canary-token" } }, "wrong-type"],
  [
    "signing in says 200 and that it failed",
    "POST",
    { status: 200, body: { errorType: "x", message: "no" } },
    "error-in-success",
  ],
  ["a refusal is in another envelope", "POST", { status: 403, body: { error: { text: "no" } } }, "error-envelope"],
  ["a refusal that has to be JSON is a text", "POST", { status: 403, text: "no" }, "undeclared-media-type"],
  ["a refusal has no body", "POST", { status: 422 }, "empty-body"],
  ["signing out answers 200", "DELETE", { status: 200, body: {} }, "undeclared-status"],
])("where %s, it is found, and no secret told", async (_, method, answer: Answer, kind) => {
  const report = await visit(user, (what, given) => (what.startsWith(method) ? answer : given));
  expect(report.findings.filter(({ drift }) => drift).map((each) => each.kind)).toEqual([kind]);
  expect(JSON.stringify(report)).not.toContain("canary");
});
