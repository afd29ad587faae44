import type { JsonObject } from "../../generate/load/json.ts";

/** A small API that the pairs of the tests change in one place each. */
const SHOP: JsonObject = {
  openapi: "3.1.0",
  jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
  info: { title: "Shop", version: "1", description: "A shop." },
  servers: [
    {
      url: "https://{host}/{base}",
      variables: { host: { default: "shop.example.com" }, base: { default: "v1", enum: ["v1", "v2"] } },
    },
  ],
  tags: [{ name: "Things" }, { name: "Orders" }],
  security: [{ Token: [] }, { Key: [] }],
  "x-sdk-credentials": {
    token: { fields: { token: {} }, authorize: { Token: "$field.token" } },
    key: {
      fields: { key: {}, realm: { secret: false, optional: true, enum: ["shop", "web"] } },
      authorize: { Key: "$field.key" },
    },
  },
  paths: {
    "/things": {
      get: {
        operationId: "listThings",
        tags: ["Things"],
        summary: "List things",
        description: "Lists all things.",
        parameters: [
          { name: "kind", in: "query", schema: { type: "string", enum: ["cup", "plate"] } },
          { name: "colours", in: "query", schema: { type: "array", items: { type: "string", enum: ["red", "blue"] } } },
          { name: "weight", in: "query", schema: { type: "integer", maximum: 100 } },
          { name: "name", in: "query", schema: { type: "string", maxLength: 40 } },
          { name: "offset", in: "query", schema: { type: "integer" } },
          { name: "limit", in: "query", schema: { type: "integer", maximum: 100, default: 10 } },
          { name: "X-Trace", in: "header", schema: { type: "string" } },
        ],
        "x-sdk-pagination": {
          style: "offset",
          position: "offset",
          size: { parameter: "limit", best: 100 },
          items: "$response.body#/things",
          total: "$response.body#/total",
        },
        responses: {
          "200": {
            description: "Things.",
            headers: { "X-Count": { schema: { type: "integer" }, required: true } },
            content: { "application/json": { schema: { $ref: "#/components/schemas/ThingList" } } },
          },
          "404": {
            description: "None.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Problem" } } },
          },
        },
      },
      post: {
        operationId: "addThing",
        tags: ["Things"],
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/NewThing" } } },
        },
        responses: {
          "201": {
            description: "Added.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
          },
          "409": {
            description: "There.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Problem" } } },
          },
        },
      },
    },
    "/things/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
      get: {
        operationId: "getThing",
        tags: ["Things"],
        "x-sdk-source": { from: "The guide", confidence: "documented" },
        responses: {
          "200": {
            description: "It.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
          },
        },
      },
      delete: {
        operationId: "deleteThing",
        tags: ["Things"],
        parameters: [{ name: "owner", in: "query", schema: { type: "string" } }],
        responses: { "204": { description: "Gone." } },
      },
    },
    "/orders": {
      post: {
        operationId: "addOrder",
        tags: ["Orders"],
        requestBody: {
          content: { "application/json": { schema: { type: "object", properties: { note: { type: "string" } } } } },
        },
        responses: {
          "200": {
            description: "Taken.",
            content: {
              "application/json": { schema: { type: "object", properties: { number: { type: "integer" } } } },
            },
          },
        },
      },
    },
    "/status": {
      get: {
        operationId: "getStatus",
        tags: ["Orders"],
        security: [],
        responses: { "200": { description: "Up.", content: { "text/plain": { schema: { type: "string" } } } } },
      },
    },
  },
  components: {
    securitySchemes: {
      Token: { type: "http", scheme: "bearer" },
      Key: { type: "apiKey", in: "header", name: "X-Key" },
    },
    schemas: {
      Thing: {
        type: "object",
        description: "A thing.",
        required: ["id"],
        properties: {
          id: { type: "string" },
          kind: { type: "string", enum: ["cup", "plate"] },
          serial: { type: "integer", format: "int64" },
          note: { type: "string" },
          made: { type: "string", readOnly: true },
        },
      },
      NewThing: {
        type: "object",
        required: ["kind"],
        properties: {
          kind: { type: "string", enum: ["cup", "plate"] },
          size: { type: "integer", minimum: 1 },
          note: { type: "string" },
        },
      },
      ThingList: {
        type: "object",
        required: ["things"],
        properties: {
          things: { type: "array", items: { $ref: "#/components/schemas/Thing" } },
          total: { type: "integer" },
        },
      },
      Problem: { type: "object", properties: { why: { type: "string" } } },
    },
  },
};

export function shop(): JsonObject {
  return structuredClone(SHOP);
}
