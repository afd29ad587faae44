import type { ValueMaker } from "@vendor-sdks/mock-server";

/** A body of an answer with everything in it that its schema knows; where none can be made, the spec's example. */
export function fullest(maker: ValueMaker, schema: unknown, example: unknown): unknown {
  try {
    return maker.make(schema, { direction: "response" });
  } catch {
    return example; // a schema says more than the maker understands
  }
}
