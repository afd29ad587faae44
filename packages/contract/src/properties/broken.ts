import { essenceOf, formOf, type Violation } from "@vendor-sdks/mock-server";
import { ValidationError } from "@vendor-sdks/runtime/validation";
import * as fc from "fast-check";
import { describe, test } from "vitest";
import { argumentName, type Arguments } from "../openapi/encode.ts";
import { listOf, objectOf, textOf } from "../openapi/json.ts";
import { operationAt, type Content, type Parameter, type SpecOperation } from "../openapi/spec.ts";
import { valueIn } from "../openapi/standing.ts";
import type { FullCase } from "../suite/complete-cases.ts";
import { entranceTo } from "../suite/credentials.ts";
import { callOperation, specOperation, violationsOf, type AnyResult, type Suite } from "../suite/suite.ts";
import { holdsFor } from "./assert.ts";
import type { Breach } from "./breaches/breaches.ts";
import { isUncheckedFormat } from "./breaches/words.ts";
import { keyOf, readRequest } from "./decode/request.ts";
import type { Properties } from "./properties.ts";
import { namesInQuery } from "./secrets.ts";
import { plain } from "./values/plain.ts";

/** That what breaks one constraint of the spec is refused: by the mock, and by the package's validation before it is sent. */
export function describeBroken(suite: Suite, properties: Properties, operation: FullCase): void {
  const described = specOperation(suite, operation.operationId);
  const places = placesOf(properties, described);
  if (places.length === 0) return;
  describe("refuses what breaks one constraint", () => {
    for (const place of places) {
      test(place.what, async () => {
        for (const breach of place.breaches) await refuses(suite, properties, operation, described, place, breach);
      });
    }
  });
}

/** What a constraint stands on. */
interface Broken {
  readonly what: string;
  /** What the argument is called. */
  readonly argument: string;
  /** In the mock's words: what stands before the place in the value. */
  readonly location: readonly string[];
  readonly schema: unknown;
  readonly parameter: Parameter | undefined;
  readonly content: Content | undefined;
  readonly breaches: readonly Breach[];
}

const MISSING: Breach = { word: "required", place: [], values: fc.constant(undefined) };

function placesOf(properties: Properties, operation: SpecOperation): Broken[] {
  const { parameters, body } = operation;
  const [usual] = body?.contents ?? [];
  const ofParameters = parameters.map((parameter): Broken => {
    const { name, in: part, schema, required } = parameter;
    const missing = required && part !== "path" ? [MISSING] : [];
    return {
      what: `in the ${part} parameter "${name}"`,
      argument: argumentName(operation, parameter),
      location: [part, part === "header" ? name.toLowerCase() : name],
      schema,
      parameter,
      content: body?.required === true ? usual : undefined,
      breaches: [...missing, ...properties.inputs.breaches(parameter).found],
    };
  });
  const ofBodies = (body?.contents ?? []).map((content): Broken => {
    const isRead = ["json", "form", "multipart", "text"].includes(formOf(content.mediaType));
    return {
      what: `in a body of the type ${content.mediaType}`,
      argument: "body",
      location: ["body"],
      schema: content.schema,
      parameter: undefined,
      content,
      breaches: [
        ...(body?.required === true ? [MISSING] : []),
        ...(isRead ? properties.inputs.bodyBreaches(content).found : []),
      ],
    };
  });
  return [...ofParameters, ...ofBodies].filter(({ breaches }) => breaches.length > 0);
}

async function refuses(
  suite: Suite,
  properties: Properties,
  operation: FullCase,
  described: SpecOperation,
  broken: Broken,
  breach: Breach,
): Promise<void> {
  const sound = properties.inputs.of(described, broken.content, undefined);
  const args = fc
    .tuple(sound, breach.values)
    .map(([input, value]): Arguments => ({ ...input.args, [broken.argument]: value }));
  const few = { seed: properties.seed, runs: Math.max(1, Math.round(properties.runs / 20)) };
  await holdsFor(
    few,
    args,
    (shown) => shown,
    async (given) => {
      try {
        await isCaught(suite, properties, operation, described, broken, breach, given);
        await isRefused(suite, properties, operation, described, broken, breach, given);
      } catch (error) {
        const where = [broken.argument, ...breach.place].join("/");
        throw new Error(
          `"${breach.word}" is broken at ${where}. ${error instanceof Error ? error.message : String(error)}`,
          { cause: error },
        );
      }
    },
  );
}

/** By the package's validation, before anything is sent. */
async function isCaught(
  suite: Suite,
  { validator }: Properties,
  operation: FullCase,
  described: SpecOperation,
  { argument }: Broken,
  { word, place }: Breach,
  args: Arguments,
): Promise<void> {
  const sent: string[] = [];
  const fetch = async (input: string | URL | Request): Promise<Response> => {
    sent.push(String(input));
    return Promise.resolve(new Response(null, { status: 204 }));
  };
  const { options } = entranceTo(suite, described);
  const client = suite.client({ ...options(), validator, fetch });
  const error = await callOperation(client, operation, args).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (sent.length > 0 && isUncheckedFormat(word)) return;
  if (sent.length > 0) throw new Error(`With validation on, ${sent.join(", ")} was sent`);
  if (!(error instanceof ValidationError)) throw new Error(`With validation on, it ended with ${String(error)}`);
  const wanted = [argument, ...place];
  const isNamed = error.problems.some(({ pointer, expected }) => {
    const told = pointer.split("/").slice(1).map(unescapeToken);
    // Where several alternatives may have been meant, what they stand for is named.
    const isAround = expected.includes("alternative") && told.every((token, index) => token === wanted[index]);
    return isAround || isAt(told, wanted, word);
  });
  if (!isNamed) throw new Error(`Validation does not name the place: ${error.message}`);
}

