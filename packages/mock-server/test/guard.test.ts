import { expect, test } from "vitest";
import { startMock } from "../src/index.ts";
import { collectReports, document, json, parse, send, use } from "./helpers.ts";

const parameters = [{ name: "unit", in: "query", schema: { enum: ["円", "€"] } }];
const spec = document({ "/prices": { get: { parameters, responses: { 200: json("ok"), 422: json({}) } } } });

test("what makes Prism throw is answered 500 and reported, and the process lives on", async () => {
  const reports = collectReports();
  const mock = await use(startMock(spec, { onReport: reports.onReport }));
  const answer = await send(mock.origin, "/prices", { headers: ["Accept", "garbage"] });
  expect(answer.status).toBe(500);
  expect(parse(answer)["detail"]).toBe("Prism threw on GET /prices: invalid media type");
  expect(reports.all).toEqual([{ kind: "fault", message: "Prism threw on GET /prices: invalid media type" }]);
  expect((await send(mock.origin, "/prices")).status).toBe(200);
});

test("a violation whose text does not fit into a header is escaped, where Prism would crash", async () => {
  const mock = await use(startMock(spec));
  const answer = await send(mock.origin, "/prices?unit=kg");
  expect(answer.status).toBe(422);
  expect(mock.violations(answer)[0]?.message).toContain("allowed values: \\u5186, \\u20ac");
});
