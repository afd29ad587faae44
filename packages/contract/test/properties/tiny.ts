import { createSchemaChecker, createValueMaker } from "@vendor-sdks/mock-server";
import * as fc from "fast-check";
import type { JsonObject } from "../../src/openapi/json.ts";
import { createArbitraries, type Arbitraries } from "../../src/properties/values/arbitraries.ts";

export function arbitrariesOf(schemas: JsonObject = {}, openapi = "3.1.0"): Arbitraries {
  const document = { openapi, components: { schemas } };
  const checker = createSchemaChecker(document);
  const maker = createValueMaker(document, checker);
  return createArbitraries({ document, checker, maker, direction: "request" });
}

/** Enough to meet everything that a small schema makes. */
export function many(schema: unknown, schemas: JsonObject = {}, openapi?: string): unknown[] {
  return fc.sample(arbitrariesOf(schemas, openapi).of(schema), { seed: 1, numRuns: 300 });
}
