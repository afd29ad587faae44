/** Items of both sides that belong together, and those that stand alone. */
export interface Matched<Item> {
  readonly pairs: readonly (readonly [spec: Item, evidence: Item])[];
  /** Found by what they are, not by their key: they were renamed or moved. */
  readonly moved: readonly (readonly [spec: Item, evidence: Item])[];
  readonly specOnly: readonly Item[];
  readonly evidenceOnly: readonly Item[];
}

/**
 * Pairs by key first. Of what is left, two items that fit each other and nothing else are one item under two keys,
 * so that a renamed parameter is told as one difference and not as two.
 */
export function match<Item>(
  spec: Iterable<Item>,
  evidence: Iterable<Item>,
  keyOf: (item: Item) => string,
  alike: (spec: Item, evidence: Item) => boolean,
): Matched<Item> {
  const witnessed = new Map([...evidence].map((item) => [keyOf(item), item]));
  const pairs: [Item, Item][] = [];
  const unpaired: Item[] = [];
  for (const item of spec) {
    const other = witnessed.get(keyOf(item));
    if (other === undefined) unpaired.push(item);
    else {
      pairs.push([item, other]);
      witnessed.delete(keyOf(item));
    }
  }
  const left = [...witnessed.values()];
  const moved: [Item, Item][] = [];
  for (const item of unpaired) {
    const candidates = left.filter((other) => alike(item, other));
    const [other] = candidates;
    const rivals = unpaired.filter((rival) => other !== undefined && alike(rival, other));
    if (other !== undefined && candidates.length === 1 && rivals.length === 1) moved.push([item, other]);
  }
  return {
    pairs,
    moved,
    specOnly: unpaired.filter((item) => !moved.some(([first]) => first === item)),
    evidenceOnly: left.filter((item) => !moved.some(([, second]) => second === item)),
  };
}
