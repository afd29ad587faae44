/** The first line in which what a block printed differs from what the page says; a line with an ellipsis stands for any lines. */
export function firstDifference(
  shown: string,
  printed: string,
): { readonly index: number; readonly wanted: string | undefined; readonly found: string | undefined } | undefined {
  const wanted = shown.trimEnd().split("\n");
  const found = printed.trimEnd().split("\n");
  const gap = wanted.indexOf("…");
  const head = gap < 0 ? wanted.length : gap;
  for (let index = 0; index < head; index++) {
    if (wanted[index] !== found[index]) return { index, wanted: wanted[index], found: found[index] };
  }
  if (gap < 0) {
    return found.length === head ? undefined : { index: head, wanted: undefined, found: found[head] };
  }
  const tail = wanted.slice(gap + 1);
  const start = found.length - tail.length;
  const wrong = tail.findIndex((line, index) => start + index < gap || line !== found[start + index]);
  return wrong < 0 ? undefined : { index: gap + 1 + wrong, wanted: tail[wrong], found: found[start + wrong] };
}
