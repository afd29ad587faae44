import { formOf, isWildcard } from "@vendor-sdks/mock-server";
import { argumentName, type Arguments } from "./encode.ts";
import { dereference, isObject, listOf, objectOf, type JsonObject } from "./json.ts";
import type { Content, Parameter, Place, Spec, SpecOperation } from "./spec.ts";
import type { Violator } from "./violation.ts";

/** Arguments that break the spec in one point. */
export interface Fault {
  /** `without …` or `with …`. */
  readonly what: string;
  readonly args: Arguments;
  /** The part of the request that it is in. */
  readonly part: Place | "body";
  /** What the body is called instead of what it is. */
  readonly contentType?: string;
}

/** One fault for everything that the spec requires or restricts: parameters, the body, the properties on top of it. */
export function faultsOf(spec: Spec, violator: Violator, operation: SpecOperation, args: Arguments): Fault[] {
  const parameters = operation.parameters.flatMap((parameter) => [
    // A path without one of its segments is another path.
    ...(parameter.in === "path" ? [] : missing(operation, parameter, args)),
    ...wrong(spec.document, violator, operation, parameter, args),
  ]);
  const { body, contentType: _, ...bodiless } = args;
  const contents = operation.body?.contents ?? [];
  const content = contents.find(({ mediaType }) => formOf(mediaType) === "json");
  const bodies = content === undefined || body === undefined ? [] : bodiesOf(spec, violator, content, body);
  // What a body of another kind holds is its readers' affair; that it is of no declared kind is not.
  const isOther =
    content === undefined && body !== undefined && !contents.some(({ mediaType }) => isWildcard(mediaType));
  const other = {
    what: "with a body of another media type",
    args,
    part: "body",
    contentType: "application/x-planted",
  } as const;
  return [
    ...parameters,
    ...(operation.body?.required === true ? [{ what: "without its body", args: bodiless, part: "body" } as const] : []),
    ...(isOther ? [other] : []),
    ...bodies.map(({ what, body }) => ({ what, args: { ...args, body }, part: "body" }) as const),
  ];
}

function missing(operation: SpecOperation, parameter: Parameter, args: Arguments): Fault[] {
  if (!parameter.required) return [];
  const { [argumentName(operation, parameter)]: _, ...rest } = args;
  return [{ what: `without the ${parameter.in} parameter "${parameter.name}"`, args: rest, part: parameter.in }];
}

function wrong(
  document: JsonObject,
  violator: Violator,
  operation: SpecOperation,
  parameter: Parameter,
  args: Arguments,
): Fault[] {
  const text = mayBeObject(document, parameter.schema) ? undefined : violator.text(parameter.schema);
  if (text === undefined) return [];
  const what = `with "${text}" for the ${parameter.in} parameter "${parameter.name}"`;
  return [{ what, args: { ...args, [argumentName(operation, parameter)]: text }, part: parameter.in }];
}

/** An object's members have names of their own, so a text in its place is another parameter. */
function mayBeObject(document: JsonObject, schema: unknown, hops = 0): boolean {
  const found = dereference(document, schema);
  const parts = hops > 8 ? [] : ["allOf", "oneOf", "anyOf"].flatMap((word) => listOf(found[word]));
  const isObjects = [found["type"]].flat().includes("object") || found["properties"] !== undefined;
  return isObjects || parts.some((part) => mayBeObject(document, part, hops + 1));
}

interface FaultyBody {
  readonly what: string;
  readonly body: unknown;
}

function bodiesOf({ document }: Spec, violator: Violator, { schema }: Content, given: unknown): FaultyBody[] {
  const whole = violator.value(schema);
  const faults: FaultyBody[] =
    whole === undefined ? [] : [{ what: `with the body ${JSON.stringify(whole)}`, body: whole }];
  const described = dereference(document, schema);
  const [row] = listOf(given);
  // In a list, the first row gets the faults.
  if (row !== undefined) {
    const rows = propertyFaults(document, violator, described["items"], row);
    return [...faults, ...rows.map(({ what, body }) => ({ what, body: [body, ...listOf(given).slice(1)] }))];
  }
  return [...faults, ...propertyFaults(document, violator, described, given)];
}

function propertyFaults(document: JsonObject, violator: Violator, schema: unknown, given: unknown): FaultyBody[] {
  if (!isObject(given)) return [];
  const { properties, required } = dereference(document, schema);
  const names = listOf(required).filter((name) => typeof name === "string" && Object.hasOwn(given, name)) as string[];
  return [
    ...names.map((name) => {
      const { [name]: _, ...rest } = given;
      return { what: `without "${name}" in its body`, body: rest };
    }),
    ...Object.entries(objectOf(properties)).flatMap(([name, property]) => {
      const { readOnly } = dereference(document, property);
      const value = readOnly === true ? undefined : violator.value(property);
      if (value === undefined) return [];
      return [{ what: `with ${JSON.stringify(value)} for "${name}" in its body`, body: { ...given, [name]: value } }];
    }),
  ];
}
