/** What a change is to those who call the API through its package. */
export type ChangeKind = "breaking" | "feature" | "fix" | "docs";

/** One difference between two specs. */
export interface Change {
  readonly kind: ChangeKind;
  /** The operationId; undefined for what concerns the whole package. */
  readonly operation: string | undefined;
  /** What sort of difference it is: a stable name. */
  readonly rule: string;
  /** What has changed, in one sentence. */
  readonly reason: string;
  /** What a caller must do. */
  readonly remedy: string;
  /** JSON pointers into the two documents; undefined on a side where there is nothing. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export const KINDS: readonly ChangeKind[] = ["breaking", "feature", "fix", "docs"];

export const NOTHING = "Nothing.";
