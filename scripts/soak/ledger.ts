interface Entry {
  readonly repeatable: boolean;
  settled: number;
  /** Requests that came for it. */
  arrived: number;
  /** Of those, the ones that were answered with 401. */
  refused: number;
  /** And those that were sent elsewhere, which is no answer yet. */
  redirected: number;
}

/** Keeps account of every call: how often it settled, and how often the server saw it. */
export class Ledger {
  readonly #entries = new Map<number, Entry>();
  readonly violations: string[] = [];

  begin(id: number, repeatable: boolean): void {
    this.#entries.set(id, { repeatable, settled: 0, arrived: 0, refused: 0, redirected: 0 });
  }

  settle(id: number): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) this.violations.push(`call ${id} settled after its account was closed`);
    else entry.settled += 1;
  }

  /** How many requests of this call came before. */
  arrive(id: number): number {
    const entry = this.#entries.get(id);
    if (entry === undefined) {
      this.violations.push(`call ${id} was sent after it had settled`);
      return 0;
    }
    entry.arrived += 1;
    return entry.arrived - 1;
  }

  refuse(id: number): void {
    const entry = this.#entries.get(id);
    if (entry !== undefined) entry.refused += 1;
  }

  redirect(id: number): void {
    const entry = this.#entries.get(id);
    if (entry !== undefined) entry.redirected += 1;
  }

  note(id: number, what: string): void {
    this.violations.push(`call ${id} ${what}`);
  }

  /** Closes all accounts. To be done when no call is under way. */
  close(): void {
    for (const [id, { repeatable, settled, arrived, refused, redirected }] of this.#entries) {
      if (settled !== 1) this.violations.push(`call ${id} settled ${settled} times`);
      // The replay after a 401 repeats what did nothing.
      if (!repeatable && arrived > 1 + Math.min(refused, 1) + redirected) {
        this.violations.push(
          `call ${id} must not be repeated, but came ${arrived} times (${refused} refused, ${redirected} redirected)`,
        );
      }
    }
    this.#entries.clear();
  }
}
