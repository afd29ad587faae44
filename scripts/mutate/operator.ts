import type ts from "typescript";
import type { Source } from "./source.ts";

/** One way to break code. */
export interface Operator {
  readonly name: string;
  /** What goes wrong for whoever uses the code. */
  readonly breaks: string;
  readonly find: (source: Source) => Iterable<Change>;
}

/** A piece of code and what takes its place. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export function replaced(node: ts.Node, text: string): Change {
  return { from: node.getStart(), to: node.getEnd(), text };
}

/** Leaves out a property or an element of a list, and the comma behind it. */
export function leftOut(node: ts.Node): Change {
  const rest = node.getSourceFile().text.slice(node.getEnd());
  const comma = /^\s*,/.exec(rest)?.[0] ?? "";
  return { from: node.getStart(), to: node.getEnd() + comma.length, text: "" };
}

export function applied(text: string, { from, to, text: instead }: Change): string {
  return text.slice(0, from) + instead + text.slice(to);
}
