import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AnyClient } from "@vendor-sdks/contract";
import type { LiveClientOptions } from "@vendor-sdks/contract/live";
import { root } from "../bin.ts";
import { own, type JsonObject } from "../generate/load/json.ts";

/** What a visit needs of a built package. */
export interface VendorModule {
  readonly makeClient: (options: LiveClientOptions) => AnyClient;
  /** From an environment; undefined for a service that asks for none. */
  readonly credentials: (environment: NodeJS.ProcessEnv) => object | undefined;
}

export async function vendorModule(name: string, client: string): Promise<VendorModule> {
  // A package may name itself, so that this works for any package that is there, be it a dependency of this one or not.
  const file = createRequire(join(root, "packages", name, "package.json")).resolve(`@vendor-sdks/${name}`);
  const module = (await import(pathToFileURL(file).href)) as JsonObject;
  const found = own(module, client);
  if (typeof found !== "function") throw new Error(`@vendor-sdks/${name} exports no ${client}`);
  const fromEnvironment = own(module, "credentialsFromEnvironment");
  return {
    makeClient: (options) => new (found as new (options: LiveClientOptions) => AnyClient)(options),
    credentials: (environment) =>
      typeof fromEnvironment === "function" ? (fromEnvironment as (from: object) => object)(environment) : undefined,
  };
}
