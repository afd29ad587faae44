import { quote } from "../types/escape.ts";
import { hasUnknownLetters } from "../types/letters.ts";

/** Text that stands in emitted code as it is, where a value is printed. */
export class Raw {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A function that gives a value, printed as an arrow. */
export class Arrow {
  readonly parameters: readonly string[];
  readonly body: unknown;

  constructor(parameters: readonly string[], body: unknown) {
    this.parameters = parameters;
    this.body = body;
  }

  get head(): string {
    return `(${this.parameters.join(", ")}) => `;
  }
}

const WIDTH = 120;
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
const isIdentifier = (name: string): boolean => IDENTIFIER.test(name) && !hasUnknownLetters(name);
const INDEX = /^(?:0|[1-9]\d{0,8})$/;

/** A name as it stands before a colon: quoted unless it needs no quotes. `__proto__` would set the prototype. */
export function key(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return isIdentifier(name) || INDEX.test(name) ? name : quote(name);
}

/** `.name`, or `["a name"]` where that is not possible. */
export function access(name: string): string {
  return isIdentifier(name) ? `.${name}` : `[${quote(name)}]`;
}

/**
 * A value as TypeScript source, broken over lines where it does not fit. `indent` is where its lines begin, `taken` how much of
 * the first line is used.
 */
export function print(value: unknown, indent: number = 0, taken: number = indent): string {
  const flat = printFlat(value);
  if (flat.length + taken + 1 <= WIDTH && !flat.includes("\n")) return flat;
  if (value instanceof Raw || typeof value !== "object" || value === null) return flat;
  if (value instanceof Arrow) {
    const { head, body } = value;
    return body instanceof Raw
      ? `${head.trimEnd()}\n${" ".repeat(indent + 2)}${body.text}`
      : `${head}(${print(body, indent, taken + head.length + 1)})`;
  }
  const margin = " ".repeat(indent + 2);
  const lines = Array.isArray(value)
    ? value.map((item) => `${margin}${print(item, indent + 2)},\n`)
    : entriesOf(value).map(([name, item]) => {
        const head = `${key(name)}: `;
        return `${margin}${head}${print(item, indent + 2, indent + 2 + head.length)},\n`;
      });
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return lines.length === 0 ? flat : `${open}\n${lines.join("")}${" ".repeat(indent)}${close}`;
}

/** `const x: T = value;` */
export function constant(head: string, value: unknown): string {
  return `${head} = ${print(value, 0, head.length + 3)};\n`;
}

/** The same on one line. */
export function printFlat(value: unknown): string {
  if (value instanceof Raw) return value.text;
  if (value instanceof Arrow) {
    const body = printFlat(value.body);
    return value.head + (value.body instanceof Raw ? body : `(${body})`);
  }
  if (typeof value === "string") return quote(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(printFlat).join(", ")}]`;
  const entries = entriesOf(value).map(([name, item]) => `${key(name)}: ${printFlat(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** Fields that are undefined are left out. */
function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

/** `import { a, type B } from "module";`, with an empty text for no names. */
export function importLine(names: Iterable<string>, module: string, typesOnly = false): string {
  const sorted = [...new Set(names)].toSorted((a, b) => compareNames(bare(a), bare(b)));
  if (sorted.length === 0) return "";
  const allTypes = typesOnly || sorted.every((name) => name.startsWith("type "));
  const words = allTypes ? sorted.map(bare) : sorted;
  const head = allTypes ? "import type" : "import";
  return `${head} ${braced(words, head, module)} from ${quote(module)};\n`;
}

/** `export { a, type B } from "module";` */
export function exportLine(names: Iterable<string>, module: string): string {
  const sorted = [...new Set(names)].toSorted((a, b) => compareNames(bare(a), bare(b)));
  if (sorted.length === 0) return "";
  const allTypes = sorted.every((name) => name.startsWith("type "));
  const head = allTypes ? "export type" : "export";
  return `${head} ${braced(allTypes ? sorted.map(bare) : sorted, head, module)} from ${quote(module)};\n`;
}

function bare(name: string): string {
  return name.replace(/^type /, "");
}

function braced(words: readonly string[], head: string, module: string): string {
  const flat = `{ ${words.join(", ")} }`;
  const rest = `${head}  from ${quote(module)};`.length;
  return flat.length + rest <= WIDTH ? flat : `{\n${words.map((word) => `  ${word},\n`).join("")}}`;
}

function compareNames(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x !== y) return x < y ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `type X = | A | B`, on one line where it fits. */
export function union(head: string, members: readonly string[]): string {
  const flat = `${head} = ${members.join(" | ")};`;
  if (flat.length <= WIDTH && !flat.includes("\n")) return `${flat}\n`;
  return `${head} =\n${members.map((member) => `  | ${member.replaceAll("\n", "\n    ")}`).join("\n")};\n`;
}

/** A function's or method's head up to its brace, parameters broken over lines where it does not fit. */
export function signature(head: string, parameters: readonly string[], result: string, indent = 0): string {
  const margin = " ".repeat(indent);
  const flat = `${margin}${head}(${parameters.join(", ")}): ${result} {`;
  if (flat.length <= WIDTH) return flat;
  const lines = parameters.map((each) => `${margin}  ${each},\n`).join("");
  return `${margin}${head}(\n${lines}${margin}): ${result} {`;
}
