import { extname } from "node:path";
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Document } from "yaml";

import type { Diagnostic, Position } from "../diagnostics/diagnostic.ts";
import { findExcess, MAX_DEPTH } from "./bounds.ts";
import type { Excess } from "./bounds.ts";
import { describeType, isObject } from "./json.ts";
import type { JsonObject } from "./json.ts";
import { findFlaws, scanJson } from "./json-text.ts";
import { jsonLocator, keyName, linesOf, yamlLocator } from "./locate.ts";
import type { Locator } from "./locate.ts";

export interface Parsed {
  /** Undefined if the text holds no object: then the diagnostics say why. */
  readonly document: JsonObject | undefined;
  readonly locate: Locator;
  readonly diagnostics: readonly Diagnostic[];
}

/** An alias may stand for much text, and aliases of aliases for very much: beyond this it is an attack or an accident. */
const MAX_ALIAS_COUNT = 1000;

/** After so many errors of syntax, more tell nothing new. */
const MAX_ERRORS = 50;

/** JSON is parsed by the engine (a file of 20 MB in a tenth of a second), everything else as YAML 1.2. */
export function parseSpec(file: string, source: string): Parsed {
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
  return extname(file).toLowerCase() === ".json" ? parseJson(file, text) : parseYaml(file, text);
}

function parseJson(file: string, text: string): Parsed {
  const positionAt = linesOf(text);
  const locate = jsonLocator(text, positionAt);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const position = positionAt(syntaxErrorOffset(text, error.message));
    const message = error.message.replace(/ in JSON at position .*$| at position .*$|, ".*$/s, "");
    return { document: undefined, locate, diagnostics: [syntaxError(file, position, message, "JSON")] };
  }
  const { duplicates, tooDeep } = findFlaws(text, MAX_DEPTH);
  if (tooDeep !== undefined) {
    return { document: undefined, locate, diagnostics: [excess(file, "depth", positionAt(tooDeep))] };
  }
  const diagnostics = duplicates.map(({ key, offset }) => duplicateKey(file, positionAt(offset), key));
  return rootObject(file, value, locate, diagnostics);
}

/** V8 names the offset of most errors, but not that of an unexpected token. */
function syntaxErrorOffset(text: string, message: string): number {
  const named = /at position (\d+)/.exec(message)?.[1];
  return named === undefined ? (scanJson(text, 0, () => false) ?? text.length) : Number(named);
}

function parseYaml(file: string, text: string): Parsed {
  try {
    return composeYaml(file, text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The stack is too small for what the text holds, which some functions of the parser do not catch.
    const start: Position = { line: 1, column: 1 };
    return { document: undefined, locate: () => start, diagnostics: [excess(file, "depth", start)] };
  }
}

function composeYaml(file: string, text: string): Parsed {
  const lines = new LineCounter();
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const tree = parseDocument(text, {
    version: "1.2",
    schema: "core",
    merge: true,
    // It compares each key with all before it; see below.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
    lineCounter: lines,
  });
  const locate = yamlLocator(tree, positionAt);
  const tooDeep = tree.errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  if (tooDeep !== undefined) {
    return { document: undefined, locate, diagnostics: [excess(file, "depth", positionAt(tooDeep.pos[0]))] };
  }
  // A warning of the parser (a tag that it does not know) means that a value is not what its author wrote.
  const diagnostics = [...tree.errors, ...tree.warnings].slice(0, MAX_ERRORS).map((error) => {
    return syntaxError(file, positionAt(error.pos[0]), error.message, "YAML");
  });
  if (tree.errors.length > 0) return { document: undefined, locate, diagnostics };
  diagnostics.push(...repeatedKeys(tree).map(({ key, offset }) => duplicateKey(file, positionAt(offset), key)));
  try {
    const value: unknown = tree.toJS({ maxAliasCount: MAX_ALIAS_COUNT });
    const found = findExcess(value);
    if (found === undefined) return rootObject(file, value, locate, diagnostics);
    diagnostics.push(excess(file, found.kind, locate(found.pointer)));
  } catch (error) {
    if (!(error instanceof Error) || error instanceof RangeError) throw error;
    diagnostics.push(aliasError(file, text, error.message, positionAt));
  }
  return { document: undefined, locate, diagnostics };
}

function repeatedKeys(tree: Document.Parsed): { readonly key: string; readonly offset: number }[] {
  const repeated: { key: string; offset: number }[] = [];
  const look = (node: unknown): void => {
    if (isSeq(node)) node.items.forEach(look);
    if (!isMap(node)) return;
    const known = new Set<string>();
    for (const { key } of node.items) {
      const name = keyName(key);
      if (known.has(name) && isNode(key)) repeated.push({ key: name, offset: key.range?.[0] ?? 0 });
      known.add(name);
    }
    for (const { key, value } of node.items) {
      if (!isScalar(key)) look(key);
      look(value);
    }
  };
  look(tree.contents);
  return repeated;
}

function rootObject(file: string, value: unknown, locate: Locator, diagnostics: readonly Diagnostic[]): Parsed {
  if (isObject(value)) return { document: value, locate, diagnostics };
  const found = value === null ? "empty" : describeType(value);
  const problem: Diagnostic = {
    code: "wrong-type",
    severity: "error",
    file,
    pointer: "",
    message: `The document is ${found}, not an object`,
    fix: "begin with `openapi: 3.1.0`, then `info` and `paths`",
  };
  return { document: undefined, locate, diagnostics: [...diagnostics, problem] };
}

/** What goes wrong when aliases are put in place has no position of its own, but the message may name the anchor. */
function aliasError(file: string, text: string, message: string, positionAt: (at: number) => Position): Diagnostic {
  const name = /anchor must be set before the alias\): (\S+)/.exec(message)?.[1];
  const at = name === undefined ? 0 : Math.max(0, text.indexOf(`*${name}`));
  return {
    ...syntaxError(file, positionAt(at), message, "YAML"),
    fix: name === undefined ? "write the repeated parts as components and refer to them" : `set the anchor: &${name}`,
  };
}

function syntaxError(file: string, position: Position, message: string, language: string): Diagnostic {
  return {
    code: "syntax-error",
    severity: "error",
    file,
    pointer: "",
    position,
    message: `This is not ${language}: ${message}`,
    fix: `correct the ${language} here; nothing else of the file has been checked`,
  };
}

function duplicateKey(file: string, position: Position, key: string): Diagnostic {
  return {
    code: "duplicate-key",
    severity: "error",
    file,
    pointer: "",
    position,
    message: `The key "${key}" stands twice in one object`,
    fix: "remove or rename one of the two; only one of them would count",
  };
}

function excess(file: string, kind: Excess["kind"], position: Position): Diagnostic {
  if (kind === "cycle") {
    const message = "This alias stands for an object that contains it";
    const fix = "use a `$ref` to a schema in `components`: references may go in circles, aliases may not";
    return { code: "cyclic-alias", severity: "error", file, pointer: "", position, message, fix };
  }
  const message =
    kind === "depth"
      ? `This lies more than ${MAX_DEPTH} levels deep`
      : "With its aliases written out, this is too large";
  const fix = "describe the parts as components, and refer to them";
  return { code: "too-much", severity: "error", file, pointer: "", position, message, fix };
}
