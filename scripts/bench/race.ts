/** What a runner gave, round by round; or why it failed, after which it ran no more. */
export interface Runs<Result> {
  readonly results: readonly Result[];
  readonly failed?: string;
}

/** Rounds in alternating order, so that whatever drifts meets all runners alike. Who is `slow` runs once. */
export async function race<Result>(
  runners: Readonly<Record<string, () => Promise<Result>>>,
  rounds: number,
  slow: (result: Result) => boolean = () => false,
): Promise<Map<string, Runs<Result>>> {
  const names = Object.keys(runners);
  const runs = new Map<string, { results: Result[]; failed?: string }>(names.map((name) => [name, { results: [] }]));
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const own = runs.get(name);
      const [first] = own?.results ?? [];
      const run = runners[name];
      if (own === undefined || run === undefined || own.failed !== undefined) continue;
      if (first !== undefined && slow(first)) continue;
      try {
        own.results.push(await run());
      } catch (error) {
        own.failed = error instanceof Error ? error.message : String(error);
      }
    }
  }
  return runs;
}
