import { objectAt, type JsonObject } from "../../generate/load/json.ts";
import { exampleFields, kindsOf, type FieldValues, type Kind } from "../../mock/credentials.ts";
import { exampleRequest, fedAlternative, type ExampleRequest } from "../../mock/request.ts";
import type { Operation, Package } from "../packages.ts";

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** What one call sends and gets. */
export interface PlannedCall {
  readonly operation: Operation;
  readonly args: JsonObject;
  /** Path arguments and query arguments, by name. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly request: ExampleRequest;
  /** The answer of the stub. */
  readonly code: number;
  readonly answer: JsonObject;
}

export interface Plan {
  readonly from: Package;
  readonly kind: Kind;
  readonly fields: FieldValues;
  /** The header that signs in. */
  readonly credential: readonly [name: string, value: string];
  readonly get: PlannedCall;
  readonly post: PlannedCall;
}

/** Of all packages the pair of operations that has most to put together: a GET with path and query, a POST with a body. */
export function planCalls(packages: readonly Package[]): Plan {
  const plans = packages.flatMap(plansOf);
  const [best] = plans.toSorted((a, b) => weight(b) - weight(a));
  if (best === undefined) throw new Error("no package has a GET and a POST with a body that a plain token signs in");
  return best;
}

function plansOf(from: Package): Plan[] {
  const kinds = kindsOf(from.vendor.document).filter(({ login }) => login === undefined);
  return kinds.flatMap((kind): Plan[] => {
    const fields = exampleFields(kind);
    const usable = from.operations.filter((each) => each.secured && fedAlternative(from.vendor, each, kind));
    const planned = usable.flatMap((operation) => plannedCall(from, operation, { kind, fields }));
    const [get] = planned.filter(({ operation }) => operation.method === "GET").toSorted((a, b) => rank(b) - rank(a));
    const [post] = planned
      .filter(({ operation, args }) => operation.method === "POST" && Object.hasOwn(args, "body"))
      .toSorted((a, b) => rank(b) - rank(a));
    if (get === undefined || post === undefined) return [];
    const credential = credentialOf(get);
    return credential === undefined ? [] : [{ from, kind, fields, credential, get, post }];
  });
}

function weight({ get, post }: Plan): number {
  return rank(get) + rank(post);
}

/** First whether there is a path and a query parameter at all; more of them count less, and lists by pages least. */
function rank({ operation, path, query }: PlannedCall): number {
  const [paths, queries] = [Object.keys(path).length, Object.keys(query).length];
  return (
    10 * Math.min(paths, 1) + 10 * Math.min(queries, 1) + (operation.paged ? 0 : 2) + Math.min(paths + queries, 5) / 5
  );
}

/** With every argument that is a plain value: libraries differ in how they write lists. Nothing where no example is an object. */
function plannedCall(
  { vendor }: Package,
  operation: Operation,
  credentials: { readonly kind: Kind; readonly fields: FieldValues },
): PlannedCall[] {
  const { required, all } = operation.arguments;
  const given = Object.entries(all).filter(([name, value]) => name === "body" || typeof value !== "object");
  const args = { ...required, ...Object.fromEntries(given) };
  const plain = Object.entries(args).every(([name, value]) => name === "body" || typeof value !== "object");
  const success = operation.answers.find(({ code }) => code >= 200 && code < 300);
  const examples = (success?.examples ?? []).map(({ value }) => value).filter((value) => typeof value === "object");
  const [answer] = examples.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length);
  if (!plain || success === undefined || answer === undefined || answer === null) return [];
  const request = exampleRequest(vendor, { ...operation, arguments: { required: args } }, credentials);
  const names = [...operation.path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
  const path = Object.fromEntries(names.map((name) => [name, String(args[name])]));
  const query = Object.fromEntries(new URL(request.target, "http://host").searchParams);
  return [{ operation, args, path, query, request, code: success.code, answer: objectAt({ answer }, "answer") }];
}

/** Nothing where a token goes elsewhere than into one header. */
function credentialOf({ request }: PlannedCall): [string, string] | undefined {
  const headers = Object.entries(request.headers).filter(([name]) => name !== "content-type");
  return headers.length === 1 ? headers[0] : undefined;
}
