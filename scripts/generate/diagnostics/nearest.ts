/** Names are compared letter by letter: of very many, or very long ones, only so much. */
const COMPARED = 2000;
const LETTERS = 100;

/** The candidate that takes the fewest edits from the word; undefined without candidates. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Infinity;
  let left = COMPARED;
  for (const candidate of candidates) {
    if (left-- === 0) break;
    const distance = editDistance(word.slice(0, LETTERS).toLowerCase(), candidate.slice(0, LETTERS).toLowerCase());
    if (distance < fewest) [best, fewest] = [candidate, distance];
  }
  return best;
}

/** `write "x"` if a candidate is so near that it must be meant, else the names there are. */
export function suggest(word: string, candidates: readonly string[], otherwise: string): string {
  const near = nearest(word, candidates);
  if (near === undefined) return otherwise;
  if (isTypo(word.slice(0, LETTERS).toLowerCase(), near.slice(0, LETTERS).toLowerCase())) return `write "${near}"`;
  if (candidates.length > SHOWN) return `write a name that exists, such as "${near}", or ${otherwise}`;
  const shown = candidates.map((name) => `"${name}"`).join(", ");
  return `write ${candidates.length > 1 ? "one of " : ""}${shown}, or ${otherwise}`;
}

/** More names than these are not read. */
const SHOWN = 8;

/** A third of the letters may differ, but not all. */
function isTypo(word: string, name: string): boolean {
  const distance = editDistance(word, name);
  return distance <= Math.ceil(word.length / 3) && distance < word.length;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
