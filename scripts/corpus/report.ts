/** What one process has made of one spec. */
export interface GenerateReport {
  readonly seconds: number;
  /** At its most. */
  readonly megabytes: number;
  /** Codes, one for each problem. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** The problems as a reader gets them. */
  readonly diagnostics: string;
  readonly operations: { readonly in: number; readonly out: number };
  /** Name of the client class. */
  readonly client: string;
}

/**
 * `pass`: the package compiles strictly, and its contract suite is green. `refused`: nothing was emitted, for reasons that
 * diagnostics tell. Everything else has failed.
 */
export type Outcome = "pass" | "refused" | "failed";

export type Step = "generate" | "operations" | "types" | "contract";

export interface SpecReport extends Omit<GenerateReport, "seconds" | "client"> {
  readonly file: string;
  readonly outcome: Outcome;
  /** Where it failed, and how. */
  readonly failure?: { readonly step: Step; readonly message: string };
  readonly tests: number;
  /** Examples of the spec that contradict it, in place of which the tests send and get others. */
  readonly wrongExamples: readonly string[];
  /** Answers that the mock cannot give, each with the reason. */
  readonly beyondReach: readonly string[];
  readonly seconds: Readonly<Partial<Record<Step, number>>>;
}
