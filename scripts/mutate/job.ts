import type { ChangedFile } from "./batch.ts";

/** The tests of one kind of one package. */
export interface Tests {
  /** Of the package, from the repository's root. */
  readonly folder: string;
  /** The vitest project: "contract" or "faults" of a vendor's package, "runtime". */
  readonly project: string;
  /** What the names of their files begin with; all files where it says nothing. */
  readonly files?: string | undefined;
  /** Whether each file of tests has a process of its own, as it does where some of them count what is left behind. */
  readonly isolated?: boolean;
  /** Where the code lies that may be mutated. */
  readonly mutated: readonly string[];
}

/** Tests to run, against code as it is or changed. */
export interface Job extends Tests {
  readonly id: string;
  /** Whether each test tells which functions it ran. */
  readonly probe?: boolean;
  readonly changes?: readonly ChangedFile[];
  /** Milliseconds that it may take; a mutant may loop for ever. */
  readonly limit?: number;
  /** Whether the first test that fails ends it. */
  readonly bail?: boolean;
  /** Ids of tests by file; all where it says nothing. */
  readonly tests?: Readonly<Record<string, readonly string[]>>;
}

export interface Outcome {
  readonly file: string;
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly error: string | undefined;
  readonly touched: readonly string[] | undefined;
  /** The mutants that were loaded when the test ran. */
  readonly mutants: readonly string[] | undefined;
}

export interface Ran {
  readonly milliseconds: number;
  readonly outcomes: readonly Outcome[];
  /** Errors of files that could not be loaded. */
  readonly broken: readonly string[];
  readonly unhandled: readonly string[];
}
