import { matrixOf, type MatrixCell } from "../../src/coverage/matrix.ts";
import type { Tried } from "../../src/coverage/tried.ts";
import type { JsonObject } from "../../src/openapi/json.ts";
import { plansOf } from "../../src/openapi/plans.ts";
import { specOf } from "../../src/openapi/spec.ts";

const schemes = {
  Key: { type: "apiKey", in: "header", name: "key" },
  Token: { type: "http", scheme: "bearer" },
  Login: { type: "http", scheme: "basic" },
};

const kinds = {
  key: { fields: { key: {} }, authorize: { Key: "$field.key" } },
  token: { fields: { token: {} }, authorize: { Token: "$field.token" } },
};

/** A spec of one operation `list`. */
export function sample(
  responses: object,
  { security = [{ Key: [] }], credentials = kinds }: Partial<Around> = {},
): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: { "/things": { get: { operationId: "list", security, responses } } },
    components: { securitySchemes: schemes },
    "x-sdk-credentials": credentials,
  };
}

interface Around {
  readonly security: readonly object[];
  readonly credentials: object;
}

export function cellsOf(document: JsonObject): readonly MatrixCell[] {
  const spec = specOf(document);
  return matrixOf(spec, plansOf(spec)).cells;
}

/** All that it takes to cover the cells. */
export function allTried(cells: readonly MatrixCell[]): Tried[] {
  return cells.flatMap(({ examples, operation, status, mediaType, credentials, route }) =>
    examples.map((example) => ({
      cell: { operation, status, mediaType, credentials, route },
      example,
      judgement: { by: "Prism" },
      state: "passed",
    })),
  );
}
