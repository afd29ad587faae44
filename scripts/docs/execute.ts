import { fork } from "node:child_process";
import { join } from "node:path";

import { firstDifference } from "./compare.ts";
import type { Program } from "./program.ts";
import type { Result, Work } from "./run.ts";
import { FOLDER } from "./type-check.ts";

const CHILD = join(import.meta.dirname, "child.ts");
/** A process that has said nothing for so long hangs. */
const SILENCE = 60_000;

/** Runs programs in a few processes at once, and gives what is wrong with each, with its place. */
export async function runFaults(
  programs: readonly Program[],
  documents: Work["documents"],
  processes = 2,
): Promise<string[]> {
  const numbered = programs.map(({ code, file }, id) => ({ id, code, file }));
  const share = Math.ceil(numbered.length / processes);
  const shares = Array.from({ length: processes }, (_, index) => numbered.slice(index * share, (index + 1) * share));
  const results = await Promise.all(
    shares.filter((each) => each.length > 0).map((each) => runShare({ folder: FOLDER, programs: each, documents })),
  );
  const byId = new Map(results.flat().map((result) => [result.id, result]));
  return programs.flatMap((program, id) => faultsOf(program, byId.get(id)));
}

/** An example that ends its process, or hangs, costs no other: the rest goes on in a new one. */
async function runShare(work: Work): Promise<Result[]> {
  const results: Result[] = [];
  let left = work.programs;
  while (left.length > 0) {
    const done = await runChild({ ...work, programs: left });
    results.push(...done);
    const known = new Set(done.map(({ id }) => id));
    left = left.filter(({ id }) => !known.has(id));
    const [culprit] = left;
    if (culprit === undefined || done.some(({ ended }) => ended)) continue;
    results.push({ id: culprit.id, printed: [], ended: true, failure: { line: undefined, message: ENDED } });
    left = left.slice(1);
  }
  return results;
}

const ENDED = "it ends the process, or hangs";

function runChild(work: Work): Promise<Result[]> {
  return new Promise((resolve) => {
    const results: Result[] = [];
    const child = fork(CHILD, { cwd: work.folder, stdio: ["ignore", "ignore", "inherit", "ipc"] });
    const timer = setTimeout(() => child.kill(), SILENCE);
    child.on("message", (result: Result) => {
      results.push(result);
      timer.refresh();
    });
    child.once("exit", () => {
      clearTimeout(timer);
      resolve(results);
    });
    child.send(work);
  });
}

/** Of what walks over pages, the generator does not know what it prints. */
const MADE = /^packages\/[^/]+\/(?:docs|src)\//;

function faultsOf({ file, blocks }: Program, result: Result | undefined): string[] {
  const [first] = blocks;
  if (result === undefined) throw new Error(`${file} was not run`);
  const { printed, failure } = result;
  const faults = blocks.flatMap(({ prints, line }, index) => {
    const said = printed[index];
    if (said === undefined) return [];
    if (prints === undefined) {
      if (said === "" || MADE.test(file)) return [];
      const [first = ""] = said.split("\n");
      return [`${file}:${line} prints ${JSON.stringify(first)} at first, which the page does not show`];
    }
    const difference = firstDifference(prints.text, said);
    if (difference === undefined) return [];
    const { wanted, found } = difference;
    return [
      `${file}:${prints.line + difference.index} prints ${found === undefined ? "nothing more" : JSON.stringify(found)}, the page says ${wanted === undefined ? "nothing more" : JSON.stringify(wanted)}`,
    ];
  });
  if (failure === undefined) return faults;
  const at = failure.line ?? blocks[printed.length]?.line ?? first?.line ?? 1;
  return [...faults, `${file}:${at} fails: ${failure.message}`];
}
