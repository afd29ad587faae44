import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runRehearsal } from "../../release/command.ts";
import { once, type Row, Unavailable } from "../../release/rows/row.ts";
import { folderWith } from "../support/folder.ts";
import { createSink } from "../support/sink.ts";

const GOOD: Row = { consumer: "shop", check: "files", run: () => Promise.resolve("3 files") };
const BAD: Row = {
  consumer: "compiler",
  check: "nodenext",
  run: () => Promise.reject(new Error("src/a.ts(1,1): error TS2322: Type 'x'.\nand more")),
};
const GONE: Row = {
  consumer: "browser",
  check: "runs",
  run: () => Promise.reject(new Unavailable("there is no browser")),
};

async function run(argv: readonly string[], rows: readonly Row[]) {
  const root = folderWith({});
  const sink = createSink();
  const code = await runRehearsal(argv, root, { rows, versions: () => ({ "@x/shop": "1.2.3" }) }, sink);
  const report = (name: string): string => readFileSync(join(root, "reports", name), "utf8");
  return { code, ...sink.said(), report };
}

test("a rehearsal in which every row passes ends with 0, and leaves its table", async () => {
  const { code, out, report } = await run([], [GOOD]);
  expect(code).toBe(0);
  expect(out).toContain("✓ shop:files  3 files");
  expect(JSON.parse(report("release.json"))).toMatchObject({
    versions: { "@x/shop": "1.2.3" },
    outcomes: [{ row: "shop:files", verdict: "passed", detail: "3 files" }],
  });
  expect(report("release.md")).toContain("| shop:files | ✓ | 3 files |");
});

test("a row that fails fails the rehearsal, with all that was said and how to see it again; the others run all the same", async () => {
  const { code, out, err, report } = await run([], [BAD, GOOD]);
  expect(code).toBe(1);
  expect(out).toContain("error TS2322: Type 'x'.\n    and more");
  expect(out).toContain("✓ shop:files");
  expect(err).toBe("again: pnpm release:rehearse --only compiler:nodenext\n");
  expect(report("release.md")).toContain("Again: `pnpm release:rehearse --only compiler:nodenext`");
});

describe("what a machine cannot do", () => {
  test("is named with its reason, and does not fail the rehearsal", async () => {
    const { code, out, report } = await run([], [GONE, GOOD]);
    expect(code).toBe(0);
    expect(out).toContain("not to be had: browser:runs: there is no browser\n1 passed, 0 failed, 1 not to be had");
    expect(report("release.md")).toContain("| browser:runs | – | there is no browser |");
  });

  test("fails it where nothing may be left out", async () => {
    const { code, err } = await run(["--strict"], [GONE, GOOD]);
    expect(code).toBe(1);
    expect(err).toContain("again: pnpm release:rehearse --only browser:runs");
  });
});

test.each([["shop"], ["shop:files"]])("one row runs alone by %s", async (only) => {
  const { code, out } = await run(["--only", only], [GOOD, BAD]);
  expect(code).toBe(0);
  expect(out).not.toContain("compiler");
});

test("a row that is not there is refused before anything runs, beside those that are", async () => {
  const { code, err } = await run(["--only", "shop:flies"], [BAD, GOOD]);
  expect(code).toBe(2);
  expect(err).toBe("There is no row shop:flies. There are:\n  compiler:nodenext\n  shop:files\n");
});

test("the rows can be listed without running one", async () => {
  expect(await run(["--list"], [BAD, GOOD])).toMatchObject({ code: 0, out: "  compiler:nodenext\n  shop:files\n" });
});

test("an option that is not known is refused with the usage", async () => {
  const { code, err } = await run(["--fast"], [GOOD]);
  expect(code).toBe(2);
  expect(err).toContain("--strict");
});

test("a stage that several rows need is made once, and its failure is the failure of each", async () => {
  let made = 0;
  const stage = once(() => {
    made += 1;
    return Promise.reject(new Error("the build failed"));
  });
  const rows = ["a", "b"].map((check) => ({ consumer: "shop", check, run: stage }));
  const { code, out } = await run([], rows);
  expect({ code, made }).toEqual({ code: 1, made: 1 });
  expect(out.match(/the build failed/g)).toHaveLength(2);
});
