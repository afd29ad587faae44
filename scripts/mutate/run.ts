import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packed, type Trial } from "./batch.ts";
import {
  expectIdleMutantAlive,
  generatedOf,
  ORDER,
  readCells,
  runtimeTests,
  testsOf,
  type Cells,
  type Project,
} from "./cells.ts";
import { readEquivalents, withoutEquivalents } from "./equivalent.ts";
import { usesIn, type Uses } from "./functions.ts";
import { inLanes } from "./lanes.ts";
import { chosen, mutantsOf, type Mutant } from "./mutants.ts";
import { forClients, forRuntime } from "./operators/index.ts";
import { sourcesBelow, type Source } from "./source.ts";
import { survivor, touching, tried, type Verdict } from "./verdict.ts";

export interface Plan {
  readonly root: string;
  readonly vendors: readonly string[];
  readonly projects: readonly Project[];
  /** Whether the tests that the runtime has by itself count as well. */
  readonly ownTests: boolean;
  /** What the names of test files begin with. */
  readonly files?: string | undefined;
  /** How many mutants of emitted clients, and how many of the runtime. */
  readonly clients: number;
  readonly runtime: number;
  readonly lanes: number;
  readonly only: (mutant: Mutant) => boolean;
  readonly say: (line: string) => void;
}

export interface Result {
  readonly verdicts: readonly Verdict[];
  /** Mutants of the runtime in code that no cell runs. */
  readonly untouched: number;
}

/** First all tests unchanged, then each mutant against the cells that it touches. */
export async function mutate(plan: Plan): Promise<Result> {
  const { root, vendors, projects, ownTests, files, lanes, say } = plan;
  const runtime = sourcesBelow(root, "packages/runtime/src");
  const clients = vendors.map((vendor) => sourcesBelow(root, generatedOf(vendor).slice(0, -1)));
  const restore = keptReports(plan);
  try {
    const cells: Cells[] = [];
    const suites = vendors.flatMap((vendor, index) =>
      projects.map((project) => ({
        of: testsOf(vendor, project, files),
        shared: "/service.ts",
        sources: clients[index],
      })),
    );
    if (ownTests) suites.push({ of: runtimeTests, shared: "/core.ts", sources: runtime });
    await inLanes(lanes, suites, async (run, { of, shared, sources = [] }) => {
      const found = await readCells(run, of);
      cells.push(found);
      const idle = sources.find(({ path }) => path.endsWith(shared));
      if (idle === undefined) throw new Error(`${of.folder} has no ${shared} to try a change on that changes nothing`);
      await expectIdleMutantAlive(run, found, idle);
      say(
        `${of.folder}: ${found.tests.length} tests "${of.project}" pass, and a mutant that changes nothing survives them`,
      );
    });
    const { queue, untouched } = queueOf(plan, runtime, clients, cells);
    say(`${queue.length} mutants`);
    const verdicts = await judged(queue, plan);
    return {
      verdicts: verdicts.toSorted((a, b) => placeOrder(a.mutant).localeCompare(placeOrder(b.mutant))),
      untouched,
    };
  } finally {
    restore();
  }
}

/** Each round tries the next cells of all mutants that nothing has noticed so far. */
async function judged(queue: readonly Piece[], { lanes, say }: Plan): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  let left = queue;
  for (let round = 0; left.length > 0; round++) {
    const trials = left.flatMap(({ mutant, cells }): Trial[] => {
      const next = cells[round];
      return next === undefined ? [] : [{ mutant, cells: next }];
    });
    const batches = packed(trials);
    say(`Round ${round + 1}: ${trials.length} mutants in ${batches.length} runs`);
    await inLanes(lanes, batches, async (run, batch) => {
      verdicts.push(...(await tried(run, batch)));
      say(`  ${verdicts.length} of ${queue.length} judged`);
    });
    const done = new Set(verdicts.map(({ mutant }) => mutant));
    const silent = left.filter(({ mutant }) => !done.has(mutant));
    left = silent.filter(({ cells }) => cells.length > round + 1);
    for (const { mutant, cells } of silent) {
      if (cells.length > round + 1) continue;
      verdicts.push(survivor(mutant, cells));
      say(`  ${mutant.source.path}:${mutant.line} ${mutant.operator.name}: nothing noticed it`);
    }
  }
  return verdicts;
}

function placeOrder({ source, change }: Mutant): string {
  return `${source.path} ${String(change.from).padStart(9, "0")}`;
}

interface Piece {
  readonly mutant: Mutant;
  readonly cells: readonly Cells[];
}

function queueOf(
  { clients: clientCount, runtime: runtimeCount, only, root, vendors }: Plan,
  runtime: readonly Source[],
  clients: readonly (readonly Source[])[],
  cells: readonly Cells[],
): { readonly queue: Piece[]; readonly untouched: number } {
  const all = [...mutantsOf(clients.flat(), forClients), ...mutantsOf(runtime, forRuntime)];
  const equivalents = readEquivalents(root, [...vendors, "runtime"]);
  const known = new Set(withoutEquivalents(all, equivalents).filter(only));
  const everything = usesIn([...runtime, ...clients.flat()]);
  const pieceOf = (mutant: Mutant, uses: Uses): Piece => ({ mutant, cells: inOrder(touching(mutant, uses, cells)) });
  const isOfRuntime = ({ source }: Mutant): boolean => source.path.startsWith("packages/runtime/");
  const ofRuntime = [...known].filter(isOfRuntime).map((mutant) => pieceOf(mutant, everything));
  const touched = new Map(ofRuntime.filter((each) => each.cells.length > 0).map((each) => [each.mutant, each]));
  const ofClients = chosen(
    [...known].filter((mutant) => !isOfRuntime(mutant)),
    clientCount,
  );
  return {
    queue: [
      ...ofClients.map((mutant) => pieceOf(mutant, usesFor(mutant, clients))),
      ...chosen([...touched.keys()], runtimeCount).flatMap((mutant) => touched.get(mutant) ?? []),
    ],
    untouched: ofRuntime.length - touched.size,
  };
}

/** The same names stand in several packages; what is in one, only that one uses. */
function usesFor({ source }: Mutant, clients: readonly (readonly Source[])[]): Uses {
  const own = clients.find((sources) => sources.includes(source)) ?? [];
  let uses = known.get(own);
  if (uses === undefined) known.set(own, (uses = usesIn(own)));
  return uses;
}

const known = new WeakMap<readonly Source[], Uses>();

/** What a contract speaks of is its tests' to notice; of the rest, what has little to run is first. */
function inOrder(cells: readonly Cells[]): Cells[] {
  const place = ({ of }: Cells): number => ORDER.indexOf(of.project);
  return cells.toSorted((a, b) => place(a) - place(b) || a.tests.length - b.tests.length);
}

/** The suites write reports of their own, which are not to tell of mutants. */
function keptReports({ root, vendors }: Plan): () => void {
  const files = vendors.flatMap((vendor) =>
    ["contract", "faults"].map((name) => join(root, "packages", vendor, "reports", `${name}.json`)),
  );
  const texts = files.map((file) => (existsSync(file) ? readFileSync(file, "utf8") : undefined));
  return () => {
    for (const [index, file] of files.entries()) {
      const text = texts[index];
      if (text === undefined) rmSync(file, { force: true });
      else writeFileSync(file, text);
    }
  };
}
