import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ContractReport } from "../../contract/report.ts";
import { tell } from "../../contract/tell.ts";
import type { Environment } from "../../run/github.ts";
import { folderWith } from "../support/folder.ts";
import { cell, own, problem, red, report } from "./sample.ts";

function told(
  given: ContractReport,
  environment: (root: string) => Environment = () => ({}),
): Record<"stdout" | "stderr" | "root", string> & { code: number } {
  const root = folderWith({});
  const said = { stdout: "", stderr: "" };
  const output = {
    stdout: { write: (text: string) => (said.stdout += text) },
    stderr: { write: (text: string) => (said.stderr += text) },
  };
  return { code: tell(given, root, output, environment(root)), root, ...said };
}

test("where every cell is covered, the report says so, and for how many Prism did not judge", () => {
  const { code, stdout, stderr, root } = told(report([cell(), own]));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain(
    "Every cell is covered, none skipped: 1 vendors, 1 operations, 2 cells; for 1 of them a check of our own stood in for Prism\n",
  );
  expect(readdirSync(join(root, "reports"))).toEqual([
    "contract-coverage.html",
    "contract-coverage.json",
    "contract-coverage.md",
  ]);
});

test("a red cell fails the build, and is told with its place in the spec", () => {
  const { code, stdout, stderr } = told(report([cell(), red], [problem]));
  expect(code).toBe(1);
  expect(stderr).toBe(`specs/sample/openapi.yaml:12:9 ${problem.message}\n`);
  expect(stdout).not.toContain("Every cell");
  expect(stdout).not.toContain("::error");
});

test("on GitHub the report is in the job's summary, and red cells are beside their lines", () => {
  const environment = (root: string): Environment => ({
    GITHUB_ACTIONS: "true",
    GITHUB_STEP_SUMMARY: join(root, "summary.md"),
  });
  const { stdout, root } = told(report([cell(), red], [problem]), environment);
  expect(stdout).toContain("::error file=specs/sample/openapi.yaml,line=12,col=9,");
  expect(readFileSync(join(root, "summary.md"), "utf8")).toBe(
    readFileSync(join(root, "reports/contract-coverage.md"), "utf8"),
  );
});
