import { formOf } from "@vendor-sdks/mock-server";
import { mkdirSync, writeFileSync } from "node:fs";
import type { Parameter, Spec, SpecOperation } from "../openapi/spec.ts";
import type { Breach } from "./breaches/breaches.ts";
import { isUncheckedFormat } from "./breaches/words.ts";
import { isOverlooked, writtenAs, type Inputs } from "./inputs.ts";
import { lossesOf } from "./losses.ts";
import type { Fuzzing } from "./seed.ts";

/** What the properties cannot look at, each with the reason. */
export interface PropertiesReport extends Fuzzing {
  /** Place → values that no reader could give back, and so were not sent. */
  readonly notSaid: Readonly<Record<string, readonly string[]>>;
  /** Place → constraints that nothing breaks, since another alternative of the schema allows what would. */
  readonly notBroken: Readonly<Record<string, readonly string[]>>;
  /** Place → why something that is broken there is not seen, and by whom. */
  readonly blindSpots: Readonly<Record<string, readonly string[]>>;
  /** Optional parameters that no value can be sent for. */
  readonly leftOut: readonly string[];
}

export function propertiesReport(spec: Spec, inputs: Inputs, { seed, runs }: Fuzzing): PropertiesReport {
  const notSaid: Record<string, readonly string[]> = {};
  const notBroken: Record<string, readonly string[]> = {};
  const blindSpots: Record<string, readonly string[]> = {};
  const add = (table: Record<string, readonly string[]>, place: string, found: readonly string[]): void => {
    if (found.length > 0) table[place] = found;
  };
  for (const operation of spec.operations.values()) {
    for (const parameter of operation.parameters) {
      const place = placeOf(operation, parameter);
      const { found, unbroken } = inputs.breaches(parameter);
      const isEmptied = isOverlooked(parameter, "") && parameter.required !== inputs.isForbidden(parameter.schema, "");
      add(blindSpots, place, [
        ...(isEmptied ? ["Prism takes a text of no characters for a parameter that is not there"] : []),
        ...uncheckedFormats(found),
      ]);
      add(notSaid, place, lossesOf(writtenAs(operation, parameter)));
      add(notBroken, place, unbroken);
    }
    for (const content of operation.body?.contents ?? []) {
      const { mediaType, schema } = content;
      const place = `${operation.id} body ${mediaType}`;
      const { found, unbroken } = inputs.bodyBreaches(content);
      const isNulled = formOf(mediaType) === "json" && inputs.isForbidden(schema, null);
      add(blindSpots, place, [
        ...(isNulled ? ["Prism takes a body that is null for one that is not there"] : []),
        ...uncheckedFormats(found),
      ]);
      add(notBroken, place, unbroken);
    }
  }
  return { seed, runs, notSaid, notBroken, blindSpots, leftOut: [...inputs.leftOut] };
}

function uncheckedFormats(breaches: readonly Breach[]): string[] {
  const words = new Set(breaches.map(({ word }) => word).filter(isUncheckedFormat));
  return [...words].map((word) => `the package's validation does not look at the ${word}`);
}

function placeOf({ id }: SpecOperation, { in: place, name }: Parameter): string {
  return `${id} ${place} ${name}`;
}

export function writePropertiesReport(file: URL, report: PropertiesReport): void {
  mkdirSync(new URL("./", file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`);
}
