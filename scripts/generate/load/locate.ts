import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter } from "yaml";
import type { Document, Pair } from "yaml";

import type { Position } from "../diagnostics/diagnostic.ts";
import { joinPointer, parsePointer } from "./pointer.ts";
import { scanJson } from "./json-text.ts";

/**
 * From JSON pointers to places in the file. An entry of an object is placed at its key, an item of a list at its value.
 * A pointer that leads nowhere is placed where its nearest ancestor stands: that is where something is missing.
 */
export type Locator = (pointer: string) => Position;

function cachedLocator(locate: Locator): Locator {
  const known = new Map<string, Position>();
  return (pointer) => {
    const position = known.get(pointer) ?? locate(pointer);
    known.set(pointer, position);
    return position;
  };
}

/** Where an offset lies. A locator asks for it only when a diagnostic is shown, so the lines are counted then. */
export function linesOf(text: string): (offset: number) => Position {
  let lines: LineCounter | undefined;
  return (offset) => {
    if (lines === undefined) {
      lines = new LineCounter();
      lines.addNewLine(0);
      for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
    }
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}

export function yamlLocator(tree: Document.Parsed, positionAt: (offset: number) => Position): Locator {
  return cachedLocator((pointer) => {
    let node: unknown = tree.contents;
    let offset = rangeStart(node) ?? 0;
    for (const token of parsePointer(pointer)) {
      const entry = yamlEntry(tree, node, token);
      if (entry === undefined) break;
      offset = entry.offset ?? offset;
      node = entry.node;
    }
    return positionAt(offset);
  });
}

interface YamlEntry {
  readonly node: unknown;
  readonly offset: number | undefined;
}

function yamlEntry(tree: Document.Parsed, parent: unknown, token: string): YamlEntry | undefined {
  const node = isAlias(parent) ? parent.resolve(tree) : parent;
  if (isSeq(node)) {
    const item = node.items[Number(token)];
    return item === undefined ? undefined : { node: item, offset: rangeStart(item) };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => keyName(key) === token);
  if (pair !== undefined) return { node: pair.value, offset: rangeStart(pair.key) };
  return mergedEntry(tree, node.items, token);
}

/** A key that comes from `<<`: it is placed where it is written. */
function mergedEntry(tree: Document.Parsed, items: readonly Pair[], token: string): YamlEntry | undefined {
  for (const { key, value } of items) {
    if (keyName(key) !== "<<") continue;
    for (const source of isSeq(value) ? value.items : [value]) {
      const entry = yamlEntry(tree, source, token);
      if (entry !== undefined) return entry;
    }
  }
  return undefined;
}

/** Keys such as `200` are numbers in YAML and texts in the document; the merge key is a symbol. */
export function keyName(key: unknown): string {
  const value = isScalar(key) ? key.value : key;
  return typeof value === "symbol" ? (value.description ?? "") : String(value);
}

function rangeStart(node: unknown): number | undefined {
  if (isPair(node)) return rangeStart(node.key);
  const range = typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
  return Array.isArray(range) && typeof range[0] === "number" ? range[0] : undefined;
}

/** Entries down to here are remembered: operations and schemas, from where the rest is a short way. */
const INDEXED_DEPTH = 3;

export function jsonLocator(text: string, positionAt: (offset: number) => Position): Locator {
  let index: Map<string, { readonly start: number; readonly value: number }> | undefined;

  const buildIndex = (): NonNullable<typeof index> => {
    const entries: NonNullable<typeof index> = new Map();
    const path: string[] = [];
    scanJson(text, 0, ({ depth, name, start, value }) => {
      if (depth >= INDEXED_DEPTH) return false;
      path[depth] = joinPointer(depth === 0 ? "" : (path[depth - 1] ?? ""), name);
      entries.set(path[depth], { start, value });
      return false;
    });
    return entries;
  };

  return cachedLocator((pointer) => {
    index ??= buildIndex();
    const tokens = parsePointer(pointer);
    let start = text.search(/[^ \t\r\n]/);
    let value = start;
    let taken = 0;
    while (taken < Math.min(tokens.length, INDEXED_DEPTH)) {
      const entry = index.get(joinPointer("", ...tokens.slice(0, taken + 1)));
      if (entry === undefined) return positionAt(start);
      ({ start, value } = entry);
      taken += 1;
    }
    if (taken === tokens.length) return positionAt(start);
    return positionAt(deepest(text, value, tokens.slice(taken)) ?? start);
  });
}

/** The offset of the last token of the way that exists; undefined if not even the first does. */
function deepest(text: string, from: number, tokens: readonly string[]): number | undefined {
  let found: number | undefined;
  /** How many of the entries that are open lie on the way. */
  let matched = 0;
  scanJson(text, from, ({ depth, name, start }) => {
    if (depth < matched) return true;
    if (depth > matched || String(name) !== tokens[depth]) return false;
    matched += 1;
    found = start;
    return matched === tokens.length;
  });
  return found;
}
