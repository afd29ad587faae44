import { formOf, type SchemaChecker, type ValueMaker } from "@vendor-sdks/mock-server";
import * as fc from "fast-check";
import { argumentName, type Arguments } from "../openapi/encode.ts";
import { objectOf, textOf, type JsonObject } from "../openapi/json.ts";
import type { Content, Parameter, SpecOperation } from "../openapi/spec.ts";
import type { Breaches } from "./breaches/breaches.ts";
import { createBodies, hasFields, type SentBody } from "./bodies.ts";
import { kindsOf } from "./decode/kinds.ts";
import { lossOf, type Written } from "./losses.ts";
import { createArbitraries, type Arbitraries } from "./values/arbitraries.ts";
import { those } from "./values/tries.ts";

/** What a call is made with. */
export interface Input {
  readonly args: Arguments;
  /** Undefined for a call without a body. */
  readonly content: Content | undefined;
}

export interface Inputs {
  /** Throws where something is required that no value can be made for. */
  of(operation: SpecOperation, content: Content | undefined, choice: string | undefined): fc.Arbitrary<Input>;
  /** Optional parameters of which nothing can be sent, each with the reason. */
  readonly leftOut: ReadonlySet<string>;
  readonly isForbidden: (schema: unknown, value: unknown) => boolean;
  readonly breaches: (parameter: Parameter) => Breaches;
  readonly bodyBreaches: (content: Content) => Breaches;
}

export function createInputs(document: JsonObject, checker: SchemaChecker, maker: ValueMaker): Inputs {
  const shared = { document, checker, maker, direction: "request" } as const;
  const values = createArbitraries(shared);
  const headers = createArbitraries({ ...shared, alphabet: "header" });
  const bodies = createBodies(document, values);
  const leftOut = new Set<string>();

  const parameter = (operation: SpecOperation, described: Parameter): fc.Arbitrary<unknown> | undefined => {
    const { in: part, name, required, schema } = described;
    const what = `the ${part} parameter "${name}" of ${operation.method} ${operation.path}`;
    const made = told(what, () => sendable(part === "header" ? headers : values, writtenAs(operation, described)));
    if (typeof made === "string") {
      if (required) throw new Error(`No request can carry a value of ${what}: ${made}`);
      leftOut.add(`${what}: ${made}`);
      return undefined;
    }
    const isCautious = argumentName(operation, described) === cautiousIn(operation);
    if (!required && !isCautious) return made;
    const isThere = (value: unknown): boolean =>
      !(required && isOverlooked(described, value)) && !(isCautious && value === "");
    const there = those(made, isThere, schema);
    if (there !== undefined) return there;
    throw new Error(`No request can carry a value of ${what}: its schema allows a text of no characters alone`);
  };

  const breaches = memoized((schema) => values.breaches(schema));
  const breachesOfParameters = memoized((schema) => withoutNull(breaches(schema), schema));
  return {
    leftOut,
    isForbidden: (schema, value) => checker.problems(schema ?? {}, value, "request").length > 0,
    breaches: ({ schema }) => breachesOfParameters(schema),
    bodyBreaches({ mediaType, schema }) {
      if (schema === undefined) return NO_BREACHES;
      const isForm = ["form", "multipart"].includes(formOf(mediaType));
      if (isForm && !hasFields(values, schema)) return unbroken("all of its schema, which names no fields");
      const { types } = kindsOf(document, schema);
      const isOther = formOf(mediaType) === "text" && types.size > 0 && !types.has("string");
      return isOther ? unbroken("all of its schema, which is not one of texts") : breaches(schema);
    },
    of(operation, content, choice) {
      const fields: Record<string, fc.Arbitrary<unknown>> = {};
      const required: string[] = [];
      const cautious = cautiousIn(operation);
      for (const described of operation.parameters) {
        const name = argumentName(operation, described);
        const made = parameter(operation, described);
        if (made === undefined) continue;
        fields[name] = name === cautious ? made.filter((value) => String(value).trim() !== "") : made;
        if (described.required || name === cautious) required.push(name);
      }
      const given = fc.record(fields, { requiredKeys: required, noNullPrototype: true });
      const chosen = given.map((args): Arguments => {
        const { [cautious ?? ""]: _, ...rest } = args;
        return choice === undefined ? args : { ...rest, [choice]: true };
      });
      const withChoice =
        choice === undefined ? given : fc.oneof({ weight: 3, arbitrary: given }, { weight: 1, arbitrary: chosen });
      const body: fc.Arbitrary<SentBody | undefined> =
        content === undefined
          ? fc.constant(undefined)
          : told(`the body of the type ${content.mediaType} of ${operation.method} ${operation.path}`, () =>
              bodies(operation, content),
            );
      return fc.tuple(withChoice, body).map(([args, sent]): Input => {
        if (sent === undefined) return { args, content: undefined };
        const { body: value, contentType } = sent;
        return { args: { ...args, body: value, ...(contentType === undefined ? {} : { contentType }) }, content };
      });
    },
  };
}

/** Makes something for a place, of which an error tells. */
function told<T>(place: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new Error(`Of ${place}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** The parameter whose absence is a choice of its own, so that it must not look absent: a blank text does. */
function cautiousIn({ value }: SpecOperation): string | undefined {
  return textOf(objectOf(value["x-sdk-caution"])["parameter"]);
}

/** Of a parameter, null says that it is absent. */
function withoutNull({ found, unbroken }: Breaches, schema: unknown): Breaches {
  const left = found.map(({ values, ...breach }) => ({ ...breach, values: those(values, isGiven, schema) }));
  return {
    found: left.flatMap(({ values, ...breach }) => (values === undefined ? [] : [{ ...breach, values }])),
    unbroken: [
      ...unbroken,
      ...left.flatMap(({ word, place, values }) =>
        values === undefined ? [`${word} at /${place.join("/")}, which only null breaks`] : [],
      ),
    ],
  };
}

function isGiven(value: unknown): boolean {
  return value !== null;
}

/** To Prism a parameter without a text is not there, so that it refuses one that is required and may be empty: see the report. */
export function isOverlooked({ in: place }: Parameter, value: unknown): boolean {
  return ["query", "header"].includes(place) && [value].flat().map(String).join("") === "";
}

function unbroken(what: string): Breaches {
  return { found: [], unbroken: [what] };
}

const NO_BREACHES: Breaches = { found: [], unbroken: [] };

export function writtenAs({ document, parameters }: SpecOperation, parameter: Parameter): Written {
  const others = parameters.filter((other) => other !== parameter && other.in === parameter.in).map(({ name }) => name);
  return { document, parameter, others };
}

/** Values of a parameter that a request can carry; where it can carry none of many, the reason. */
function sendable(values: Arbitraries, written: Written): fc.Arbitrary<unknown> | string {
  const made = values.of(written.parameter.schema);
  const isCarried = (value: unknown): boolean => lossOf(written, value) === undefined;
  const sent = those(made, isCarried, written.parameter.schema);
  return sent ?? lossOf(written, fc.sample(made, { seed: 1, numRuns: 1 })[0]) ?? "";
}

function memoized<T>(make: (schema: unknown) => T): (schema: unknown) => T {
  const known = new Map<unknown, T>();
  return (schema) => {
    const made = known.get(schema) ?? make(schema);
    known.set(schema, made);
    return made;
  };
}
