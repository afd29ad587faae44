import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Output } from "../generate/output.ts";
import { type Row, chosenRows, list, type Outcome, runRow } from "./rows/row.ts";
import { RERUN, summary, tellOutcome, writeReport } from "./rows/report.ts";

const USAGE = `pnpm release:rehearse   does what a release does, up to a registry of its own, and uses what lies there

  --only ROW    one row or all of a consumer, as often as needed
  --list        names the rows, and does nothing
  --strict      counts what this machine cannot do as failed

Everything happens in a copy: nothing here changes. Ends with 1 where a row has failed. Writes reports/release.md and .json.
`;

/** What there is to rehearse; the versions are known once a row has run. */
export interface Rehearsal {
  readonly rows: readonly Row[];
  readonly versions: () => Readonly<Record<string, string>>;
}

/** The command \`pnpm release:rehearse\`; reports go below \`root\`. Gives the exit code. */
export async function runRehearsal(
  argv: readonly string[],
  root: string,
  { rows, versions }: Rehearsal,
  { stdout, stderr }: Output,
): Promise<number> {
  const options = read(argv);
  if (typeof options === "string") return (stderr.write(`${options}\n\n${USAGE}`), 2);
  if (options.help) return (stdout.write(USAGE), 0);
  const chosen = chosenRows(rows, options.only);
  if (typeof chosen === "string") return (stderr.write(chosen), 2);
  if (options.list) return (stdout.write(list(chosen)), 0);

  const outcomes: Outcome[] = [];
  for (const row of chosen) {
    const outcome = await runRow(row);
    outcomes.push(outcome);
    stdout.write(tellOutcome(outcome));
  }
  writeReport(join(root, "reports"), versions(), outcomes);
  stdout.write(`\n${summary(outcomes)}`);
  const counts = options.strict ? ["failed", "unavailable"] : ["failed"];
  const bad = outcomes.filter(({ verdict }) => counts.includes(verdict));
  for (const { row } of bad) stderr.write(`again: ${RERUN} ${row}\n`);
  return bad.length === 0 ? 0 : 1;
}

interface Options {
  readonly only: readonly string[];
  readonly list: boolean;
  readonly strict: boolean;
  readonly help: boolean;
}

function read(argv: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        only: { type: "string", multiple: true, default: [] },
        list: { type: "boolean", default: false },
        strict: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    return values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
