/** What else would differ from run to run; tests hand in their own. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** From 0 to 1, without 1. */
  random(): number;
}

export const systemClock: Clock = { now: () => Date.now(), random: () => Math.random() };
