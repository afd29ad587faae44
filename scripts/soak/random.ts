/** Numbers from 0 to 1, without 1, that depend on nothing but the seed and the place: not on the order they are asked in. */
export function chanceOf(seed: number, ...place: readonly number[]): number {
  let state = seed | 0;
  for (const each of place) state = mix(state ^ Math.imul(each + 1, 0x9e3779b1));
  return (mix(state) >>> 0) / 2 ** 32;
}

/** The finish of MurmurHash3: each bit of the answer depends on every bit of the question. */
function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** One of the names, by their weights. */
export function pick<Name extends string>(weights: Readonly<Record<Name, number>>, chance: number): Name {
  const names = Object.keys(weights) as Name[];
  const total = names.reduce((sum, name) => sum + weights[name], 0);
  let left = chance * total;
  for (const name of names) {
    left -= weights[name];
    if (left < 0) return name;
  }
  throw new Error("There is nothing to pick from");
}
