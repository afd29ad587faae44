import { createSchemaChecker, createValueMaker } from "@vendor-sdks/mock-server";
import { bigint64, call, coreFor, type Fetch, type Operation } from "@vendor-sdks/runtime";
import { describe, expect, it } from "vitest";
import type { OperationCase } from "../../src/cases.ts";
import { specOf } from "../../src/openapi/spec.ts";
import type { AnyClient, Suite } from "../../src/suite/suite.ts";
import { createArbitraries } from "../../src/properties/values/arbitraries.ts";
import { createBodies } from "../../src/variants/bodies.ts";
import { keepsAny, problemsOfJson, type VariedAnswer, type Varying } from "../../src/variants/variants.ts";

const SCHEMA = {
  type: "object",
  required: ["size"],
  properties: {
    size: { type: "integer", format: "int64", "x-sdk-bigint": true },
    at: { type: "integer", format: "int64" },
    kind: { type: "string", enum: ["small", "large"] },
    note: { type: ["string", "null"] },
  },
};

const DOCUMENT = {
  openapi: "3.1.0",
  paths: {
    "/thing": {
      get: {
        operationId: "getThing",
        responses: {
          200: { content: { "application/json": { schema: SCHEMA } } },
          404: {
            content: { "application/json": { schema: { type: "object", properties: { code: SCHEMA.properties.at } } } },
          },
        },
      },
    },
  },
};

const OPERATION: Operation = {
  id: "getThing",
  method: "GET",
  path: "/thing",
  responses: { 200: "application/json", 404: "application/json" },
  numbers: bigint64(["size"], ["at", "code"]),
};

interface Try {
  readonly varying: Varying;
  readonly varied: VariedAnswer;
}

/** What the suite has against a client that reads answers by this operation, and then does this to them. */
async function problems(...tried: Parameters<typeof tryWith>): Promise<string[]> {
  const { varying, varied } = tryWith(...tried);
  return await problemsOfJson(varying, varied);
}

function tryWith(
  status: string,
  operation: Operation = OPERATION,
  spoil: (text: string) => string = (text) => text,
): Try {
  const spec = specOf(DOCUMENT);
  const checker = createSchemaChecker(DOCUMENT);
  const answer = { status, code: Number(status), mediaType: "application/json", examples: [] };
  const operationCase: OperationCase = {
    operationId: "getThing",
    group: "things",
    method: "GET",
    path: "/thing",
    paged: false,
    secured: false,
    arguments: { required: {}, all: {} },
    answers: [answer],
  };
  const client = ({ fetch }: { readonly fetch: Fetch }): object => {
    const spoilt: Fetch = async (url, init) => {
      const response = await fetch(url, init);
      return new Response(spoil(await response.text()), response);
    };
    const core = coreFor({ name: "shop", server: "" }, { baseUrl: "https://shop.example.com", fetch: spoilt });
    return { things: { getThing: (args: object) => call(core, operation, args, {}) } };
  };
  const suite = { spec, plans: [], client: client as unknown as (options: object) => AnyClient };
  const maker = createValueMaker(DOCUMENT, checker);
  const varying: Varying = {
    suite: suite as unknown as Suite,
    bodies: createBodies(DOCUMENT, checker, maker),
    arbitraries: createArbitraries({ document: DOCUMENT, checker, maker, direction: "response" }),
    fuzzing: { seed: 1, runs: 30 },
    validator: {},
  };
  const content = spec.operations.get("getThing")?.answers.find((each) => each.status === status)?.contents[0];
  if (content === undefined) throw new Error(`There is no answer ${status}`);
  const varied: VariedAnswer = { operation: operationCase, answer, content, mediaType: "application/json" };
  return { varying, varied };
}

it.each(["200", "404"])("a client of the runtime keeps every bit of a %s", async (status) => {
  expect(await problems(status)).toEqual([]);
});

it.each(["200", "404"])("a client of the runtime keeps what is made up for a %s", async (status) => {
  const { varying, varied } = tryWith(status);
  await keepsAny(varying, varied);
});

it("shrinks what a client loses of a body that was made up, and says how to try it again", async () => {
  const { varying, varied } = tryWith("200", OPERATION, (text) => text.replace("null", "0"));
  await expect(keepsAny(varying, varied)).rejects.toThrow(
    /\/note: 0 instead of null\s.*note\\":null[^]*CONTRACT_SEED=1/,
  );
});

describe("is told of a client that", () => {
  it("rounds integers", async () => {
    const { numbers: _, ...rounding } = OPERATION;
    const found = await problems("200", rounding);
    expect(found).toContain("as it is: /size: 1 instead of 1n");
    expect(found).toContainEqual(expect.stringContaining("a long integer at /at: the client says"));
  });

  it("refuses long integers of the wrong name", async () => {
    const found = await problems("200", { ...OPERATION, numbers: bigint64(["size"], ["kind"]) });
    expect(found).toEqual([expect.stringContaining("a long integer at /at: the client says {}")]);
  });

  it("takes null for nothing", async () => {
    const found = await problems("200", OPERATION, (text) => text.replace(/,\s*"n\\?[^"]*"\s*:\s*null/, ""));
    expect(found).toContain("null where it may be: /note: nothing instead of null");
  });

  it("drops a field", async () => {
    const found = await problems("200", OPERATION, (text) => text.replace('"kind":"small",', ""));
    expect(found).toContain('as it is: /kind: nothing instead of "small"');
  });

  it("drops what is called like a thing that objects have", async () => {
    const found = await problems("404", OPERATION, (text) => text.replaceAll(/"__proto__":[^,]*,/g, ""));
    expect(found).toContainEqual(expect.stringContaining("unknown fields: /__proto__: nothing instead of"));
  });

  it("closes an enum", async () => {
    const found = await problems("200", OPERATION, (text) => text.replace("NotListedYet", "small"));
    expect(found).toContain('unknown values of enums: /kind: "small" instead of "NotListedYet"');
  });

  it("takes another status for a declared one", async () => {
    const found = await problems("404", { ...OPERATION, responses: { 200: "application/json" } });
    expect(found).toContain("as it is: ok is false, status 404, declared false");
  });
});
