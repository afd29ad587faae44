import { expect, test } from "vitest";
import { formatDrift, markdownOf } from "../../src/live/index.ts";
import { startStandIn, type Plant } from "./inventory/stand-in.ts";
import { visit } from "./visit.ts";

const plant: Plant = ({ what }, answer) =>
  what === "GET /status" ? { ...answer, body: { state: "on | off", load: 0 } } : answer;

test("the report says what, where in the document, what went over the wire, and what to do", async () => {
  const { origin } = await startStandIn({ plant });
  const lines = formatDrift(await visit(origin)).split("\n");
  expect(lines[0]).toMatch(/^inventory at http:\/\/127\.0\.0\.1:\d+\/api: 34 exchanges, 1 drift$/);
  expect(lines[1]).toBe("  ✗ getStatus 200 a value beyond the enumeration: state is none of the values listed");
  expect(lines[2]).toMatch(/openapi\.yaml:\d+:\d+$/);
  expect(lines[3]).toBe('      GET /status → 200 application/json; state = "on | off"');
  expect(lines[4]).toBe("      Add the value to the enumeration.");
});

test("what an appliance says cannot break the table", async () => {
  const { origin } = await startStandIn({ plant });
  expect(markdownOf([await visit(origin)])).toContain(String.raw`state = "on \| off"`);
});
