import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { count } from "../../src/coverage/count.ts";
import { excuse, formatProblem, idleSkips, LEDGER, readLedger, type Ledger } from "../../src/coverage/ledger.ts";
import { cellsOf, sample } from "./sample.ts";

const TODAY = "2027-01-15";
const cells = cellsOf(sample({ 200: { content: { "application/json": { example: [] } } }, 404: {} }));

function ledger(text: string): Ledger {
  const file = join(mkdtempSync(join(tmpdir(), "ledger-")), "skips.yaml");
  writeFileSync(file, text);
  return readLedger(file, TODAY);
}

/** The problems of a ledger without the file's name. */
function problemsIn(text: string): string[] {
  return ledger(text).problems.map((problem) => formatProblem(problem).replace(/^.*skips\.yaml:/, ""));
}

test("an entry excuses the red cells that fit all it says, until its last day is over", () => {
  const entry = `skips:
  - package: sample
    operation: list
    status: 404
    route: proxy
    reason: the proxy is being replaced
    until: ${TODAY}
`;
  const states = excuse(ledger(entry), "sample", count(cells, [])).map(({ status, route, state, why }) => [
    status,
    route,
    state,
    why,
  ]);
  expect(states).toEqual([
    ["200", "mock", "missing", 'no test of "example"'],
    ["200", "proxy", "missing", 'no test of "example"'],
    ["404", "mock", "missing", "no test"],
    ["404", "proxy", "excused", `the proxy is being replaced (until ${TODAY})`],
  ]);
  expect(excuse(ledger(entry), "other", count(cells, [])).every(({ state }) => state === "missing")).toBe(true);
});

test("an entry that has lapsed excuses nothing, and is told where it stands", () => {
  const text = `skips:
  - operation: list
    reason: later
    until: 2027-01-14
`;
  expect(problemsIn(text)).toEqual(["4:5 the entry has lapsed on 2027-01-14: have the cells tested, and take it out"]);
  expect(excuse(ledger(text), "sample", count(cells, [])).some(({ state }) => state === "excused")).toBe(false);
});

test.each([
  [
    "no reason",
    "skips:\n  - operation: list\n    until: 2027-02-01\n",
    '2:5 the entry has no reason: write "reason: …"',
  ],
  [
    "an empty reason",
    'skips:\n  - reason: " "\n    until: 2027-02-01\n',
    '2:5 the entry has no reason: write "reason: …"',
  ],
  ["no date", "skips:\n  - reason: later\n", '2:5 the entry has no date: write "until: 2027-01-31", its last day'],
  [
    "no date that there is",
    "skips:\n  - reason: later\n    until: 2027-02-31\n",
    '3:5 the entry has no date: write "until: 2027-01-31", its last day',
  ],
  [
    "another word",
    "skips:\n  - kind: token\n    reason: later\n    until: 2027-02-01\n",
    '2:5 "kind" is no part of a cell: it has package, operation, status, mediaType, credentials, route',
  ],
  [
    "a list for a text",
    "skips:\n  - status: [404]\n    reason: later\n    until: 2027-02-01\n",
    '2:5 "status" has to be a text',
  ],
  ["no list", "skips: none\n", '1:1 write the entries as a list under "skips", or "skips: []" where there are none'],
  ["a list elsewhere", "skips: []\nothers: []\n", '2:1 "others" means nothing here: entries stand under "skips"'],
])("a ledger with %s is refused where it stands", (_, text, problem) => {
  expect(problemsIn(text)).toEqual([problem]);
  expect(ledger(text).skips).toEqual([]);
});

test("an entry that no cell fits is told where it stands", () => {
  const text = `skips:
  - operation: gone
    reason: later
    until: 2027-02-01
  - credentials: key
    reason: later
    until: 2027-02-01
`;
  const all = cells.map((cell) => ["sample", cell] as const);
  expect(idleSkips(ledger(text), all)).toMatchObject([
    { place: { line: 2, column: 5 }, message: "no cell fits the entry: correct it, or take it out" },
  ]);
});

test("the ledger that is committed is empty", () => {
  expect(readLedger(LEDGER, TODAY)).toEqual({ skips: [], problems: [] });
});
