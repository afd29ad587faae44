import { readFileSync } from "node:fs";
import type { Arguments } from "./openapi/encode.ts";
import type { JsonObject } from "./openapi/json.ts";

/** What the generator emits for the suite: how each operation is called. */
export interface Cases {
  readonly service: string;
  /** Name of the client class. */
  readonly client: string;
  /** How to sign in, where the spec leaves it to its security requirements. */
  readonly credentials?: JsonObject;
  readonly operations: readonly OperationCase[];
}

export interface OperationCase {
  readonly operationId: string;
  /** The client's property that has the method. */
  readonly group: string;
  readonly method: string;
  readonly path: string;
  readonly paged: boolean;
  readonly secured: boolean;
  /** The argument that stands for leaving out the one that a caution protects. */
  readonly choice?: string;
  readonly arguments: { readonly required: Arguments; readonly all: Arguments };
  readonly answers: readonly AnswerCase[];
}

export interface AnswerCase {
  readonly status: string;
  /** A concrete status, for a range or `default`. */
  readonly code: number;
  /** Null where no content is declared. */
  readonly mediaType: string | null;
  readonly examples: readonly ExampleCase[];
}

export interface ExampleCase {
  readonly name: string;
  readonly value: unknown;
}

export function readCases(file: string | URL): Cases {
  return JSON.parse(readFileSync(file, "utf8")) as Cases;
}

/** What the package calls an operation; its spec may have no name for it. */
export function namesIn({ operations }: Cases): (method: string, path: string) => string | undefined {
  const names = new Map(operations.map(({ method, path, operationId }) => [`${method} ${path}`, operationId]));
  return (method, path) => names.get(`${method} ${path}`);
}
