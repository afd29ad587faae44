import { formatDiagnostics } from "../generate/diagnostics/diagnostic.ts";
import { generate, type Generated } from "../generate/generate.ts";
import type { Model } from "../generate/model/model.ts";

/** One of the two specs, and what the generator makes of it. */
export interface Side extends Generated {
  readonly model: Model;
}

/** Reads a spec and makes its package, in memory. Undefined if the spec is wrong: its diagnostics say why. */
export function readSide(service: string, file: string): Side | Generated {
  return generate(service, file, file);
}

export function isWhole(side: Side | Generated): side is Side {
  return side.model !== undefined;
}

/** A mistake of whoever runs a command: told without a stack. */
export class Refusal extends Error {}

/** A spec that can be compared; a refusal with its diagnostics if it is wrong. */
export function wholeSide(service: string, file: string, shown: string = file): Side {
  const side = readSide(service, file);
  if (isWhole(side)) return side;
  throw new Refusal(`${shown} is no whole spec:\n\n${formatDiagnostics(side.diagnostics, side.spec.locate)}`);
}
