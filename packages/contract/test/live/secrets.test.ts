import { expect, test } from "vitest";
import { formatDrift, markdownOf } from "../../src/live/index.ts";
import { PASSWORD, PIN, startStandIn, TOKEN, type Plant } from "./inventory/stand-in.ts";
import { visit } from "./visit.ts";

const SECRETS = [PASSWORD, TOKEN, PIN];
const spelled = SECRETS.flatMap((each) => [each, Buffer.from(each).toString("base64")]);

/** An appliance that says everything it knows wherever it can. */
const chatty: Plant = ({ what }, answer) => {
  const all = `${SECRETS.join(" and ")}, ${Buffer.from(TOKEN).toString("base64")}`;
  const headers = { ...answer.headers, "set-cookie": `session=${TOKEN}`, "x-debug": all, server: `it/${TOKEN}` };
  if (answer.status === 401) return { ...answer, headers, body: { code: 7, message: all, token: TOKEN } };
  if (what === "GET /labels") return { ...answer, headers, body: [{ name: all, secret: TOKEN, [TOKEN]: PIN }] };
  if (what === "GET /status") return { status: 302, headers: { ...headers, location: `/in?token=${TOKEN}` } };
  if (what === "DELETE /sessions") return { status: 200, headers: { "content-type": "text/html" }, body: all };
  if (what === "GET /devices") return { ...answer, headers: { ...headers, "content-type": `text/plain; t=${TOKEN}` } };
  return { ...answer, headers };
};

test("no report and no recording has a secret, wherever the appliance says it", async () => {
  const { origin, asked } = await startStandIn({ plant: chatty });
  const report = await visit(origin);
  expect(asked.some(({ token }) => token === TOKEN)).toBe(true);
  expect(report.drifts).toBeGreaterThan(3);
  const said = [JSON.stringify(report), formatDrift(report), markdownOf([report])].join("\n");
  for (const secret of spelled) expect(said).not.toContain(secret);
});

test("a recording keeps what the document knows, and the shape of the rest", async () => {
  const plant: Plant = ({ what }, answer) =>
    what === "GET /devices/1" && answer.status === 200
      ? { ...answer, body: { ...(answer.body as object), owner: "Jo", tags: ["a"] } }
      : answer;
  const { origin } = await startStandIn({ plant });
  const { recordings } = await visit(origin);
  const device = recordings.find(({ request, response }) => request.target === "/devices/1" && response.status === 200);
  expect(device).toMatchObject({
    operation: "getDevice",
    request: { method: "GET", headers: { "x-token": "[redacted]" } },
    response: { body: { id: 1, kind: "disk", pin: "[redacted]", owner: "[string]", tags: ["[string]"] } },
  });
});

test("what was sent is in the recording as well, and no secret of it", async () => {
  const { origin } = await startStandIn();
  const { recordings } = await visit(origin, { allowWrites: true });
  const sent = recordings.filter(({ request }) => request.method === "POST").map(({ request }) => request.body);
  expect(sent).toEqual([
    { user: "ops", password: "[redacted]" },
    { id: 7, kind: "disk", name: "new" },
  ]);
});

test("what a secret begins with is not shown either where a text is cut", async () => {
  const plant: Plant = ({ what }, answer) =>
    what === "GET /labels" && answer.status === 200
      ? { ...answer, body: [{ name: `${"a".repeat(150)}${TOKEN}` }] }
      : answer;
  const { origin } = await startStandIn({ plant });
  expect(JSON.stringify(await visit(origin))).not.toContain("canary");
});
