import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../bin.ts";
import { isObject, type JsonObject } from "../generate/load/json.ts";
import { servicesOf } from "../generate/specs.ts";

/** What is emitted of one operation for the tests, as far as it is needed here. */
export interface OperationCase {
  readonly operationId: string;
  /** The client's property that holds the method. */
  readonly group: string;
  readonly method: string;
  readonly path: string;
  readonly secured: boolean;
  readonly arguments: { readonly required: JsonObject };
  readonly answers: readonly Answer[];
}

export interface Answer {
  readonly code: number;
  readonly examples: readonly { readonly name: string; readonly value: unknown }[];
}

/** A service with what its package says about it. */
export interface Vendor {
  readonly name: string;
  /** Name of the client class. */
  readonly client: string;
  /** The bundled spec. */
  readonly document: JsonObject;
  readonly operations: readonly OperationCase[];
}

/** Every service that has a spec. */
export function vendorNames(): string[] {
  return servicesOf(root);
}

export function readVendor(name: string): Vendor {
  const document = readEmitted(name, "openapi.json");
  const cases = readEmitted(name, "test/generated/cases.json") as unknown as Pick<Vendor, "client" | "operations">;
  return { name, document, client: cases.client, operations: cases.operations };
}

function readEmitted(name: string, file: string): JsonObject {
  const path = join(root, "packages", name, file);
  if (!existsSync(path)) throw new Error(`packages/${name}/${file} is missing: run \`pnpm generate ${name}\``);
  const value: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (!isObject(value)) throw new Error(`packages/${name}/${file} holds no object: run \`pnpm generate ${name}\``);
  return value;
}
