import type { Schema } from "@cfworker/json-schema";
import { ConfigurationError } from "../errors/configuration-error.ts";
import type { ValidationProblem } from "../errors/validation-error.ts";
import { asJson } from "./as-json.ts";
import type { Lookup } from "./prepare.ts";
import { problemsIn } from "./problems.ts";

export type Engine = typeof import("@cfworker/json-schema");

/** Loads the engine: at the first use, so that a package that is missing is an error that says how to come by it. */
export async function loadEngine(service: string): Promise<Engine> {
  try {
    return await import("@cfworker/json-schema");
  } catch (cause) {
    const what = "Validation needs the package @cfworker/json-schema, which cannot be loaded";
    throw new ConfigurationError(service, `${what}. To install it: npm install @cfworker/json-schema`, cause);
  }
}

interface Checking {
  readonly schema: Schema;
  readonly lookup: Lookup;
  /** They travel as JSON, and not as parts of a URL. */
  readonly written: boolean;
  /** How far down there are files: see {@link asJson}. */
  readonly files: number;
}

/** Checks values against prepared schemas. */
export function check(
  { validate }: Engine,
  { schema, lookup, written, files }: Checking,
  value: unknown,
): readonly ValidationProblem[] {
  try {
    const plain = asJson(value, written, files);
    const { valid, errors } = validate(plain, schema, "2020-12", lookup, false);
    return valid ? [] : problemsIn(errors, { schema, lookup, value: plain });
  } catch {
    // Values that have no place in JSON: circles, functions, names in broken Unicode, thousands of levels.
    return [{ pointer: "", expected: "a value that JSON can hold and that is not nested without bound" }];
  }
}
