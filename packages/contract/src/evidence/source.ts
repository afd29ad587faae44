import { readFileSync } from "node:fs";
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from "yaml";

/** A spot in a file, as a person finds it: line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A fact, and where it is written. */
export interface Located<Value> {
  readonly value: Value;
  readonly place: Place;
}

/** A parsed YAML file that can still say where each of its parts stands. */
export interface Source {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** A node of a source; `key` is the key it stands under, which is where a person looks for it. */
export interface Item {
  readonly source: Source;
  readonly node: Node;
  readonly key?: Node;
}

export function readSource(file: string): Source {
  return parseSource(file, readFileSync(file, "utf8"));
}

function parseSource(file: string, text: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const shown = fileFromRoot(file);
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      return `${shown}:${line}:${col} ${error.message}${quoteHint(text, error.pos[0])}`;
    });
    throw new Error(problems.join("\n"));
  }
  return { file: shown, document, lines };
}

/** `specs/x/openapi.yaml` wherever the repository lies and whichever package runs the check. */
function fileFromRoot(file: string): string {
  const path = file.replaceAll("\\", "/");
  const start = Math.max(path.lastIndexOf("/specs/"), path.lastIndexOf("/packages/"));
  return start === -1 ? path : path.slice(start + 1);
}

/** YAML ends a value at its closing quote, so a type such as `"a" | "b"` is no valid YAML as it stands. */
function quoteHint(text: string, position: number): string {
  const lineStart = text.lastIndexOf("\n", position - 1) + 1;
  const lineEnd = text.indexOf("\n", position);
  const line = text.slice(lineStart, lineEnd === -1 ? text.length : lineEnd);
  return /:\s+"[^"]*"\s*\|/.test(line) ? `; put the whole type in single quotes: '"a" | "b"'` : "";
}

export function rootOf(source: Source): Item {
  const node = source.document.contents;
  if (node === null) throw new Error(`${source.file}:1:1 the file is empty`);
  return { source, node };
}

/** The item itself, or what it is an alias of. */
function target(item: Item): Node {
  return isAlias(item.node) ? (item.node.resolve(item.source.document) ?? item.node) : item.node;
}

export function isObject(item: Item): boolean {
  return isMap(target(item));
}

export function isList(item: Item): boolean {
  return isSeq(target(item));
}

export function entriesOf(item: Item | undefined): [name: string, value: Item][] {
  const node = item && target(item);
  if (!item || !isMap<Node, Node | null>(node)) return [];
  return node.items.map((pair) => {
    const value = { source: item.source, node: pair.value ?? pair.key, key: pair.key };
    return [textOf({ source: item.source, node: pair.key }) ?? "", value];
  });
}

export function elementsOf(item: Item | undefined): Item[] {
  const node = item && target(item);
  return item && isSeq<Node>(node) ? node.items.map((element) => ({ source: item.source, node: element })) : [];
}

export function childOf(item: Item | undefined, name: string): Item | undefined {
  return entriesOf(item).find(([key]) => key === name)?.[1];
}

/** The text of a scalar as it is written: `200`, `null` and `true` stay texts. */
export function textOf(item: Item | undefined): string | undefined {
  const node = item && target(item);
  if (!isScalar(node)) return undefined;
  return typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
}

export function valueOf(item: Item | undefined): unknown {
  return item && target(item).toJS(item.source.document);
}

/** Where the item stands: its key, or its value where it has none (an element of a list). */
export function placeOf(item: Item): Place {
  return placeAt(item.source, (item.key ?? item.node).range?.[0] ?? 0);
}

export function located<Value>(value: Value, item: Item): Located<Value> {
  return { value, place: placeOf(item) };
}

/** The place of a character inside the text of a scalar; folded texts can only name their start. */
export function placeInText(item: Item, index: number): Place {
  const node = target(item);
  const start = item.node.range?.[0] ?? 0;
  if (!isScalar(node) || node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL") {
    return placeAt(item.source, start);
  }
  return placeAt(item.source, start + index + (node.type === "PLAIN" ? 0 : 1));
}

function placeAt(source: Source, offset: number): Place {
  const { line, col } = source.lines.linePos(offset);
  return { file: source.file, line, column: col };
}

export function formatPlace(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`;
}
