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
