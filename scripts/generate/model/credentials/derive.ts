import { isObject, type JsonObject, own } from "../../load/json.ts";
import { operationsOf } from "../../load/walk.ts";
import { bounded, marked } from "../fallback.ts";
import { fold, joinWords } from "../names.ts";
import { statedSecurity } from "../security.ts";
import { type Part, type Parts, partsOf } from "./parts.ts";

// What a spec without `x-sdk-credentials` says of signing in is its security requirements. They make plans of the same form:
//
// - each alternative that an operation takes is a kind; where it is of several schemes, their fields are given together
// - a scheme with OAuth 2.0's client credentials is a second kind, which fetches its tokens itself
// - where no kind is enough for every operation there is one more, `all`, with what each operation takes first

/** The plans by kind: the document's own, or those that its security requirements make. */
export function credentialPlans(document: JsonObject): JsonObject {
  const written = own(document, "x-sdk-credentials");
  return isObject(written) ? written : derivePlans(document);
}

const LONGEST = 60;

/** Each kind names the fields of all others, so that a long list of them would be a very long file. */
export const MOST_ALTERNATIVES = 40;

/** An alternative of what requests carry. */
interface Alternative {
  /** Its schemes, sorted. */
  readonly schemes: readonly string[];
  /** Whether a client certificate goes with it. */
  readonly tls: boolean;
}

function derivePlans(document: JsonObject): JsonObject {
  const parts = partsOf(document);
  const needs = needsOf(document, parts);
  const kinds = alternativesOf(needs).slice(0, MOST_ALTERNATIVES);
  const plans = new Map<string, JsonObject>();
  const taken = new Set<string>();
  const add = (name: string, identity: string, plan: JsonObject): void => {
    const isFree = (each: string): boolean => !taken.has(fold(each));
    const short = bounded(name, name, LONGEST);
    const own = (isFree(short) ? short : marked(short, identity, isFree)).replace("_", "");
    taken.add(fold(own));
    plans.set(own, plan);
  };
  const addGiven = (name: string | undefined, schemes: readonly string[], more: string): void => {
    const used = new Map([...parts.given].filter(([scheme]) => schemes.includes(scheme)));
    add(name ?? kindName([...used.values()]), schemes.join("\n"), merged(used, more));
  };
  for (const { schemes, tls } of kinds) {
    const certificate = tls ? "A client certificate goes with it, which is a matter of TLS." : "";
    addGiven(undefined, schemes, certificate);
    const [scheme = "", ...others] = schemes;
    const client = others.length === 0 ? parts.clients.get(scheme) : undefined;
    if (client !== undefined) add(client.kind, scheme, merged(new Map([[scheme, client]]), certificate));
  }
  const secured = [...needs.values()].filter((alternatives) => alternatives.every(({ schemes }) => schemes.length > 0));
  const isEnough = (given: readonly string[]): boolean =>
    secured.every((alternatives) =>
      alternatives.some(({ schemes }) => schemes.every((scheme) => given.includes(scheme))),
    );
  if (kinds.length > 0 && !kinds.some(({ schemes }) => isEnough(schemes))) {
    const schemes = [...new Set(secured.flatMap(([first]) => first?.schemes ?? []))].toSorted();
    addGiven("all", schemes, "What every operation needs, together.");
  }
  return Object.fromEntries(plans);
}

/** The different alternatives: first those of the document, then those of few schemes. */
function alternativesOf(needs: ReadonlyMap<string, readonly Alternative[]>): Alternative[] {
  const kinds = new Map<string, Alternative>();
  for (const alternative of [...(needs.get("") ?? []), ...[...needs.values()].flat().toSorted(byKey)]) {
    const known = kinds.get(keyOf(alternative));
    if (alternative.schemes.length > 0)
      kinds.set(keyOf(alternative), { ...alternative, tls: known?.tls === true || alternative.tls });
  }
  return [...kinds.values()];
}

/** How many alternatives a document has; more than {@link MOST_ALTERNATIVES} of them are no kinds. */
export function countAlternatives(document: JsonObject): number {
  return alternativesOf(needsOf(document, partsOf(document))).length;
}

/** The alternatives of all operations, each list of them once; those of the document, if operations go by them, by "". */
function needsOf(document: JsonObject, { given }: Parts): Map<string, readonly Alternative[]> {
  const needs = new Map<string, readonly Alternative[]>();
  for (const { value } of operationsOf(document)) {
    const stated = statedSecurity(document, value);
    const key = own(value, "security") === undefined ? "" : JSON.stringify(stated);
    if (stated.length === 0 || needs.has(key)) continue;
    const alternatives = stated.map((each): Alternative => {
      const schemes = Object.keys(each)
        .filter((scheme) => given.has(scheme))
        .toSorted();
      return { schemes, tls: schemes.length < Object.keys(each).length };
    });
    needs.set(key, alternatives);
  }
  return needs;
}

function keyOf({ schemes }: Alternative): string {
  return JSON.stringify(schemes);
}

function byKey(a: Alternative, b: Alternative): number {
  return a.schemes.length - b.schemes.length || (keyOf(a) < keyOf(b) ? -1 : 1);
}

function kindName(parts: readonly Part[]): string {
  const [first = "", ...others] = parts.map(({ kind }) => kind);
  return [first, ...others.map(joinWords)].join("And");
}

/** One plan of what several schemes take. */
function merged(parts: ReadonlyMap<string, Part>, more: string): JsonObject {
  const all = [...parts.values()];
  const authorize = [...parts].map(([scheme, part]) => [scheme, part.authorize] as const);
  return {
    description: [...all.map(({ description }) => description), more].filter((text) => text !== "").join("\n\n"),
    fields: Object.fromEntries(all.flatMap(({ fields }) => Object.entries(fields))),
    ...Object.fromEntries(all.flatMap(({ session }) => Object.entries(session))),
    authorize: Object.fromEntries(authorize),
  };
}
