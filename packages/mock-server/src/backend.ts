/** A running Prism, wherever it runs. */
export interface Backend {
  /** Where Prism listens; waits while it is being started again. Rejects with a reason that people can read when there is none. */
  address(): Promise<URL>;
  /** Why the connection to that address broke, for people to read. */
  explain(address: URL, error: Error): Promise<string>;
  close(): Promise<void>;
}
