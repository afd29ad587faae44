import { type JsonObject, own, textAt } from "../load/json.ts";
import type { Operation } from "./model.ts";
import { namesWhere } from "./values.ts";

/** The wire names of what must never be shown, by the way they travel; sorted. */
export interface SensitiveNames {
  readonly requests: readonly string[];
  readonly answers: readonly string[];
}

/** Sensitive is what is marked so, what is meant for writing alone, and what is a password. */
export function sensitiveNames(document: JsonObject, operations: readonly Operation[]): SensitiveNames {
  const requests = new Set<string>();
  const answers = new Set<string>();
  const collect = (into: Set<string>, schemas: readonly unknown[]): void =>
    namesWhere(document, schemas, isSensitive).forEach((name) => name !== "" && into.add(name));
  for (const { parameters, body, responses } of operations) {
    for (const { name, schema } of parameters) if (isSensitive(schema)) requests.add(name);
    collect(
      requests,
      (body?.contents ?? []).map(({ schema }) => schema),
    );
    for (const { contents } of responses) {
      collect(
        answers,
        contents.map(({ schema }) => schema),
      );
    }
  }
  return { requests: [...requests].toSorted(), answers: [...answers].toSorted() };
}

export function isSensitive(schema: unknown): boolean {
  return (
    own(schema, "x-sdk-sensitive") === true ||
    own(schema, "writeOnly") === true ||
    textAt(schema, "format") === "password"
  );
}
