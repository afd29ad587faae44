import { isObject } from "../generate/load/json.ts";
import { MASK } from "./sensitive.ts";

const WIDTH = 72;
const TEXT = 36;

type Entry = readonly [path: readonly string[], value: unknown];

/**
 * What an answer holds, on less than a line: that there are secrets, then values from the outside in and how long lists are, and last
 * what is empty.
 */
export function summarize(body: string, sensitive: ReadonlySet<string>): string {
  if (body === "") return "no content";
  const parts = outsideIn(parse(body))
    .map((entry) => ({ text: show(entry, sensitive), rank: rank(entry, sensitive) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ text }) => text);
  if (parts.length === 0) return "empty";
  const shown: string[] = [];
  for (const part of parts) {
    if (shown.length > 0 && [...shown, part].join(", ").length > WIDTH) break;
    shown.push(part);
  }
  return shown.join(", ") + (shown.length < parts.length ? ", …" : "");
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return body;
    throw error;
  }
}

/** The values that are no objects, the outermost first, each with its path. Links and the like, in `_names`, are left out. */
function outsideIn(data: unknown): Entry[] {
  const found: Entry[] = [];
  let level: Entry[] = [[[], data]];
  while (level.length > 0) {
    found.push(...level.filter(([, value]) => !isObject(value)));
    level = level.flatMap(([path, value]) =>
      isObject(value)
        ? Object.entries(value)
            .filter(([name]) => !name.startsWith("_"))
            .map(([name, each]): Entry => [[...path, name], each])
        : [],
    );
  }
  return found;
}

function rank(entry: Entry, sensitive: ReadonlySet<string>): number {
  const [, value] = entry;
  if (isSecret(entry, sensitive)) return 0;
  return value === null || value === "" || (Array.isArray(value) && value.length === 0) ? 2 : 1;
}

function isSecret([path, value]: Entry, sensitive: ReadonlySet<string>): boolean {
  return value !== null && path.some((name) => sensitive.has(name));
}

function show(entry: Entry, sensitive: ReadonlySet<string>): string {
  const [path, value] = entry;
  const name = path.at(-1);
  const text = isSecret(entry, sensitive) ? MASK : showValue(value);
  return name === undefined ? text : `${name} ${text}`;
}

function showValue(value: unknown): string {
  if (Array.isArray(value)) return value.length === 1 ? "1 item" : `${value.length} items`;
  if (typeof value !== "string") return JSON.stringify(value);
  return JSON.stringify(value.length > TEXT ? `${value.slice(0, TEXT - 1)}…` : value);
}
