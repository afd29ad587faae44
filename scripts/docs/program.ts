import type { Block } from "./blocks.ts";

/** Blocks that belong together, as one module whose lines are those of their page. */
export interface Program {
  readonly file: string;
  readonly blocks: readonly Block[];
  readonly code: string;
  /** Why it is not run; it is type-checked all the same. */
  readonly noRun: string | undefined;
}

/** What programs call at the end of each block, so that what it printed can be told from what the next one prints. */
export const BLOCK_END = "__blockEnd";

/**
 * The programs of a page. A block that imports or exports, or that has a comment before it, begins one; any other goes on with the one
 * before it, knows its names and may use them for something else. What is not run stands by itself.
 */
export function programsOf(blocks: readonly Block[]): Program[] {
  const groups: Block[][] = [];
  let open: Block[] | undefined;
  for (const block of blocks) {
    const begins = block.before !== undefined || /^(?:import|export)\b/m.test(block.code);
    if (!begins && block.noRun === undefined && open?.[0]?.file === block.file) {
      open.push(block);
      continue;
    }
    const group = [block];
    groups.push(group);
    if (block.noRun === undefined) open = group;
  }
  return groups.map((group) => ({
    file: group[0]?.file ?? "",
    blocks: group,
    code: moduleOf(group),
    noRun: group[0]?.noRun,
  }));
}

function moduleOf(blocks: readonly Block[]): string {
  const lines: string[] = [];
  const put = (line: number, text: string): void => {
    while (lines.length < line - 1) lines.push("");
    lines.push(...text.trimEnd().split("\n"));
  };
  for (const [index, { before, code, line }] of blocks.entries()) {
    if (before !== undefined) put(before.line, before.code);
    // The lines of the fences are free.
    if (index > 0) put(line - 1, "{");
    put(line, code);
    put(lines.length + 1, `;${BLOCK_END}(${index});`);
  }
  lines.push(`${"}".repeat(blocks.length - 1)} export {};`);
  return `${lines.join("\n")}\n`;
}
