import type { Output } from "../generate/output.ts";
import { runFaults } from "./execute.ts";
import type { Block } from "./blocks.ts";
import { copyFaults } from "./copies.ts";
import type { Examples } from "./pages.ts";
import { programsOf } from "./program.ts";
import { typeFaults } from "./type-check.ts";

/** Type-checks and runs examples, and holds what they print to what their pages say. Gives the exit code. */
export async function checkExamples({ blocks, documents }: Examples, { stdout, stderr }: Output): Promise<number> {
  const programs = programsOf(blocks);
  const run = programs.filter(({ noRun }) => noRun === undefined);
  const [types, behaviour] = [typeFaults(programs), await runFaults(run, documents)];
  const faults = [...copyFaults(blocks), ...idleFaults(blocks), ...types, ...behaviour];
  const pages = new Set(blocks.map(({ file }) => file)).size;
  const idle = blocks.filter(({ noRun }) => noRun !== undefined);
  const shown = blocks.filter(({ prints, noRun }) => prints !== undefined && noRun === undefined).length;
  stdout.write(
    `${blocks.length} examples of ${pages} files were type-checked, ${blocks.length - idle.length} run, what ${shown} print compared\n`,
  );
  if (idle.length > 0) stdout.write(`${idle.length} not run:\n`);
  for (const { file, line, noRun } of idle) stdout.write(`  ${file}:${line - 1} ${noRun}\n`);
  if (faults.length === 0) return 0;
  stderr.write(`${faults.join("\n")}\n${faults.length} wrong: mend the page, or the spec that it is made from\n`);
  return 1;
}

/** Reference pages are made so that all of their examples run. */
function idleFaults(blocks: readonly Block[]): string[] {
  return blocks
    .filter(({ file, noRun }) => noRun !== undefined && /^packages\/[^/]+\/(?:docs|src\/generated)\//.test(file))
    .map(({ file, line }) => `${file}:${line - 1} is an example of the reference that is not run`);
}