function unescapeToken(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** By the mock, where the request still shows what was wrong with the arguments. */
async function isRefused(
  suite: Suite,
  properties: Properties,
  operation: FullCase,
  described: SpecOperation,
  broken: Broken,
  { word, place }: Breach,
  args: Arguments,
): Promise<void> {
  const { mock } = suite;
  mock.clear();
  const { options } = entranceTo(suite, described);
  const result = await callOperation(suite.client(options()), operation, args)
    .result()
    .catch((error: unknown) => error);
  const [request] = await mock.requests();
  if (request === undefined) return; // the client itself refuses what no request can carry
  if (operationAt(suite.spec, described.method, request.path) !== described) return; // what is broken names another one
  const content = args["body"] === undefined ? undefined : broken.content;
  // Of parts that are no form the mock judges nothing.
  const isForm = essenceOf(content?.mediaType ?? "") === "multipart/form-data";
  if (broken.argument === "body" && formOf(content?.mediaType ?? "") === "multipart" && !isForm) return;
  const read = await readRequest(described, content, request, namesInQuery(suite)).catch(() => undefined);
  const seen = broken.parameter === undefined ? read?.body : read?.parameters.get(keyOf(broken.parameter));
  if (read === undefined) return;
  const isRequired = broken.parameter?.required ?? described.body?.required ?? false;
  const isVisible = seen === undefined ? isRequired : properties.inputs.isForbidden(broken.schema, plain(seen));
  if (!isVisible) return;
  // Of a form that lost a field on the way, other things are wrong than what was broken.
  if (!isRequired && request.bytes.byteLength === 0 && broken.parameter === undefined) return;
  if (["form", "multipart"].includes(formOf(content?.mediaType ?? "")) && hasLost(args["body"], seen)) return;
  if (isOverlooked(broken, seen) && !isAnsweredByMock(result)) return;
  const { response } = result as AnyResult;
  const found = refusalsIn(response, result as AnyResult);
  // To Prism what is null or empty is not there, and names in URLs know no case. A member that is null leaves no trace.
  const isAbsent = ["", null, undefined].includes(valueIn(seen, place) as "" | null | undefined);
  // A list of one such item is a parameter without a text.
  const isBare = broken.parameter !== undefined && Array.isArray(seen) && seen.length === 1 && seen[0] === "";
  const wanted = [...broken.location, ...(isBare ? [] : place)].map(lowered(broken));
  const named = found.map(({ at, code }) => ({ at: at.map(lowered(broken)), code }));
  const isNamed = named.some(
    ({ at, code }) => isAt(at, wanted, isAbsent ? "required" : word) || isChoiceAround(at, code, wanted),
  );
  if (response.status < 400 || !isNamed)
    throw new Error(
      `The mock answered ${response.status} and named ${fc.stringify(found)} to ${request.method} ${request.url} ${request.body}`,
    );
}

function lowered({ parameter }: Broken): (text: string) => string {
  return (text) => (parameter === undefined ? text : text.toLowerCase());
}

/** Prism takes a text of no characters, and a body that is null, for what is not there, and has nothing against it; the report says so. */
function isOverlooked({ parameter }: Broken, seen: unknown): boolean {
  return parameter === undefined ? seen === null : seen === "" && ["query", "header"].includes(parameter.in);
}

function hasLost(given: unknown, seen: unknown): boolean {
  const found = objectOf(seen);
  return Object.keys(objectOf(given)).some((name) => !Object.hasOwn(found, name));
}

function isAnsweredByMock(result: unknown): boolean {
  return (result as AnyResult).response.headers.has("mock-server-answered");
}

/** Places by their parts. A problem may be told of what stands around: a missing member is one of its owner. */
function isAt(told: readonly string[], wanted: readonly string[], word: string): boolean {
  const isWithin = told.every((part, index) => wanted[index] === undefined || wanted[index] === part);
  const around = word === "required" || word === "additionalProperties" || word === "readOnly" ? 1 : 0;
  return isWithin && told.length >= wanted.length - around;
}

/** Where several alternatives may have been meant, the mock names what they stand for. */
function isChoiceAround(told: readonly string[], code: string, wanted: readonly string[]): boolean {
  return ["oneOf", "anyOf"].includes(code) && told.every((part, index) => part === wanted[index]);
}

/** What the mock has against a request. */
interface Refusal {
  readonly at: readonly string[];
  readonly code: string;
}

function refusalsIn(response: Response, result: AnyResult): Refusal[] {
  const told = violationsOf(response).filter(({ location: [side] }: Violation) => side === "request");
  if (told.length > 0) return told.map(({ location, code = "" }) => ({ at: location.slice(1).map(String), code }));
  // Where an operation declares no answer that refuses, Prism answers with a problem of its own.
  const text = "text" in result ? textOf(result.text) : undefined;
  const { validation } = objectOf(text === undefined || text === "" ? {} : JSON.parse(text));
  return listOf(validation)
    .map(objectOf)
    .map(({ location, code }) => ({ at: listOf(location).map(String), code: String(code) }));
}
