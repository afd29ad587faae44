import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  childOf,
  elementsOf,
  entriesOf,
  formatPlace,
  isList,
  isObject,
  placeOf,
  readSource,
  rootOf,
  textOf,
  type Item,
  type Place,
} from "../evidence/source.ts";
import type { Cell } from "./cell.ts";
import { isRed, type CellResult } from "./count.ts";

/** Where the cells are listed that may go untested. */
export const LEDGER: string = fileURLToPath(new URL("../../skips.yaml", import.meta.url));

const WORDS = ["package", "operation", "status", "mediaType", "credentials", "route"] as const;

/** The cells that fit what the entry says of them. */
export interface Skip extends Readonly<Partial<Record<(typeof WORDS)[number], string>>> {
  readonly reason: string;
  /** The last day, as in `2027-01-31`. */
  readonly until: string;
  readonly place: Place;
}

export interface Ledger {
  readonly skips: readonly Skip[];
  /** Entries that cannot be read or have lapsed; they excuse nothing. */
  readonly problems: readonly LedgerProblem[];
}

export interface LedgerProblem {
  readonly place: Place;
  readonly message: string;
}

const NO_SKIPS: Ledger = { skips: [], problems: [] };

/** `today` as in `2027-01-31`. Throws where the file is no YAML. */
export function readLedger(file: string = LEDGER, today: string = new Date().toISOString().slice(0, 10)): Ledger {
  if (!existsSync(file)) return NO_SKIPS;
  const root = rootOf(readSource(file));
  const problems: LedgerProblem[] = [];
  const report = (item: Item, message: string): void => void problems.push({ place: placeOf(item), message });
  const list = childOf(root, "skips");
  if (list === undefined || !isList(list))
    report(list ?? root, 'write the entries as a list under "skips", or "skips: []" where there are none');
  for (const [name, item] of entriesOf(root))
    if (name !== "skips") report(item, `"${name}" means nothing here: entries stand under "skips"`);
  const skips = elementsOf(list).flatMap((entry) => skipOf(entry, today, report) ?? []);
  return { skips, problems };
}

function skipOf(entry: Item, today: string, report: (item: Item, message: string) => void): Skip | undefined {
  let sound = true;
  const complain = (item: Item, message: string): void => {
    sound = false;
    report(item, message);
  };
  if (!isObject(entry)) complain(entry, "an entry says which cells it means, its reason, and until when");
  for (const [name, item] of entriesOf(entry)) {
    if (!["reason", "until", ...WORDS].includes(name))
      complain(item, `"${name}" is no part of a cell: it has ${WORDS.join(", ")}`);
    else if (textOf(item) === undefined) complain(item, `"${name}" has to be a text`);
  }
  const said = Object.fromEntries(entriesOf(entry).map(([name, item]) => [name, textOf(item) ?? ""]));
  const { reason = "", until = "" } = said;
  if (reason.trim() === "") complain(childOf(entry, "reason") ?? entry, 'the entry has no reason: write "reason: …"');
  if (!isDate(until))
    complain(childOf(entry, "until") ?? entry, 'the entry has no date: write "until: 2027-01-31", its last day');
  else if (until < today) {
    complain(
      childOf(entry, "until") ?? entry,
      `the entry has lapsed on ${until}: have the cells tested, and take it out`,
    );
  }
  return sound ? { ...said, reason, until, place: placeOf(entry) } : undefined;
}

function isDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
  );
}

/** The entry that has the cell. */
export function skipFor({ skips }: Ledger, service: string, cell: Cell): Skip | undefined {
  const whole: Cell & { readonly package: string } = { ...cell, package: service };
  return skips.find((skip) => WORDS.every((word) => skip[word] === undefined || skip[word] === whole[word]));
}

/** Red cells that the ledger has are excused. */
export function excuse(ledger: Ledger, service: string, cells: readonly CellResult[]): CellResult[] {
  return cells.map((cell) => {
    const skip = isRed(cell) ? skipFor(ledger, service, cell) : undefined;
    return skip === undefined ? cell : { ...cell, state: "excused", why: `${skip.reason} (until ${skip.until})` };
  });
}

/** Entries that fit none of the cells that there are. */
export function idleSkips(
  { skips }: Ledger,
  cells: readonly (readonly [service: string, cell: Cell])[],
): LedgerProblem[] {
  return skips
    .filter((skip) => !cells.some(([service, cell]) => skipFor({ skips: [skip], problems: [] }, service, cell)))
    .map(({ place }) => ({ place, message: "no cell fits the entry: correct it, or take it out" }));
}

export function formatProblem({ place, message }: LedgerProblem): string {
  return `${formatPlace(place)} ${message}`;
}
