import { NO_CONTENT, textOf } from "./cell.ts";
import type { MatrixCell } from "./matrix.ts";
import type { Tried } from "./tried.ts";

export type CellState =
  /** Every example was answered, and Prism has judged each exchange. */
  | "covered"
  /** The same, but a check of our own stood in for Prism. */
  | "own check"
  /** The ledger of skips has it. */
  | "excused"
  | "failed"
  | "skipped"
  | "missing";

export interface CellResult extends MatrixCell {
  readonly state: CellState;
  /** What stood in the way, or why it was not Prism that judged. */
  readonly why?: string;
}

export function isRed({ state }: Pick<CellResult, "state">): boolean {
  return state === "failed" || state === "skipped" || state === "missing";
}

/** Holds what was tried against what the spec makes. */
export function count(cells: readonly MatrixCell[], tried: readonly Tried[]): CellResult[] {
  const byCell = new Map<string, Tried[]>();
  for (const each of tried) {
    const key = textOf(each.cell);
    byCell.set(key, [...(byCell.get(key) ?? []), each]);
  }
  return cells.map((cell) => ({ ...cell, ...stateOf(cell, byCell.get(textOf(cell)) ?? []) }));
}

type State = Pick<CellResult, "state" | "why">;

function stateOf({ examples, mediaType }: MatrixCell, tried: readonly Tried[]): State {
  if (examples.length === 0) return { state: "missing", why: "the spec has no example of it, and none could be made" };
  const states = examples.map((example) => {
    const what = mediaType === NO_CONTENT ? "" : ` of "${example}"`;
    return stateOfExample(
      what,
      tried.filter((each) => each.example === example),
    );
  });
  for (const wanted of ["failed", "skipped", "missing", "own check"] as const) {
    const found = states.find(({ state }) => state === wanted);
    if (found !== undefined) return found;
  }
  return { state: "covered" };
}

function stateOfExample(what: string, tried: readonly Tried[]): State {
  if (tried.length === 0) return { state: "missing", why: `no test${what}` };
  const has = (state: Tried["state"]): boolean => tried.some((each) => each.state === state);
  if (has("failed")) return { state: "failed", why: `the test${what} failed` };
  if (has("skipped"))
    return { state: "skipped", why: `the test${what} was skipped, and the ledger says nothing of it` };
  const judgements = tried.flatMap(({ judgement }) => judgement ?? []);
  if (judgements.length < tried.length) {
    return { state: "failed", why: `the test${what} does not say who judged the exchange` };
  }
  const own = judgements.find(({ by }) => by === "own check");
  return own === undefined ? { state: "covered" } : { state: "own check", why: own.why ?? "" };
}
