import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Unplanted } from "../openapi/plant.ts";

/** What was planted in requests and answers of a package, and what neither the mock nor its proxy sees. */
export interface Canaries {
  /** Breaches of the spec, each in one point. */
  planted: number;
  readonly blindSpots: BlindSpot[];
}

export interface BlindSpot {
  /** An operation, and the status of an answer. */
  readonly operation: string;
  /** The schema and its keyword; a method and path where it is about Prism as a whole. */
  readonly place: string;
  readonly reason: string;
}

/** Begins with the operations that the mock takes from Prism, and that are judged by our own checks alone. */
export function createCanaries(reasons: ReadonlyMap<string, string>): Canaries {
  const ofPrism = [...reasons].map(([place, reason]) => {
    return { operation: "", place, reason: `Prism: ${reason}; the mock and the check of running appliances judge it` };
  });
  return { planted: 0, blindSpots: ofPrism };
}

export function note(
  canaries: Canaries,
  operation: string,
  { planted, unplanted }: { readonly planted: readonly unknown[]; readonly unplanted: readonly Unplanted[] },
): void {
  canaries.planted += planted.length;
  const spots = unplanted.filter(({ isVoid }) => isVoid);
  const told = new Set(canaries.blindSpots.map(({ place }) => place));
  for (const { pointer, constraint, reason } of spots) {
    const place = `${pointer} ${constraint}`;
    if (!told.has(place)) canaries.blindSpots.push({ operation, place, reason });
  }
}

export function writeCanaries(file: URL, canaries: Canaries): void {
  mkdirSync(new URL("./", file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(canaries, undefined, 2)}\n`);
}

/** What the last run has left; undefined where there was none. */
export function readCanaries(file: URL): Canaries | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Canaries) : undefined;
}
