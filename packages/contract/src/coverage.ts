import { mkdirSync, writeFileSync } from "node:fs";
import { dereference, listOf, objectOf, textOf, valueAt, type JsonObject } from "./openapi/json.ts";
import type { Spec } from "./openapi/spec.ts";

/** One answer that the spec declares. */
export interface Cell {
  readonly operationId: string;
  readonly status: string;
  readonly mediaType: string;
}

/** What a cell is called that declares no content. */
export const NO_CONTENT = "none";

export interface CoverageReport {
  readonly operations: number;
  readonly cells: number;
  /** Cells of which every example was answered and read in a test that passed. */
  readonly covered: number;
  /** Cells of which an example was not tried at all. */
  readonly skipped: number;
  /** Examples that contradict their own schemas, and schemas that no value was found for. */
  readonly wrongExamples: readonly string[];
  /** Answers that no test can have, each with the reason. */
  readonly beyondReach: readonly string[];
  /** operation → status → media type → whether it is covered. */
  readonly table: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, boolean>>>>>>;
}

export interface Coverage {
  /** To be said when a test begins, so that one that fails is told from one that was not run. */
  tried(cell: Cell, example: string): void;
  passed(cell: Cell, example: string): void;
  report(): CoverageReport;
  /** What stands in the way of full coverage. */
  gaps(): string[];
}

interface Entry extends Cell {
  readonly examples: readonly string[];
  readonly tried: Set<string>;
  readonly passed: Set<string>;
}

/** Counts tests against what the spec declares, whatever cases the tests were made from. */
export function createCoverage(spec: Spec, wrongExamples: readonly string[] = []): Coverage {
  const entries = new Map(entriesOf(spec).map((entry) => [keyOf(entry), entry]));
  const entryFor = (cell: Cell): Entry => {
    const entry = entries.get(keyOf(cell));
    if (entry === undefined) throw new Error(`The spec does not declare ${keyOf(cell)}: the cases are out of date`);
    return entry;
  };
  return {
    tried: (cell, example) => void entryFor(cell).tried.add(example),
    passed: (cell, example) => void entryFor(cell).passed.add(example),
    report: () => ({
      ...reportOf([...entries.values()], spec.operations.size),
      wrongExamples,
      beyondReach: [...spec.operations.values()].flatMap(({ id, answers }) =>
        answers.flatMap(({ status, contents }) => {
          const why = beyondFetch(status);
          if (why !== undefined) return [`${id} ${status}: ${why}`];
          return contents
            .filter(({ schema }) => allowsNothing(spec.document, schema))
            .map(({ mediaType }) => `${id} ${status} ${mediaType}: its schema allows no value at all`);
        }),
      ),
    }),
    gaps: () => [...entries.values()].flatMap(gapsOf),
  };
}

function entriesOf(spec: Spec): Entry[] {
  return [...spec.operations.values()].flatMap(({ id, answers }) =>
    answers.flatMap(({ status, contents }): Entry[] => {
      if (beyondFetch(status) !== undefined) return [];
      const possible = contents.filter(({ schema }) => !allowsNothing(spec.document, schema));
      if (possible.length < contents.length && possible.length === 0) return [];
      const entry = (mediaType: string, examples: readonly string[]): Entry => {
        return { operationId: id, status, mediaType, examples, tried: new Set(), passed: new Set() };
      };
      if (contents.length === 0) return [entry(NO_CONTENT, [NO_CONTENT])];
      return possible.map(({ mediaType, examples }) => entry(mediaType, [...examples.keys()]));
    }),
  );
}

/** Why no call can end with such a status, be it declared. */
export function beyondFetch(status: string): string | undefined {
  return status.startsWith("1") ? "an interim answer, which fetch keeps to itself" : undefined;
}

/** Whether a schema says outright that there is no such value, be it by what it requires. */
function allowsNothing(document: JsonObject, schema: unknown, hops = 0): boolean {
  const target = textOf(objectOf(schema)["$ref"]);
  if (schema === false || (target !== undefined && isNever(document, target, hops))) return true;
  const { not, allOf, required, properties } = dereference(document, schema);
  if (not === true || (not !== undefined && JSON.stringify(not) === "{}")) return true;
  const needed = listOf(required).map((name) => objectOf(properties)[String(name)]);
  return hops < 8 && [...listOf(allOf), ...needed].some((part) => allowsNothing(document, part, hops + 1));
}

/** A reference may lead to `false`, through others. */
function isNever(document: JsonObject, target: string, hops: number): boolean {
  const found = valueAt(document, decodeURIComponent(target.slice(1)));
  return (
    found === false ||
    (hops < 8 && textOf(objectOf(found)["$ref"]) !== undefined && allowsNothing(document, found, hops + 1))
  );
}

function keyOf({ operationId, status, mediaType }: Cell): string {
  return `${operationId} ${status} ${mediaType}`;
}

function isCovered({ examples, passed }: Entry): boolean {
  return examples.length > 0 && examples.every((example) => passed.has(example));
}

function isSkipped({ examples, tried }: Entry): boolean {
  return examples.length === 0 || examples.some((example) => !tried.has(example));
}

function gapsOf(entry: Entry): string[] {
  if (entry.examples.length === 0) return [`${keyOf(entry)}: the spec has no example of it`];
  return entry.examples
    .filter((example) => !entry.passed.has(example))
    .map((example) => {
      const what = example === NO_CONTENT ? keyOf(entry) : `${keyOf(entry)} "${example}"`;
      return `${what}: ${entry.tried.has(example) ? "the test failed" : "no test"}`;
    });
}

function reportOf(
  entries: readonly Entry[],
  operations: number,
): Omit<CoverageReport, "wrongExamples" | "beyondReach"> {
  const table: Record<string, Record<string, Record<string, boolean>>> = {};
  for (const entry of entries) {
    ((table[entry.operationId] ??= {})[entry.status] ??= {})[entry.mediaType] = isCovered(entry);
  }
  return {
    operations,
    cells: entries.length,
    covered: entries.filter(isCovered).length,
    skipped: entries.filter(isSkipped).length,
    table,
  };
}

export function writeReport(file: URL, report: CoverageReport): void {
  mkdirSync(new URL("./", file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`);
}
