import type { Block } from "./blocks.ts";

/** The examples that say which page they are taken from, and stand otherwise there, or not at all. */
export function copyFaults(blocks: readonly Block[]): string[] {
  const byFile = Map.groupBy(blocks, ({ file }) => file);
  return blocks.flatMap(({ file, line, asIn, code, prints }) => {
    if (asIn === undefined) return [];
    const same = byFile.get(asIn)?.some((block) => block.code === code && block.prints?.text === prints?.text);
    return same === true ? [] : [`${file}:${line} is no example of ${asIn}: take it over from there as it is`];
  });
}
