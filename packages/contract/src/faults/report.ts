import { mkdirSync, writeFileSync } from "node:fs";

/** What came of a row. */
export type Outcome =
  { readonly outcome: "passed" | "failed" } | { readonly outcome: "not applicable"; readonly reason: string };

export interface FaultReport {
  readonly service: string;
  /** By the row's sentence, in the order of the table; null where the row was not run. */
  readonly faults: Readonly<Record<string, Outcome | null>>;
}

export class Outcomes {
  readonly #outcomes: Map<string, Outcome | null>;

  constructor(names: readonly string[]) {
    this.#outcomes = new Map(names.map((name) => [name, null]));
    if (this.#outcomes.size < names.length) throw new Error("Two rows of the table have the same name");
  }

  set(name: string, outcome: Outcome): void {
    this.#outcomes.set(name, outcome);
  }

  get empty(): string[] {
    return [...this.#outcomes].filter(([, outcome]) => outcome === null).map(([name]) => name);
  }

  report(service: string): FaultReport {
    return { service, faults: Object.fromEntries(this.#outcomes) };
  }
}

export function textOfReport(report: FaultReport): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

export function writeText(file: URL, text: string): void {
  mkdirSync(new URL("./", file), { recursive: true });
  writeFileSync(file, text);
}
