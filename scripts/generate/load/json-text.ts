/**
 * Places in a JSON text: where a pointer's value stands, which key is given twice, where the text stops being JSON.
 *
 * The YAML library could tell the first two, but takes seconds and a gigabyte for a document of 20 MB, and it accepts
 * texts that are not JSON, so it cannot tell the third. Values are left to `JSON.parse`; this only counts offsets.
 */

/** An entry of an object or a list while the text is scanned. */
export interface JsonEntry {
  /** 0 for the entries of the scanned value itself. */
  readonly depth: number;
  /** Key or index. */
  readonly name: string | number;
  /** Offset of the key, in lists of the value. */
  readonly start: number;
  /** Offset of the value. */
  readonly value: number;
}

const TOKEN = /[ \t\r\n]*(?:([{}[\],:])|("[^"\\]*(?:\\.[^"\\]*)*")|-?\d[\d.eE+-]*|true|false|null)/y;

interface Open {
  readonly list: boolean;
  index: number;
}

/**
 * Goes through the value that begins at or behind `from`. `visit` may end the scan by returning true.
 * Returns the offset of the first token that cannot stand where it stands, undefined if the value is whole.
 */
export function scanJson(text: string, from: number, visit: (entry: JsonEntry) => boolean): number | undefined {
  const stack: Open[] = [];
  let at = from;
  /** What may come now. `first`: a value or key, or the end of an empty container. */
  let expect: "value" | "first" | "key" | "colon" | "next" = "value";
  let name: string | number = "";
  let keyStart = 0;

  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) return skipSpace(text, at);
    at = TOKEN.lastIndex;
    const [whole, mark, string] = match;
    const start = at - (mark ?? string ?? whole.trimStart()).length;
    const top = stack.at(-1);

    if (mark === "}" || mark === "]") {
      if (top === undefined || top.list !== (mark === "]") || (expect !== "next" && expect !== "first")) return start;
      stack.pop();
      expect = "next";
    } else if (mark === ",") {
      if (expect !== "next" || top === undefined) return start;
      expect = top.list ? "value" : "key";
    } else if (mark === ":") {
      if (expect !== "colon") return start;
      expect = "value";
    } else if (top !== undefined && !top.list && (expect === "key" || expect === "first")) {
      if (string === undefined) return start;
      name = string.includes("\\") ? (JSON.parse(string) as string) : string.slice(1, -1);
      keyStart = start;
      expect = "colon";
    } else {
      if (expect !== "value" && expect !== "first") return start;
      if (top !== undefined) {
        const entry = top.list ? { name: top.index++, start } : { name, start: keyStart };
        if (visit({ depth: stack.length - 1, ...entry, value: start })) return undefined;
      }
      if (mark !== undefined) stack.push({ list: mark === "[", index: 0 });
      expect = mark === undefined ? "next" : "first";
    }
    if (stack.length === 0) return undefined;
  }
}

export interface JsonFlaws {
  /** The keys that an object has already had: `JSON.parse` keeps the last one and says nothing. */
  readonly duplicates: readonly { readonly key: string; readonly offset: number }[];
  /** Where the text first goes deeper than is allowed. */
  readonly tooDeep: number | undefined;
}

export function findFlaws(text: string, maxDepth: number): JsonFlaws {
  const duplicates: { key: string; offset: number }[] = [];
  let tooDeep: number | undefined;
  /** Of the objects that are open, by depth; every entry ends those below it. */
  const keys: (Set<string> | undefined)[] = [];
  scanJson(text, 0, ({ depth, name, start }) => {
    if (depth >= maxDepth) {
      tooDeep = start;
      return true;
    }
    if (keys.length > depth + 1) keys.length = depth + 1;
    if (typeof name === "number") return false;
    const known = (keys[depth] ??= new Set());
    if (known.has(name)) duplicates.push({ key: name, offset: start });
    known.add(name);
    return false;
  });
  return { duplicates, tooDeep };
}

function skipSpace(text: string, at: number): number {
  let offset = at;
  while (offset < text.length && " \t\r\n".includes(text.charAt(offset))) offset += 1;
  return offset;
}
