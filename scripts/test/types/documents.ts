import type { JsonObject } from "../../generate/load/json.ts";
import { createTypePrinter, type TypePrinter } from "../../generate/types/printer.ts";
import { splitSchemas, type Split } from "../../generate/types/split.ts";

/** Tiny documents for the tests of the types, and what becomes of them. */

export interface Wanted {
  readonly schemas: JsonObject;
  /** Names of schemas that requests carry. */
  readonly sent?: readonly string[];
  /** Names of schemas that answers carry. */
  readonly received?: readonly string[];
}

export function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

export function json(schema: unknown): JsonObject {
  return { content: { "application/json": { schema } } };
}

export function documentOf({ schemas, sent = [], received = [] }: Wanted): JsonObject {
  const sending = sent.map((name) => [`/send/${name}`, { post: { requestBody: json(ref(name)), responses: {} } }]);
  const receiving = received.map((name) => [`/receive/${name}`, { get: { responses: { 200: json(ref(name)) } } }]);
  return { openapi: "3.1.0", paths: Object.fromEntries([...sending, ...receiving]), components: { schemas } };
}

export function printerFor(split: Split): TypePrinter {
  return createTypePrinter(split.document, { ...split, runtimeModule: "./runtime.ts" });
}

/** The declarations of a document's schemas. */
export function declare(wanted: Wanted): string {
  return printerFor(splitSchemas(documentOf(wanted))).declarations();
}

/** The declaration of one schema that answers carry, without the words around the type. */
export function typeOf(schema: unknown, others: JsonObject = {}): string {
  const text = declare({ schemas: { ...others, Tested: schema } });
  return /export (?:type Tested = ?|interface Tested )([^]*?);?\n(?=\n|$)/u.exec(text)?.[1]?.trim() ?? text;
}
