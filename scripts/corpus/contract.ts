import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { root } from "../bin.ts";
import { runNode, type Ended } from "./process.ts";
import type { SpecReport } from "./report.ts";

export interface ContractOutcome extends Ended, Pick<SpecReport, "tests" | "wrongExamples" | "beyondReach"> {}

interface VitestReport {
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

type CoverageReport = Pick<SpecReport, "wrongExamples" | "beyondReach">;

/** Parts of the contract suite, by the name of the test file that has them. */
export const EVERY_PART = ["answers", "proxy", "requests", "sign-in", "canaries", "variants", "properties"] as const;
/** Without those that make up values for every constraint and at random: on thousands of schemas they take hours, and find none for some. */
export const USUAL_PARTS: readonly Part[] = EVERY_PART.slice(0, 4);
export type Part = (typeof EVERY_PART)[number];

/** Runs the contract suite of an emitted package that lies anywhere: its folder and its client are all that the suite asks for. */
export async function runContract(
  folder: string,
  client: string,
  seconds: number,
  parts: readonly Part[],
): Promise<ContractOutcome> {
  const left = USUAL_PARTS.filter((part) => !parts.includes(part));
  writeFileSync(join(folder, CHOSEN), suiteOf(client, parts));
  // It is not run, and by that the run is known to be one of a part: what it covers is not counted.
  if (left.length > 0) writeFileSync(join(folder, "left.test.ts"), suiteOf(client, left));
  writeFileSync(
    join(folder, "vitest.config.ts"),
    `import { contractProject } from "@vendor-sdks/contract/config";

export default contractProject("*.test.ts");
`,
  );
  const vitest = join(root, "packages/contract/node_modules/vitest/vitest.mjs");
  const result = join(folder, "vitest.json");
  const args = ["run", CHOSEN, "--root", folder, "--pool=threads", "--reporter=json", `--outputFile=${result}`];
  const ended = await runNode([vitest, ...args], folder, seconds);
  const report = readJson(result) as VitestReport | undefined;
  const { wrongExamples = [], beyondReach = [] } =
    (readJson(join(folder, "reports/contract/1-of-1.json")) as Partial<CoverageReport> | undefined) ?? {};
  if (report === undefined) return { ...ended, tests: 0, wrongExamples, beyondReach };
  const output = failuresOf(report).join("\n") || ended.output;
  return { ...ended, tests: report.numTotalTests, wrongExamples, beyondReach, output };
}

const CHOSEN = "chosen.test.ts";

function suiteOf(client: string, parts: readonly Part[]): string {
  return `import { contractSuite } from "@vendor-sdks/contract";
import { ${client}, isApiError } from "./src/index.ts";

contractSuite({ folder: new URL("./", import.meta.url), client: ${client}, isApiError }, ${parts.map((part) => JSON.stringify(part)).join(", ")});
`;
}

/** Lets a package that lies anywhere find what it is compiled and tested with: the packages of this repository. */
export function linkPackages(folder: string): void {
  const links = {
    "@vendor-sdks/runtime": "packages/runtime",
    "@vendor-sdks/contract": "packages/contract",
  };
  for (const [name, target] of Object.entries(links)) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, target), link, "junction");
  }
}

/** Undefined if a run broke off before it could write the file. */
function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function failuresOf({ testResults }: VitestReport): string[] {
  return testResults.flatMap(({ message, assertionResults }) => [
    ...(message === "" ? [] : [message]),
    ...assertionResults
      .filter(({ status }) => status !== "passed")
      .map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages[0] ?? "it was not run"}`),
  ]);
}
