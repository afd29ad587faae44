/** A clock that stands still until it is moved, and chance that says what it is told to. */
export interface StillClock {
  now(): number;
  random(): number;
  set(milliseconds: number): void;
  pass(milliseconds: number): void;
  /** At first 0: pauses that are left to chance take no time. */
  chance: number;
}

// A whole second, since HTTP dates have none of its parts; ahead of the real time, so that nothing agrees by chance.
const START = Date.parse("2031-05-06T07:08:09Z");

export function stillClock(): StillClock {
  let now = START;
  return {
    chance: 0,
    now: () => now,
    random() {
      return this.chance;
    },
    set(milliseconds) {
      now = milliseconds;
    },
    pass(milliseconds) {
      now += milliseconds;
    },
  };
}
