import { formOf, isWildcard } from "@vendor-sdks/mock-server";
import { argumentName, encodeRequest, type Arguments } from "./encode.ts";
import { dereference, isObject, listOf, type JsonObject } from "./json.ts";
import { plantsOf, type Planted, type PlantOptions, type Plants, type Unplanted } from "./plant.ts";
import { operationAt, type Content, type Parameter, type Place, type Spec, type SpecOperation } from "./spec.ts";
import { pointerTo } from "./spots.ts";
import type { Planting } from "./standing.ts";

/** A request that breaks the spec in one point. */
export interface Fault {
  /** `without …` or `with …`. */
  readonly what: string;
  readonly args: Arguments;
  /** The part of the request that it is in. */
  readonly part: Place | "body";
  /** The place in the part, and the keyword of the schema that forbids it; where it is a schema that does. */
  readonly planted?: Planted;
  /** What the body is called instead of what it is. */
  readonly contentType?: string;
  /** What is sent in place of the body. */
  readonly text?: string;
}

export interface Faults {
  readonly faults: readonly Fault[];
  /** Constraints that no fault was found for. */
  readonly unplanted: readonly (Unplanted & { readonly part: Place | "body" })[];
}

/** One fault for everything that the spec requires or restricts: parameters, the body and all that is in it. */
export function faultsOf(planting: Planting, spec: Spec, operation: SpecOperation, args: Arguments): Faults {
  // A value may make a path that is another operation's.
  const isOwn = (given: Arguments): boolean =>
    operationAt(spec, operation.method, encodeRequest(operation, given).path) === operation;
  const ofParameters = operation.parameters.map((parameter) =>
    parameterFaults(planting, operation, parameter, { args, isOwn }),
  );
  const { body, contentType: _, ...bodiless } = args;
  const contents = operation.body?.contents ?? [];
  const content = contents.find(({ mediaType }) => formOf(mediaType) === "json");
  const ofBody = content === undefined || body === undefined ? NONE : bodyFaults(planting, content, args);
  const other: Fault = {
    what: "with a body of another media type",
    args,
    part: "body",
    contentType: "application/x-planted",
  };
  const isClosed = body !== undefined && !contents.some(({ mediaType }) => isWildcard(mediaType));
  return {
    faults: [
      // A path without one of its segments is another path.
      ...operation.parameters.filter((each) => each.in !== "path").flatMap((each) => missing(operation, each, args)),
      ...ofParameters.flatMap(({ faults }) => faults),
      ...(operation.body?.required === true
        ? [{ what: "without its body", args: bodiless, part: "body" } as const]
        : []),
      ...(isClosed ? [other] : []),
      ...ofBody.faults,
    ],
    unplanted: [...ofParameters, ofBody].flatMap(({ unplanted }) => unplanted),
  };
}

const NONE: Faults = { faults: [], unplanted: [] };

function missing(operation: SpecOperation, parameter: Parameter, args: Arguments): Fault[] {
  if (!parameter.required) return [];
  const { [argumentName(operation, parameter)]: _, ...rest } = args;
  return [{ what: `without the ${parameter.in} parameter "${parameter.name}"`, args: rest, part: parameter.in }];
}

interface Given {
  readonly args: Arguments;
  readonly isOwn: (args: Arguments) => boolean;
}

function parameterFaults(
  planting: Planting,
  operation: SpecOperation,
  parameter: Parameter,
  { args, isOwn }: Given,
): Faults {
  const { document, checker } = planting;
  const { name, in: part, schema } = parameter;
  const argument = argumentName(operation, parameter);
  // An object's members have names of their own, and a list of no items is not there.
  const value = args[argument];
  if (value === undefined || mayBeObject(document, schema)) return NONE;
  const carries: PlantOptions["carries"] = (each, { keyword, at }) => {
    const read = asRead(document, schema, each);
    const problems = read === undefined ? [] : checker.problems(schema, read.value, "request");
    const isBroken = problems.some(({ code, path }) => code === keyword && pointerTo(path) === pointerTo(at));
    return isBroken && (part !== "path" || isOwn({ ...args, [argument]: each }));
  };
  const root = { pointer: `/parameters/${part}/${name}`, schema };
  const plants = plantsOf(planting, root, value, { carries });
  return named(plants, part, `the ${part} parameter "${name}"`, (each) => ({ ...args, [argument]: each }));
}

function bodyFaults(planting: Planting, { mediaType, schema }: Content, args: Arguments): Faults {
  const plants = plantsOf(planting, { pointer: `/body/${mediaType}`, schema }, args["body"]);
  const { faults, unplanted } = named(plants, "body", "its body", (body) => ({ ...args, body }));
  const torn: Fault = { what: "with a body that is no JSON", args, part: "body", text: '{"planted": ' };
  return { faults: [...faults, torn], unplanted };
}

function named(
  { planted, unplanted }: Plants,
  part: Fault["part"],
  where: string,
  argsWith: (value: unknown) => Arguments,
): Faults {
  return {
    faults: planted.map((each) => {
      const { constraint, pointer, at, value } = each;
      const place = at.length === 0 ? where : `${where} at ${pointerTo(at)}`;
      const said = /\/(?:oneOf|anyOf|allOf)\//.test(pointer) ? ` (${pointer})` : "";
      return { what: `with ${place} against "${constraint}"${said}`, args: argsWith(value), part, planted: each };
    }),
    unplanted: unplanted.map((each) => ({ ...each, part })),
  };
}

function mayBeObject(document: JsonObject, schema: unknown, hops = 0): boolean {
  const found = dereference(document, schema);
  const parts = hops > 8 ? [] : ["allOf", "oneOf", "anyOf"].flatMap((word) => listOf(found[word]));
  const isObjects = [found["type"]].flat().includes("object") || found["properties"] !== undefined;
  return isObjects || parts.some((part) => mayBeObject(document, part, hops + 1));
}

/** What a parameter's value is read as once it has become a text; undefined where it cannot travel. */
function asRead(document: JsonObject, schema: unknown, value: unknown): { readonly value: unknown } | undefined {
  const found = dereference(document, schema);
  if ([found["type"]].flat().includes("array")) {
    const items = listOf([value].flat()).map((item) => asRead(document, found["items"], item));
    if (items.length === 0 || items.includes(undefined)) return undefined;
    return { value: items.map((item) => item?.value) };
  }
  if (value === null || isObject(value) || Array.isArray(value)) return undefined;
  const text = String(value);
  // Nothing, and what cuts a path or a header short.
  if (text === "" || /[^\x20-\x7e]/.test(text)) return undefined;
  const types = [found["type"]].flat();
  if (types.includes("string")) return { value: text };
  if (/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(text) && !types.includes("boolean")) return { value: Number(text) };
  if (text === "true" || text === "false") return { value: types.includes("boolean") ? text === "true" : text };
  return { value: text };
}
