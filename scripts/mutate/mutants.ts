import { createHash } from "node:crypto";
import ts from "typescript";
import type { Change, Operator } from "./operator.ts";
import { textOfLiteral, nodesOf, propertyOf, type Source } from "./source.ts";

/** One change of one file. */
export interface Mutant {
  /** The same as long as operator, file, line of code and change are. */
  readonly id: string;
  readonly operator: Operator;
  readonly source: Source;
  readonly change: Change;
  readonly line: number;
  /** The line of code, and what the change makes of the piece that it is about. */
  readonly code: string;
  readonly was: string;
  readonly becomes: string;
}

export function mutantsOf(sources: readonly Source[], operators: readonly Operator[]): Mutant[] {
  const taken = new Map<string, number>();
  return sources.flatMap((source) =>
    operators.flatMap((operator) =>
      [...operator.find(source)].map((change): Mutant => {
        const { line } = source.tree.getLineAndCharacterOfPosition(change.from);
        const code = source.text.split("\n")[line]?.trim() ?? "";
        const was = source.text.slice(change.from, change.to);
        const becomes = change.text;
        const text = [operator.name, source.path, code, was, becomes].join("\n");
        const nth = taken.get(text) ?? 0;
        taken.set(text, nth + 1);
        const id = createHash("sha256").update(`${text}\n${nth}`).digest("hex").slice(0, 10);
        return { id, operator, source, change, line: line + 1, code, was, becomes };
      }),
    ),
  );
}

/** The operation or the kind of credentials that a mutant is in. */
export function subjectOf({ source, change }: Mutant): string | undefined {
  for (const node of nodesOf(source.tree)) {
    if (!ts.isVariableDeclaration(node) || node.getStart() > change.from || node.getEnd() <= change.from) continue;
    const named = propertyOf(node.initializer, "id") ?? propertyOf(node.initializer, "name");
    return textOfLiteral(named?.initializer);
  }
  return undefined;
}

/**
 * So many of them, from all operators and files in turn. Which ones, their ids decide, and so the code: an edit changes the
 * choice for what is edited, and for nothing else.
 */
export function chosen(mutants: readonly Mutant[], count: number): Mutant[] {
  const groups = Map.groupBy(mutants, ({ operator, source }) => `${operator.name} ${source.path}`);
  const queues = [...groups.values()]
    .map((group) => group.toSorted((a, b) => a.id.localeCompare(b.id)))
    .toSorted((a, b) => (a[0]?.id ?? "").localeCompare(b[0]?.id ?? ""));
  const taken: Mutant[] = [];
  for (let round = 0; taken.length < count && queues.some((queue) => queue.length > round); round++) {
    taken.push(...queues.flatMap((queue) => queue.slice(round, round + 1)));
  }
  return taken.slice(0, count);
}
