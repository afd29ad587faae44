import { extname } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import type { YAMLError } from "yaml";

import type { Diagnostic, Position } from "../diagnostics/diagnostic.ts";
import { describeType, isObject } from "./json.ts";
import type { JsonObject } from "./json.ts";
import { duplicateKeys, scanJson } from "./json-text.ts";
import { jsonLocator, linesOf, yamlLocator } from "./locate.ts";
import type { Locator } from "./locate.ts";
import { joinPointer } from "./pointer.ts";

export interface Parsed {
  /** Undefined if the text holds no object: then the diagnostics say why. */
  readonly document: JsonObject | undefined;
  readonly locate: Locator;
  readonly diagnostics: readonly Diagnostic[];
}

/** An alias may stand for much text, and aliases of aliases for very much: beyond this it is an attack or an accident. */
const MAX_ALIAS_COUNT = 1000;

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
  const diagnostics = duplicateKeys(text).map(({ key, offset }) => duplicateKey(file, positionAt(offset), key));
  return rootObject(file, value, locate, diagnostics);
}

/** V8 names the offset of most errors, but not that of an unexpected token. */
function syntaxErrorOffset(text: string, message: string): number {
  const named = /at position (\d+)/.exec(message)?.[1];
  return named === undefined ? (scanJson(text, 0, () => false) ?? text.length) : Number(named);
}

function parseYaml(file: string, text: string): Parsed {
  const lines = new LineCounter();
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const tree = parseDocument(text, {
    version: "1.2",
    schema: "core",
    merge: true,
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: "silent",
    lineCounter: lines,
  });
  const locate = yamlLocator(tree, positionAt);
  // A warning of the parser (a tag that it does not know) means that a value is not what its author wrote.
  const diagnostics = [...tree.errors, ...tree.warnings].map((error) => yamlError(file, text, error, positionAt));
  if (tree.errors.some(({ code }) => code !== "DUPLICATE_KEY")) return { document: undefined, locate, diagnostics };
  try {
    const value: unknown = tree.toJS({ maxAliasCount: MAX_ALIAS_COUNT });
    const cycle = findCycle(value);
    if (cycle === undefined) return rootObject(file, value, locate, diagnostics);
    diagnostics.push(cyclicAlias(file, locate(cycle)));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    diagnostics.push(aliasError(file, text, error.message, positionAt));
  }
  return { document: undefined, locate, diagnostics };
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

function yamlError(file: string, text: string, error: YAMLError, positionAt: (at: number) => Position): Diagnostic {
  const position = positionAt(error.pos[0]);
  if (error.code !== "DUPLICATE_KEY") return syntaxError(file, position, error.message, "YAML");
  const key = /^(?:"[^"\n]*"|'[^'\n]*'|[^:\n]*)/.exec(text.slice(error.pos[0], error.pos[0] + 200))?.[0] ?? "";
  return duplicateKey(file, position, key.trim().replaceAll(/^["']|["']$/g, ""));
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

function cyclicAlias(file: string, position: Position): Diagnostic {
  return {
    code: "cyclic-alias",
    severity: "error",
    file,
    pointer: "",
    position,
    message: "This alias stands for an object that contains it",
    fix: "use a `$ref` to a schema in `components`: references may go in circles, aliases may not",
  };
}

/** Pointer of the first value that contains itself. */
export function findCycle(root: unknown): string | undefined {
  const open = new Set<object>();
  const whole = new Set<object>();
  const visit = (value: unknown, pointer: string): string | undefined => {
    if (typeof value !== "object" || value === null || whole.has(value)) return undefined;
    if (open.has(value)) return pointer;
    open.add(value);
    for (const [key, entry] of Object.entries(value)) {
      const found = visit(entry, joinPointer(pointer, key));
      if (found !== undefined) return found;
    }
    open.delete(value);
    whole.add(value);
    return undefined;
  };
  return visit(root, "");
}
