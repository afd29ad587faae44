import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { root } from "../../bin.ts";
import type { Trial } from "../../mutate/batch.ts";
import { expectIdleMutantAlive, readCells, type Cells } from "../../mutate/cells.ts";
import { usesIn } from "../../mutate/functions.ts";
import { openLane } from "../../mutate/lanes.ts";
import { mutantsOf, type Mutant } from "../../mutate/mutants.ts";
import type { Operator } from "../../mutate/operator.ts";
import { forRuntime } from "../../mutate/operators/index.ts";
import { sourceOf, sourcesBelow } from "../../mutate/source.ts";
import { touching, tried } from "../../mutate/verdict.ts";

const folder = "scripts/test/mutate/tiny";
const of = { folder, project: "cells", mutated: [`${folder}/src/`] };
const sources = sourcesBelow(root, `${folder}/src`);
const [greet] = sources;

/** Puts a text in the place of another. */
function edit(from: string, text: string): Operator {
  return {
    name: `${from} → ${text}`,
    breaks: "a test",
    *find(source) {
      const at = source.text.indexOf(from);
      yield { from: at, to: at + from.length, text };
    },
  };
}

const [hello, tea, plain, broken] = mutantsOf(sources, [
  edit('"Hello"', '"Good day"'),
  edit('"Bye"', '"Tea"'),
  edit("encodeURIComponent", "String"),
  edit("export function leave", "throw new Error('no');\nexport function leave"),
]);

const lane = openLane();
const { run } = lane;
let cells: Cells | undefined;

beforeAll(async () => {
  cells = await readCells(run, of);
});
afterAll(lane.close);

function trialOf(mutant: Mutant | undefined): Trial {
  if (mutant === undefined || cells === undefined) throw new Error("The tiny package is gone, or not green");
  const [touched] = touching(mutant, usesIn(sources), [cells]);
  return { mutant, cells: touched ?? { ...cells, tests: [] } };
}

it("knows which tests run the code of a mutant", () => {
  const names = (mutant: Mutant | undefined): string[] => trialOf(mutant).cells.tests.map(({ name }) => name);
  expect(names(hello)).toEqual(["greets by name", "greets nobody"]);
  expect(names(tea)).toEqual(["leaves"]);
});

it("tries what no function uses against all tests, since they may import it", () => {
  const guard = sourceOf(`${folder}/src/guard.ts`, 'export const isGuest = guardFor("Hello");');
  const [mutant] = mutantsOf([guard], [edit('"Hello"', '"Bye"')]);
  if (mutant === undefined || cells === undefined) throw new Error("The tiny package is gone, or not green");
  const [touched] = touching(mutant, usesIn([guard]), [cells]);
  expect(touched?.tests.map(({ name }) => name)).toEqual(["greets by name", "greets nobody", "leaves"]);
});

it("kills by a test that fails, and keeps mutants apart that share a run", async () => {
  expect(await tried(run, [trialOf(hello), trialOf(tea)])).toMatchObject([
    { mutant: { id: hello?.id }, outcome: "killed", by: { folder, project: "cells", test: "greets by name" } },
  ]);
});

it("lets a change live that no test notices, and one that changes nothing", async () => {
  if (greet === undefined) throw new Error("The tiny package is gone");
  expect(await tried(run, [trialOf(plain)])).toEqual([]);
  if (cells === undefined) throw new Error("The tiny package is not green");
  await expectIdleMutantAlive(run, cells, greet);
});

it("does not count what cannot be loaded, and tries by itself what shared a run with it", async () => {
  expect(await tried(run, [trialOf(broken), trialOf(hello)])).toMatchObject([
    { outcome: "invalid", error: "no" },
    { outcome: "killed" },
  ]);
});

it("judges nothing where the tests are not green to begin with", async () => {
  const code = "export const greet = () => '';\nexport const leave = greet;\n";
  const changes = [{ path: greet?.path ?? "", code, mutants: [] }];
  const red = readCells(async (job) => run({ ...job, probe: false, changes }), of);
  await expect(red).rejects.toThrow("have to be green");
});

it("leaves the files alone", () => {
  const [again] = sourcesBelow(root, `${folder}/src`);
  expect(again?.text).toBe(greet?.text);
  expect(join(root, greet?.path ?? "")).toContain("tiny");
  expect(mutantsOf(sources, forRuntime).length).toBeGreaterThan(3);
});
