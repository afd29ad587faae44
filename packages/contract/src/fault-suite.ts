import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readComplete } from "./complete.ts";
import { Bench, type Workshop } from "./faults/bench.ts";
import { Canaries } from "./faults/canaries.ts";
import { generatedIn, type ClientClass } from "./faults/clients.ts";
import { factsOf } from "./faults/facts.ts";
import { reasonAgainst, type Fault } from "./faults/fault.ts";
import { Outcomes, textOfReport, writeText } from "./faults/report.ts";
import { themes } from "./faults/table.ts";
import type { AnyGuard } from "./suite/suite.ts";

export interface FaultSuiteOptions {
  /** The package's folder, with a slash at the end. */
  readonly folder: URL;
  /** The package's client class. */
  readonly client: ClientClass;
  /** The package's guard for its errors. */
  readonly isApiError: AnyGuard;
}

const LONGEST_ROW = 10_000;

/**
 * Runs the table of faults with a package's client against servers that fail: every row either holds, or is ruled out by
 * the package's spec. After each row nothing may be left, and no secret may have been said.
 */
export function faultSuite({ folder, client, isApiError }: FaultSuiteOptions): void {
  const { spec, cases } = readComplete(folder);
  const report = new URL("reports/faults.json", folder);
  // A run that breaks off must not leave the report of an earlier one behind.
  rmSync(report, { force: true });
  const facts = factsOf(spec, cases);
  const canaries = new Canaries();
  const outcomes = new Outcomes(Object.values(themes).flatMap((rows) => rows.map(({ name }) => name)));
  let workshop: Workshop | undefined;

  const run = async ({ name, run: act }: Fault): Promise<void> => {
    if (workshop === undefined) throw new Error("The workshop is not up yet");
    outcomes.set(name, { outcome: "failed" });
    const bench = new Bench(workshop);
    let problems: readonly string[] = [];
    try {
      await act(bench);
    } finally {
      problems = await bench.end();
      expect.soft(problems).toEqual([]);
    }
    if (problems.length === 0) outcomes.set(name, { outcome: "passed" });
  };

  beforeAll(async () => {
    workshop = { facts, client, isApiError, canaries, generated: await generatedIn(folder) };
  });
  afterAll(() => {
    const text = textOfReport(outcomes.report(cases.service));
    expect(canaries.in(text), "the report holds a secret").toEqual([]);
    writeText(report, text);
    expect(outcomes.empty, "rows without a result").toEqual([]);
  });

  for (const [theme, rows] of Object.entries(themes)) {
    const concerning: Fault[] = [];
    for (const row of rows) {
      const reason = reasonAgainst(row, facts);
      if (reason === undefined) concerning.push(row);
      else outcomes.set(row.name, { outcome: "not applicable", reason });
    }
    if (concerning.length === 0) continue;
    describe(theme, () => {
      for (const row of concerning) test(row.name, async () => run(row), LONGEST_ROW);
    });
  }
}
