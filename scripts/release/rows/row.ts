/** One thing that is held to be true of a release: who looks, and at what. */
export interface Row {
  /** A package, or what uses packages. */
  readonly consumer: string;
  readonly check: string;
  /** Gives what was seen, in a few words. Throws what is wrong, or `Unavailable`. */
  readonly run: () => Promise<string>;
}

/** What was needed to look is not to be had on this machine. */
export class Unavailable extends Error {}

export type Verdict = "passed" | "failed" | "unavailable";

export interface Outcome {
  readonly row: string;
  readonly verdict: Verdict;
  readonly detail: string;
  readonly seconds: number;
}

function nameOf({ consumer, check }: Pick<Row, "consumer" | "check">): string {
  return `${consumer}:${check}`;
}

/** The rows that are asked for, by consumer or by name; or what is wrong with what was asked. */
export function chosenRows(rows: readonly Row[], only: readonly string[]): readonly Row[] | string {
  const names = new Set(rows.flatMap((row) => [row.consumer, nameOf(row)]));
  const unknown = only.filter((name) => !names.has(name));
  if (unknown.length > 0) return `There is no row ${unknown.join(", ")}. There are:\n${list(rows)}`;
  return only.length === 0 ? rows : rows.filter((row) => only.includes(row.consumer) || only.includes(nameOf(row)));
}

export function list(rows: readonly Row[]): string {
  return rows.map((row) => `  ${nameOf(row)}\n`).join("");
}

export async function runRow(row: Row): Promise<Outcome> {
  const start = performance.now();
  const done = (verdict: Verdict, detail: string): Outcome => ({
    row: nameOf(row),
    verdict,
    detail,
    seconds: Math.round((performance.now() - start) / 100) / 10,
  });
  try {
    return done("passed", await row.run());
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return done(error instanceof Unavailable ? "unavailable" : "failed", detail);
  }
}

/** The same promise for whoever asks: what several rows need is made once, and only if one of them runs. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
