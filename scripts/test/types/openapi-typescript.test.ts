import { createRequire } from "node:module";

import { expect, test } from "vitest";

import { transformSchemaObject } from "../../generate/types/openapi-typescript.ts";

const require = createRequire(import.meta.resolve("../../generate/types/openapi-typescript.ts"));

test("schemas become plain nodes", () => {
  const schema = { type: "array", items: { anyOf: [{ type: "null" }, { const: -2 }] } };
  expect(transformSchemaObject(schema, { ctx: { discriminators: { objects: {}, refsHandled: [] } } })).toEqual({
    kind: "ArrayType",
    elementType: {
      kind: "UnionType",
      types: [
        { kind: "LiteralType", literal: { kind: "NullKeyword" } },
        {
          kind: "LiteralType",
          literal: { kind: "PrefixUnaryExpression", operand: { kind: "NumericLiteral", text: "2" } },
        },
      ],
    },
  });
});

test("whoever else asks for the compiler gets it", () => {
  const { version } = require("typescript") as typeof import("typescript");
  expect(version).toMatch(/^5\./);
});
