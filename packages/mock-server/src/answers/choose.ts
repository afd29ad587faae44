import { asObject, resolveLocal, type JsonObject } from "../json.ts";
import { concreteMediaType, essenceOf, isCovered } from "../media-type.ts";
import { decodeName } from "../example-names.ts";
import type { MockOperation } from "../operations.ts";

/** What a request asks of the mock by its headers. */
export interface Wishes {
  readonly prefer: string | undefined;
  readonly accept: string | undefined;
}

/** An answer of the document. */
export interface Chosen {
  readonly status: number;
  readonly response: JsonObject;
  /** Undefined for an answer without content. */
  readonly mediaType: string | undefined;
  readonly media: JsonObject;
  /** Undefined where the media type has no example. */
  readonly value: unknown;
}

/** Why there is none. */
export interface NotChosen {
  readonly status: number;
  readonly detail: string;
}

export function chooseAnswer(document: JsonObject, operation: MockOperation, wishes: Wishes): Chosen | NotChosen {
  const wanted = preferences(wishes.prefer);
  const code = wanted["code"];
  const status = code === undefined ? usualStatus(operation) : statusFor(operation, code);
  if (status === undefined) return { status: 404, detail: `${operation.name} declares no answer ${code ?? "at all"}` };
  const found = { status: Number(code ?? concreteStatus(status)), response: operation.responses.get(status) ?? {} };
  return withContent(document, found, wishes.accept, wanted["example"]);
}

/** The answer to a request that is refused: as the document declares it for one of the statuses, else undefined. */
export function chooseRefusal(
  document: JsonObject,
  operation: MockOperation,
  statuses: readonly string[],
): Chosen | undefined {
  const status = statuses.find(
    (each) => statusFor(operation, each) !== undefined && statusFor(operation, each) !== "default",
  );
  if (status === undefined) return undefined;
  const response = operation.responses.get(statusFor(operation, status) ?? "") ?? {};
  const chosen = withContent(document, { status: Number(status), response }, undefined, undefined);
  return "response" in chosen ? chosen : undefined;
}

/** Such an answer has no body, whatever is declared, and so none that a client could refuse. */
export function isBodiless(status: number): boolean {
  return [204, 205, 304].includes(status);
}

function withContent(
  document: JsonObject,
  found: { readonly status: number; readonly response: JsonObject },
  accept: string | undefined,
  example: string | undefined,
): Chosen | NotChosen {
  const contents = Object.entries(asObject(found.response["content"]));
  if (contents.length === 0 || isBodiless(found.status))
    return { ...found, mediaType: undefined, media: {}, value: undefined };
  const content = negotiate(contents, accept);
  if (content === undefined) return { status: 406, detail: `There is no answer of the media type ${accept}` };
  const [declared, entry, mediaType] = content;
  const media = resolveLocal(document, entry) ?? {};
  const examples = asObject(media["examples"]);
  const name = example ?? Object.keys(examples)[0];
  if (example !== undefined && examples[example] === undefined)
    return { status: 404, detail: `${declared} has no example "${example}"` };
  return { ...found, mediaType, media, value: name === undefined ? undefined : asObject(examples[name])["value"] };
}

/** Names and values of the `Prefer` header. */
function preferences(prefer: string | undefined): Readonly<Record<string, string>> {
  const pairs = (prefer ?? "").split(",").map((pair) => pair.trim().split("="));
  return Object.fromEntries(pairs.map(([name = "", value = ""]) => [name, decodeName(value)]));
}

function statusFor({ responses }: MockOperation, code: string): string | undefined {
  return [code, `${code[0]}XX`, `${code[0]}xx`, "default"].find((status) => responses.has(status));
}

function usualStatus({ responses }: MockOperation): string | undefined {
  const statuses = [...responses.keys()];
  const successes = statuses.filter((status) => status.startsWith("2")).sort();
  return successes[0] ?? statuses.find((status) => status === "default") ?? statuses[0];
}

function concreteStatus(status: string): string {
  return status === "default" ? "200" : status.replace(/x/gi, "0");
}

type Content = readonly [declared: string, media: unknown];

/** By the order of `Accept`; JSON first where anything will do. */
function negotiate(contents: readonly Content[], accept = "*/*"): readonly [string, unknown, string] | undefined {
  const ranges = accept
    .split(",")
    .map((range) => ({ range: essenceOf(range), weight: Number(/;\s*q=([\d.]+)/.exec(range)?.[1] ?? 1) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { range } of ranges) {
    const fitting = contents.filter(([declared]) => isCovered(declared, range) || isCovered(range, declared));
    const [declared, media] =
      fitting.find(([each]) => essenceOf(each) === range) ??
      fitting.find(([each]) => /json/.test(each)) ??
      fitting[0] ??
      [];
    if (declared === undefined) continue;
    return [declared, media, range.includes("*") || !declared.includes("*") ? concreteMediaType(declared) : range];
  }
  return undefined;
}
