import { expect, it } from "vitest";
import { changedFiles, packed } from "../../mutate/batch.ts";
import type { Cells } from "../../mutate/cells.ts";
import { withoutEquivalents } from "../../mutate/equivalent.ts";
import { probed, usesIn } from "../../mutate/functions.ts";
import { chosen, mutantsOf, subjectOf } from "../../mutate/mutants.ts";
import { forClients, forRuntime } from "../../mutate/operators/index.ts";
import { jsonOf, markdownOf, scoreOf, textOf } from "../../mutate/report.ts";
import { sourceOf } from "../../mutate/source.ts";
import type { Verdict } from "../../mutate/verdict.ts";

const operations = sourceOf(
  "packages/things/src/generated/operations/things.ts",
  `const getThingOperation: Operation = { id: "getThing", method: "GET", path: "/things/{id}", responses: { 200: "application/json" } };
export function getThing(core: Core, args: object, options?: object) {
  return call(core, getThingOperation, args, options);
}
export const other = () => 1;
`,
);
const mutants = mutantsOf([operations], forClients);
const [one, two, three] = mutants;

it("takes mutants of all operators and files in turn, the same ones each time", () => {
  const ids = (count: number): string[] => chosen(mutants, count).map(({ id }) => id);
  expect(ids(4)).toEqual(ids(4));
  expect(ids(5).slice(0, 4)).toEqual(ids(4));
  expect(new Set(chosen(mutants, 5).map(({ operator }) => operator.name)).size).toBe(5);
  expect(ids(10_000).toSorted()).toEqual(mutants.map(({ id }) => id).toSorted());
});

it("keeps a mutant's id where lines move", () => {
  const moved = mutantsOf([sourceOf(operations.path, `// more\n\n${operations.text}`)], forClients);
  expect(moved.map(({ id }) => id)).toEqual(mutants.map(({ id }) => id));
});

it("knows the operation that a mutant is of, and the functions that use it", () => {
  if (one === undefined) throw new Error("There are no mutants");
  expect(subjectOf(one)).toBe("getThing");
  const uses = usesIn([operations]);
  expect([...uses.functionsAt(operations, one.change.from)]).toEqual([
    `${operations.path}:${operations.text.indexOf("{\n")}`,
  ]);
  const inOther = operations.text.indexOf("=> 1") + 3;
  expect([...uses.functionsAt(operations, inOther)]).toEqual([`${operations.path}:${inOther}`]);
});

it("has functions say that they run, whatever their bodies are", async () => {
  const source = sourceOf(
    "a.js",
    "const a = () => ({ b: 1 }); function c() { return a(); } class D { e = () => c(); } export const f = () => new D().e();",
  );
  const touched = new Set<string>();
  Object.assign(globalThis, { __touched: touched });
  const { f } = (await import(`data:text/javascript,${encodeURIComponent(probed(source))}`)) as {
    readonly f: () => object;
  };
  expect(touched.size).toBe(0);
  expect(f()).toEqual({ b: 1 });
  expect(touched.size).toBe(4);
});

it("leaves equivalents out, and refuses those that are no more, or without a reason", () => {
  if (one === undefined) throw new Error("There are no mutants");
  const entry = {
    operator: one.operator.name,
    path: one.source.path,
    code: one.code,
    was: one.was,
    reason: "It is the same.",
  };
  expect(withoutEquivalents(mutants, [entry])).toHaveLength(mutants.length - 1);
  expect(() => withoutEquivalents(mutants, [{ ...entry, was: "gone" }])).toThrow("no mutant is like any more");
  expect(() => withoutEquivalents(mutants, [{ ...entry, reason: "" }])).toThrow("no reason");
});

it("tells the score, and of survivors which cell should have caught them", () => {
  if (one === undefined || two === undefined || three === undefined) throw new Error("There are no mutants");
  const cell = { folder: "packages/things", project: "contract", test: "getThing > sends what the spec says" };
  const verdicts: Verdict[] = [
    { mutant: one, outcome: "killed", by: cell, error: "expected GET" },
    { mutant: two, outcome: "survived", cells: [cell, cell] },
    { mutant: three, outcome: "invalid", error: "does not load" },
  ];
  expect(scoreOf(verdicts)).toEqual({
    mutants: 2,
    killed: 1,
    byContract: 1,
    byRuntime: 0,
    survived: 1,
    invalid: 1,
    score: 0.5,
  });
  for (const text of [textOf(verdicts, 7), markdownOf(verdicts, 7)]) {
    expect(text).toContain("1 of 2 mutants killed (50.0 %)");
    expect(text).toContain("(getThing)");
    expect(text).toContain("packages/things, contract: getThing > sends what the spec says, and 1 more");
  }
  expect(jsonOf(verdicts, 7)).toMatchObject({
    score: 0.5,
    untouched: 7,
    mutants: [{ outcome: "killed" }, { cells: [cell, cell] }, {}],
  });
});

it("finds something to break in code by hand", () => {
  expect(mutantsOf([operations], forRuntime).length).toBeGreaterThan(0);
});

it("puts mutants into one run that no test touches together, and that change different places", () => {
  const of = { folder: "packages/things", project: "contract", mutated: [] };
  const cellsOf = (...ids: string[]): Cells => ({
    of,
    milliseconds: 1,
    tests: ids.map((id) => ({ file: "a", id, name: id, state: "passed", error: undefined, touched: [], mutants: [] })),
  });
  const elsewhere = mutants.find(({ change }) => one !== undefined && change.from > one.change.to);
  if (one === undefined || elsewhere === undefined) throw new Error("There are no mutants");
  const trials = [
    { mutant: one, cells: cellsOf("1", "2") },
    { mutant: elsewhere, cells: cellsOf("3") },
    { mutant: elsewhere, cells: cellsOf("2", "4", "5") },
    { mutant: one, cells: cellsOf("6", "7", "8", "9") },
  ];
  expect(packed(trials).map((batch) => batch.map(({ cells }) => cells.tests.map(({ id }) => id).join("")))).toEqual([
    ["3", "12"],
    ["245", "6789"],
  ]);
  const [file] = changedFiles([one, elsewhere]);
  expect(file?.mutants).toEqual([one.id, elsewhere.id]);
  expect(file?.code).toContain(one.change.text);
  expect(file?.code).toContain(elsewhere.change.text);
});
