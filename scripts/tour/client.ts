import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CallOptions, ClientOptions } from "@vendor-sdks/runtime";
import { root } from "../bin.ts";
import { own, type JsonObject } from "../generate/load/json.ts";
import type { FieldValues } from "../mock/credentials.ts";
import type { OperationCase, Vendor } from "../mock/vendor.ts";

/** A package's client, as far as every package's is the same. */
export interface TourClient {
  signIn(): Promise<void>;
  close(): Promise<void>;
}

export interface TourClientOptions extends ClientOptions {
  readonly baseUrl: string;
  readonly credentials?: FieldValues;
}

type Method = (args: JsonObject, options: CallOptions) => Promise<unknown>;
type ClientClass = new (options: TourClientOptions) => TourClient;

/** The client of a service, out of its built package. */
export async function createClient({ name, client }: Vendor, options: TourClientOptions): Promise<TourClient> {
  // A package may name itself, so that this works for any package that is there, be it a dependency of this one or not.
  const file = createRequire(join(root, "packages", name, "package.json")).resolve(`@vendor-sdks/${name}`);
  const module = (await import(pathToFileURL(file).href)) as JsonObject;
  const found = own(module, client);
  if (typeof found !== "function") throw new Error(`@vendor-sdks/${name} exports no ${client}`);
  return new (found as ClientClass)(options);
}

/** Calls an operation by its method, with the arguments that it cannot do without; throws unless it succeeds. */
export async function callMethod(client: TourClient, operation: OperationCase): Promise<void> {
  const { group, operationId, arguments: given } = operation;
  const methods = own(client, group) as Readonly<Record<string, Method | undefined>> | undefined;
  const call = methods?.[operationId]?.(given.required, { headers: fullestAnswer(operation) });
  if (call === undefined) throw new Error("the client has no such method");
  await call;
}

/** Asks the mock for the example that has most to show: where lists are concerned, it would take an empty one as soon as a full one. */
function fullestAnswer({ answers }: OperationCase): Readonly<Record<string, string>> {
  const answer = answers.find(({ code }) => code >= 200 && code < 300);
  const [fullest] = (answer?.examples ?? []).toSorted((a, b) => sizeOf(b.value) - sizeOf(a.value));
  return fullest === undefined ? {} : { prefer: `example=${fullest.name}` };
}

function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}
