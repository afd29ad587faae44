import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readCases } from "../../packages/contract/src/cases.ts";
import { generatedIn, type ClientClass, type Generated } from "../../packages/contract/src/faults/clients.ts";
import { factsOf, type Facts } from "../../packages/contract/src/faults/facts.ts";
import { readDocument, specOf } from "../../packages/contract/src/openapi/spec.ts";
import { root } from "../bin.ts";

/** A built package, with what its spec says. */
export interface SoakVendor {
  readonly name: string;
  readonly facts: Facts;
  readonly client: ClientClass;
  readonly generated: Generated;
}

export async function loadVendor(name: string): Promise<SoakVendor> {
  const folder = join(root, "packages", name);
  const cases = readCases(join(folder, "test/generated/cases.json"));
  // A package may name itself, so this works for every package that is there.
  const file = createRequire(join(folder, "package.json")).resolve(`@vendor-sdks/${name}`);
  const module = (await import(pathToFileURL(file).href)) as Readonly<Record<string, ClientClass | undefined>>;
  const client = module[cases.client];
  if (client === undefined) throw new Error(`@vendor-sdks/${name} exports no ${cases.client}`);
  const facts = factsOf(specOf(readDocument(join(folder, "openapi.json"))), cases);
  return { name, facts, client, generated: await generatedIn(pathToFileURL(`${folder}/`)) };
}
