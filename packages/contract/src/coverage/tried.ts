import type { Cell } from "./cell.ts";

/** Who has looked at an exchange. */
export interface Judgement {
  readonly by: "Prism" | "own check";
  /** Why it was not Prism. */
  readonly why?: string;
}

/** What a test of a cell says of itself; without a judgement, that it came to an end. */
export interface Trial {
  readonly cell: Cell;
  readonly example: string;
  readonly judgement?: Judgement;
}

export interface Tried extends Trial {
  readonly state: "passed" | "failed" | "skipped";
}

declare module "vitest" {
  export interface TaskMeta {
    trial?: Trial;
  }
}
