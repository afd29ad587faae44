import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import {
  idleSkips,
  isRed,
  readCoverage,
  readLedger,
  type CellResult,
  type CellState,
  type Coverage,
} from "@vendor-sdks/contract/coverage";
import { loadSpec } from "../generate/load/load.ts";
import { servicesOf, specOf } from "../generate/specs.ts";

/** A spot in a file, from the repository's root; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface PlacedCell extends Omit<CellResult, "pointer" | "examples"> {
  /** Where the spec declares the answer. */
  readonly place: Place;
}

export interface VendorCoverage extends Omit<Coverage, "cells" | "problems"> {
  readonly cells: readonly PlacedCell[];
}

export interface Problem {
  readonly message: string;
  readonly place?: Place;
}

export interface ContractReport {
  readonly vendors: readonly VendorCoverage[];
  /** What keeps the build from passing. */
  readonly problems: readonly Problem[];
}

/** What the contract suites of all packages have covered when they were run last. */
export function readReport(root: string): ContractReport {
  const ledger = readLedger();
  const coverages = servicesOf(root).map((name) => ({
    ...readCoverage(pathToFileURL(`${join(root, "packages", name)}/`), ledger),
    service: name,
  }));
  const vendors = coverages.map(({ service, operations, cells, beyondReach, wrongExamples, canaries }) => {
    return { service, operations, cells: placed(root, service, cells), beyondReach, wrongExamples, canaries };
  });
  const all = coverages.flatMap(({ service, cells }) => cells.map((cell) => [service, cell] as const));
  return {
    vendors,
    problems: [
      ...ledger.problems,
      ...idleSkips(ledger, all),
      ...coverages.flatMap(({ problems }) => problems.map((message) => ({ message }))),
      ...vendors.flatMap(redAnswers),
    ],
  };
}

function placed(root: string, service: string, cells: readonly CellResult[]): PlacedCell[] {
  const spec = loadSpec(join(root, specOf(root, service) ?? ""));
  const places = new Map<string, Place>();
  return cells.map((cell) => {
    const { pointer, operation, status, mediaType, credentials, route, state, why } = cell;
    const place = places.get(pointer) ?? placeOf(root, spec.place(pointer));
    places.set(pointer, place);
    const known = { operation, status, mediaType, credentials, route, state, place };
    return why === undefined ? known : { ...known, why };
  });
}

function placeOf(root: string, { file, line, column }: Place): Place {
  return { file: relative(root, file).replaceAll("\\", "/"), line, column };
}

/** One problem for an answer, whichever of its cells are red. */
function redAnswers({ service, cells }: VendorCoverage): Problem[] {
  const answers = Map.groupBy(
    cells.filter(isRed),
    ({ operation, status, mediaType }) => `${operation} ${status} ${mediaType}`,
  );
  return [...answers].map(([answer, red]) => {
    const reasons = Map.groupBy(red, ({ why, state }) => why ?? state);
    const told = [...reasons].map(([why, those]) => {
      return `${those.map(({ credentials, route }) => `${credentials}/${route}`).join(", ")}: ${why}`;
    });
    const message = `${service} ${answer} is not covered; ${told.join("; ")}`;
    return red[0] === undefined ? { message } : { message, place: red[0].place };
  });
}

export function countOf(cells: readonly Pick<PlacedCell, "state">[], ...states: readonly CellState[]): number {
  return cells.filter(({ state }) => states.includes(state)).length;
}
