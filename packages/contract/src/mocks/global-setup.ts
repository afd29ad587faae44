import { pathToFileURL } from "node:url";
import type { TestProject } from "vitest/node";
import { readComplete } from "../complete.ts";
import { textOf } from "../coverage/cell.ts";
import { count, isRed } from "../coverage/count.ts";
import { excuse, readLedger } from "../coverage/ledger.ts";
import { matrixOf } from "../coverage/matrix.ts";
import { forgetPart, WHOLE, writePart, type Shard } from "../coverage/part.ts";
import type { Tried } from "../coverage/tried.ts";
import { startMocks } from "./start.ts";
import { isPartial, triedIn } from "./tried-in.ts";

/** Starts the servers for all contract tests of a package, and counts afterwards what the tests have covered. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = pathToFileURL(`${project.config.root}/`);
  const shard = project.vitest.config.shard ?? WHOLE;
  forgetPart(new URL("reports/contract/", folder), shard);
  const mocks = await startMocks(new URL("openapi.json", folder));
  project.provide("mock", mocks.mock);
  project.provide("proxy", mocks.proxy);
  return async () => {
    await mocks.close();
    if (mocks.faults.length > 0) throw new Error(`The mock has failed:\n  ${mocks.faults.join("\n  ")}`);
    const modules = project.vitest.state.getTestModules().filter((module) => module.project === project);
    if (await isPartial(project, modules)) {
      process.stderr.write("Not all tests of the contract were run, so what they cover was not counted.\n");
    } else {
      countCells(folder, shard, triedIn(modules));
    }
  };
}

/** Leaves what was tried for the report. What a shard leaves open, another may have covered. */
function countCells(folder: URL, shard: Shard, tried: readonly Tried[]): void {
  const { spec, plans, cases, files, wrongExamples } = readComplete(folder);
  const { cells, beyondReach } = matrixOf(spec, plans);
  writePart(files.parts, { shard, wrongExamples, beyondReach, tried });
  if (shard.count > 1) return;
  const red = excuse(readLedger(), cases.service, count(cells, tried)).filter(isRed);
  if (red.length === 0) return;
  const lines = red.map((cell) => `${textOf(cell)}: ${cell.why ?? cell.state}`);
  throw new Error(
    `${red.length} of ${cells.length} cells that the spec makes are not covered:\n  ${lines.join("\n  ")}`,
  );
}
