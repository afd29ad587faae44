import type { Edit } from "./sample.ts";

export interface Case {
  readonly name: string;
  readonly spec?: Edit;
  readonly evidence?: Edit;
  /** The message up to its places. */
  readonly says: string;
  /** Texts that begin where the two places point to. */
  readonly at: readonly [spec: string, evidence: string];
}
