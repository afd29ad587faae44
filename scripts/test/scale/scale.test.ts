import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runScale } from "../../scale/command.ts";
import type { Cost, Sizes } from "../../scale/growth.ts";
import { type Task, tasksOf } from "../../scale/summary.ts";
import { folderWith } from "../support/folder.ts";
import { createSink } from "../support/sink.ts";

const build = (source: Task["source"]): Task => ({ name: "@acme/shop#build", source, saved: 0 });
const cost = (vendors: number, processes = 1): Cost => ({
  vendors,
  processes,
  seconds: (2 * vendors) / processes,
  cpu: vendors,
  memory: 100 + vendors,
});

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly root: string;
  readonly measured: readonly Sizes[];
}

/** A rehearsal whose second copy got these tasks. */
async function run(second: readonly Task[], ...argv: string[]): Promise<Run> {
  const root = folderWith({ "docs/README.md": "" });
  const sink = createSink();
  const measured: Sizes[] = [];
  const measurements = {
    rehearseCache: () =>
      Promise.resolve({ first: { seconds: 9, tasks: [build("run")] }, second: { seconds: 1, tasks: second } }),
    measureGrowth: (sizes: Sizes) => {
      measured.push(sizes);
      return Promise.resolve({
        tasks: 6,
        generation: sizes.vendors.map((each) => cost(each)),
        contract: [cost(4), cost(4, 2)],
      });
    },
  };
  const code = await runScale(argv, root, measurements, sink);
  return { code, ...sink.said(), root, measured };
}

test("turbo's summary tells where each result came from", () => {
  const task = (taskId: string, cache: object, command = "tsdown"): object => ({ taskId, command, cache });
  const summary = {
    tasks: [
      task("a#build", { status: "HIT", source: "REMOTE", remote: true, local: false, timeSaved: 12 }),
      task("b#build", { status: "HIT", source: "LOCAL", remote: true, local: true, timeSaved: 3 }),
      task("c#build", { status: "MISS", remote: false, local: false, timeSaved: 0 }),
      task("c#transit", { status: "MISS" }, "<NONEXISTENT>"),
    ],
  };
  expect(tasksOf(summary)).toEqual([
    { name: "a#build", source: "remote", saved: 12 },
    { name: "b#build", source: "local", saved: 3 },
    { name: "c#build", source: "run", saved: 0 },
  ]);
});

test("where every task came from the server, the page says what was measured", async () => {
  const { code, out, err, root, measured } = await run([build("remote")], "--vendors", "12");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(measured[0]?.vendors).toEqual([1, 4, 10, 12]);
  expect(out).toContain("1 of 1 tasks came from the server\n");
  const page = readFileSync(join(root, "reports/scale.md"), "utf8");
  expect(page).toContain("2 processes test 4 vendors 2.0 times as fast as one");
  expect(page).toContain(
    "Generating grows by 1.00 s of CPU and 1.0 MB a vendor: 200 vendors take about 200 s and 300 MB.",
  );
  expect(existsSync(join(root, "docs/scale.md"))).toBe(false);
});

test("the page is kept on demand", async () => {
  const { root } = await run([build("remote")], "--update");
  expect(readFileSync(join(root, "docs/scale.md"), "utf8")).toBe(readFileSync(join(root, "reports/scale.md"), "utf8"));
});

test("a task that was run again, or that a disk answered, is named and fails", async () => {
  const { code, err, measured } = await run([build("remote"), build("run"), { ...build("local"), name: "b#build" }]);
  expect(code).toBe(1);
  expect(err).toContain("  @acme/shop#build (run again)\n  b#build (from its own disk)\nto do: ");
  expect(measured).toEqual([]);
});

test("a task that nobody has fails, and so does a number that is none", async () => {
  expect(await run([], "biuld")).toMatchObject({ code: 1, err: "There is no task called biuld\n" });
  expect(await run([build("remote")], "--vendors", "many")).toMatchObject({ code: 2 });
});
