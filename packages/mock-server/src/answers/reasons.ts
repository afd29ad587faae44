import { asObject } from "../json.ts";
import { operationsOf } from "../operations.ts";
import type { OpenApiDocument } from "../types.ts";
import { reasonAgainstPrism } from "./reason.ts";

/** What Prism cannot be trusted with, as mock and as proxy: the reason by method and path, as in `GET /users/{id}`. */
export function reasonsAgainstPrism(document: OpenApiDocument): ReadonlyMap<string, string> {
  const whole = asObject(document);
  return new Map(
    operationsOf(whole).flatMap((operation) => {
      const reason = reasonAgainstPrism(whole, operation);
      return reason === undefined ? [] : [[`${operation.method} ${operation.template}`, reason]];
    }),
  );
}
