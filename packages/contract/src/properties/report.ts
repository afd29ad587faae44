import { mkdirSync, writeFileSync } from "node:fs";
import type { Parameter, Spec, SpecOperation } from "../openapi/spec.ts";
import { writtenAs, type Inputs } from "./inputs.ts";
import { lossesOf } from "./losses.ts";
import type { Fuzzing } from "./seed.ts";

/** What the properties cannot look at, each with the reason. */
export interface PropertiesReport extends Fuzzing {
  /** Place → values that no reader could give back, and so were not sent. */
  readonly notSaid: Readonly<Record<string, readonly string[]>>;
  /** Place → constraints that nothing breaks, since another alternative of the schema allows what would. */
  readonly notBroken: Readonly<Record<string, readonly string[]>>;
  /** Constraints that the mock does not see broken; the package's validation does. */
  readonly blindSpots: Readonly<Record<string, string>>;
  /** Optional parameters that no value can be sent for. */
  readonly leftOut: readonly string[];
}

export function propertiesReport(spec: Spec, inputs: Inputs, { seed, runs }: Fuzzing): PropertiesReport {
  const notSaid: Record<string, readonly string[]> = {};
  const notBroken: Record<string, readonly string[]> = {};
  const blindSpots: Record<string, string> = {};
  const add = (table: Record<string, readonly string[]>, place: string, found: readonly string[]): void => {
    if (found.length > 0) table[place] = found;
  };
  for (const operation of spec.operations.values()) {
    for (const parameter of operation.parameters) {
      const place = placeOf(operation, parameter);
      if (parameter.in === "query" && refusesEmpty(inputs, parameter))
        blindSpots[place] = "Prism takes a text of no characters for a parameter that is not there";
      add(notSaid, place, lossesOf(writtenAs(operation, parameter)));
      add(notBroken, place, inputs.breaches(parameter.schema).unbroken);
    }
    for (const { mediaType, schema } of operation.body?.contents ?? [])
      add(notBroken, `${operation.id} body ${mediaType}`, inputs.breaches(schema).unbroken);
  }
  return { seed, runs, notSaid, notBroken, blindSpots, leftOut: [...inputs.leftOut] };
}

function refusesEmpty(inputs: Inputs, { schema }: Parameter): boolean {
  return inputs.isForbidden(schema, "");
}

function placeOf({ id }: SpecOperation, { in: place, name }: Parameter): string {
  return `${id} ${place} ${name}`;
}

export function writePropertiesReport(file: URL, report: PropertiesReport): void {
  mkdirSync(new URL("./", file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`);
}
