import { request } from "node:http";
import { expect, test } from "vitest";
import { startMock, startProxy } from "../src/index.ts";
import { collectReports, document, json, parse, send, serve, use } from "./helpers.ts";

const spec = document({ "/slow/{id}": { get: { operationId: "getSlow", responses: { 200: json({}) } } } });

test("a request that Prism does not answer in time is answered 504 with operation and cause", async () => {
  const upstream = await serve(() => undefined);
  const reports = collectReports();
  const mock = await use(startProxy(spec, upstream, { requestTimeout: 50, onReport: reports.onReport }));
  const answer = await send(mock.origin, "/slow/1");
  expect(answer.status).toBe(504);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  const detail = "GET /slow/{id} (getSlow): Prism did not answer within 50 ms";
  expect(parse(answer)).toMatchObject({
    type: "urn:mock-server:timeout",
    operation: "GET /slow/{id} (getSlow)",
    detail,
  });
  expect(reports.all).toEqual([{ kind: "timeout", message: detail }]);
});

test("a request that the client does not finish in time is answered 408", async () => {
  const mock = await use(startMock(spec, { requestTimeout: 50, onReport: () => undefined }));
  const { hostname, port } = new URL(mock.origin);
  const status = await new Promise((resolve, reject) => {
    const outgoing = request({
      hostname,
      port,
      path: "/slow/1",
      method: "POST",
      headers: { "content-length": 9 },
      agent: false,
    });
    outgoing.once("response", (response) => resolve(response.resume().statusCode));
    outgoing.once("error", reject);
    outgoing.write("half");
  });
  expect(status).toBe(408);
});
