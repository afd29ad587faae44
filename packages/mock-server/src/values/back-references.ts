/**
 * A pattern in which groups stand again wherever it refers back to them. It matches what the pattern does and more, so texts
 * made for it still have to be held against the pattern.
 */
export function withoutBackReferences(source: string): string {
  const groups = groupsOf(source);
  return source.replace(/\\(?:([1-9]\d*)|.)/gs, (escape, number?: string) =>
    number === undefined ? escape : `(?:${groups[Number(number) - 1] ?? ""})`,
  );
}

/** What stands in each group that captures, in the order in which they open. */
function groupsOf(source: string): string[] {
  const groups: string[] = [];
  const open: { readonly index: number | undefined; readonly start: number }[] = [];
  // Escapes and character classes are passed over as a whole: their parentheses are none.
  for (const { 0: token, index: at } of source.matchAll(
    /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:<[^=!>]*>|[^<]|<[=!]))?|\)/gs,
  )) {
    if (token.startsWith("(")) {
      const captures = token === "(" || /^\(\?<[^=!]/.test(token);
      open.push({ index: captures ? groups.push("") - 1 : undefined, start: at + token.length });
    } else if (token === ")") {
      const { index, start = 0 } = open.pop() ?? {};
      if (index !== undefined) groups[index] = source.slice(start, at);
    }
  }
  return groups;
}
