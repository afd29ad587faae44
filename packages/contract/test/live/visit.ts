import { childOf, elementsOf, entriesOf, placeOf, readSource, rootOf, type Item } from "../../src/evidence/source.ts";
import { checkAppliance, type ApplianceOptions, type DriftReport } from "../../src/live/index.ts";
import { cases, file, makeClient, spec } from "./inventory/client.ts";
import { PASSWORD } from "./inventory/stand-in.ts";

const root = rootOf(readSource(file));

/** Where the document has a value, or the nearest that it is in. */
function place(pointer: string): ReturnType<typeof placeOf> {
  let item: Item = root;
  for (const token of pointer.split("/").slice(1)) {
    const name = token.replaceAll("~1", "/").replaceAll("~0", "~");
    const next = entriesOf(item).length > 0 ? childOf(item, name) : elementsOf(item)[Number(name)];
    if (next === undefined) break;
    item = next;
  }
  return placeOf(item);
}

/** Checks an inventory appliance as its user would. */
export async function visit(target: string, more: Partial<ApplianceOptions> = {}): Promise<DriftReport> {
  const credentials = { user: "ops", password: PASSWORD };
  return await checkAppliance({ spec, cases, client: makeClient, target, credentials, place, ...more });
}
