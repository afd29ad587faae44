import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../bin.ts";
import { own, type JsonObject } from "../generate/load/json.ts";
import { kindsOf } from "../mock/credentials.ts";
import { handWrittenOf } from "../generate/specs.ts";
import { readVendor, type Answer, type OperationCase, type Vendor } from "../mock/vendor.ts";

/** An operation with all that its package's test data say of it. */
export interface Operation extends OperationCase {
  readonly paged: boolean;
  readonly arguments: { readonly required: JsonObject; readonly all: JsonObject };
  readonly answers: readonly (Answer & { readonly status: string })[];
}

/** A vendor's built package. */
export interface Package {
  readonly name: string;
  readonly vendor: Vendor;
  readonly operations: readonly Operation[];
  /** File with the client class. */
  readonly entry: string;
  /** File with the standalone operations. */
  readonly operationsEntry: string;
  /** Names of the sign-in functions, by kind of credentials. */
  readonly signIns: Readonly<Record<string, string>>;
}

/** Limits are held for what is written here: of a vendor's own document nobody knows how much its operations carry. */
export async function readPackages(): Promise<Package[]> {
  return Promise.all(handWrittenOf(root).map(readPackage));
}

async function readPackage(name: string): Promise<Package> {
  const vendor = readVendor(name);
  const operationsEntry = entryOf(name, "/operations");
  const standalone = (await import(pathToFileURL(operationsEntry).href)) as JsonObject;
  const operations = vendor.operations as readonly Operation[];
  for (const { operationId } of operations) functionOf(name, standalone, operationId);
  const signIns = kindsOf(vendor.document).map((kind): [string, string] => [
    kind.name,
    functionOf(name, standalone, `${kind.name}SignIn`),
  ]);
  return {
    name,
    vendor,
    operations,
    entry: entryOf(name, ""),
    operationsEntry,
    signIns: Object.fromEntries(signIns),
  };
}

/** A package may name itself, so that this works for any package that is there, be it a dependency of this one or not. */
function entryOf(name: string, subpath: string): string {
  return createRequire(join(root, "packages", name, "package.json")).resolve(`@vendor-sdks/${name}${subpath}`);
}

function functionOf(name: string, module: JsonObject, wanted: string): string {
  if (typeof own(module, wanted) === "function") return wanted;
  throw new Error(`@vendor-sdks/${name}/operations exports no ${wanted}: run \`pnpm generate ${name}\`, and build it`);
}
