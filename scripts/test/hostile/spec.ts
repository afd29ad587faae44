import type { JsonObject } from "../../generate/load/json.ts";

/** A document that says a little of everything a generator reads, so that each of its texts can be replaced. */
export function wholeSpec(): JsonObject {
  return structuredClone(WHOLE) as JsonObject;
}

const json = (schema: object, example?: unknown): object => ({
  "application/json": {
    schema,
    ...(example === undefined ? {} : { examples: { one: { summary: "One.", value: example } } }),
  },
});

const WHOLE: object = {
  openapi: "3.1.0",
  info: {
    title: "Things",
    summary: "Things of a shop.",
    description: "All of them.",
    version: "1",
    contact: { name: "Us" },
  },
  servers: [
    {
      url: "https://{host}/{base}",
      description: "The shop.",
      variables: {
        host: { default: "shop.example.com", description: "Its name." },
        base: { default: "v1", enum: ["v1", "v2"], description: "Its version." },
      },
    },
  ],
  tags: [{ name: "Things", description: "What there is." }],
  security: [{ Token: [] }, { Key: [], OAuth: ["things:read"] }],
  "x-sdk-retry": { statuses: [556], expired: { header: "WWW-Authenticate", contains: ["expired"] } },
  "x-sdk-rate-limit": { reset: { header: "X-Reset", is: "delay", unit: "seconds" } },
  "x-sdk-credentials": {
    password: {
      description: "Name and password.",
      fields: {
        name: { secret: false, description: "The name." },
        password: { description: "The password." },
        via: { secret: false, optional: true, enum: ["shop", "web"], description: "Where." },
      },
      login: {
        operationId: "signIn",
        parameters: { via: "$field.via" },
        body: { name: "$field.name", password: "$field.password", kind: "a literal" },
      },
      keep: { token: ["$response.body#/token", "$response.header.x-token"] },
      lifetime: { idle: 1800 },
      authorize: { Token: "$session.token" },
      logout: { none: "there is no such call" },
    },
    token: { description: "A token.", fields: { token: {} }, authorize: { Token: "$field.token" } },
  },
  "x-anything": { $ref: "#/nowhere", note: "An extension that nobody knows." },
  paths: {
    "/things": {
      summary: "All things.",
      get: {
        operationId: "listThings",
        tags: ["Things"],
        summary: "List things",
        description: "Lists them.",
        externalDocs: { url: "https://example.com/docs", description: "More." },
        parameters: [
          {
            name: "colour",
            in: "query",
            description: "Its colour.",
            schema: { type: "string", enum: ["red", "blue"], default: "red" },
            example: "red",
          },
          {
            name: "sizes",
            in: "query",
            style: "pipeDelimited",
            explode: false,
            schema: { type: "array", items: { type: "integer" } },
            example: [1, 2],
          },
          {
            name: "filter",
            in: "query",
            style: "deepObject",
            schema: { type: "object", properties: { a: { type: "string" } } },
            example: { a: "b" },
          },
          {
            name: "X-Trace",
            in: "header",
            description: "A mark.",
            schema: { type: "string", pattern: "^[a-z]+$" },
            example: "mark",
          },
          { name: "offset", in: "query", schema: { type: "integer" } },
          { name: "limit", in: "query", schema: { type: "integer", maximum: 100 } },
        ],
        "x-sdk-pagination": {
          style: "offset",
          position: "offset",
          size: { parameter: "limit", best: 100 },
          items: "$response.body#/items",
          total: "$response.body#/total",
        },
        "x-sdk-source": { from: "The guide", confidence: "documented" },
        responses: {
          "200": {
            description: "Things.",
            headers: { "X-Count": { description: "How many.", schema: { type: "integer" } } },
            content: json({ $ref: "#/components/schemas/ThingList" }, { items: [{ id: "a", kind: "cup" }], total: 1 }),
            links: { next: { operationId: "getThing", description: "One of them." } },
          },
          "404": { description: "None.", content: { "text/plain": { schema: { type: "string" }, example: "none" } } },
          default: { description: "Wrong.", content: json({ $ref: "#/components/schemas/Problem" }, { why: "no" }) },
        },
      },
      post: {
        operationId: "addThing",
        tags: ["Things"],
        deprecated: true,
        requestBody: {
          description: "The thing.",
          required: true,
          content: json({ $ref: "#/components/schemas/Thing" }, { id: "a", kind: "cup" }),
        },
        callbacks: {
          added: {
            "{$request.body#/url}": {
              post: { summary: "It is there.", responses: { "204": { description: "Fine." } } },
            },
          },
        },
        responses: {
          "201": {
            description: "Added.",
            content: json({ $ref: "#/components/schemas/Thing" }, { id: "a", kind: "cup" }),
          },
        },
      },
    },
    "/things/{id}": {
      parameters: [
        { name: "id", in: "path", required: true, description: "Its id.", schema: { type: "string" }, example: "a" },
      ],
      get: {
        operationId: "getThing",
        tags: ["Things", "Single"],
        responses: {
          "200": {
            description: "It.",
            content: json({ $ref: "#/components/schemas/Thing" }, { id: "a", kind: "cup" }),
          },
        },
      },
      delete: {
        operationId: "deleteThing",
        tags: ["Single"],
        "x-sdk-caution": { parameter: "owner", absent: "Without an owner all things go.", choice: "everyThing" },
        parameters: [{ name: "owner", in: "query", description: "Whose.", schema: { type: "string" }, example: "ann" }],
        security: [],
        responses: { "204": { description: "Gone." } },
      },
    },
    "/sign-in": {
      post: {
        operationId: "signIn",
        tags: ["Sessions"],
        security: [],
        parameters: [{ name: "via", in: "query", schema: { type: "string" } }],
        requestBody: {
          required: true,
          content: json({ $ref: "#/components/schemas/SignIn" }, { name: "ann", password: "secret" }),
        },
        responses: {
          "200": {
            description: "In.",
            content: json({ type: "object", properties: { token: { type: "string" } } }, { token: "t" }),
          },
        },
      },
    },
  },
  webhooks: { changed: { post: { summary: "A thing changed.", responses: { "204": { description: "Fine." } } } } },
  components: {
    securitySchemes: {
      Token: { type: "http", scheme: "bearer", description: "A token." },
      Key: { type: "apiKey", in: "header", name: "X-Key", description: "A key." },
      OAuth: {
        type: "oauth2",
        flows: { clientCredentials: { tokenUrl: "https://example.com/token", scopes: { "things:read": "To read." } } },
      },
    },
    schemas: {
      Thing: {
        type: "object",
        title: "A thing",
        description: "A thing of the shop.",
        required: ["id", "kind"],
        properties: {
          id: { type: "string", description: "Its id.", examples: ["a"] },
          kind: { type: "string", enum: ["cup", "plate"] },
          made: { const: "here" },
          weight: { type: "integer", format: "int64", "x-sdk-bigint": true },
          price: { type: "number", format: "euro", minimum: 0, default: 1 },
          note: { type: ["string", "null"], pattern: "^.*$" },
          secret: { type: "string", "x-sdk-sensitive": true, writeOnly: true },
          parts: { type: "array", items: { $ref: "#/components/schemas/Thing" } },
        },
        additionalProperties: { type: "string" },
      },
      ThingList: {
        type: "object",
        required: ["items"],
        properties: {
          items: { type: "array", items: { $ref: "#/components/schemas/Thing" } },
          total: { type: "integer" },
        },
      },
      Pet: {
        oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
        discriminator: { propertyName: "is", mapping: { cat: "#/components/schemas/Cat", dog: "Dog" } },
      },
      Cat: { type: "object", required: ["is"], properties: { is: { type: "string" }, lives: { type: "integer" } } },
      Dog: {
        allOf: [
          { type: "object", required: ["is"], properties: { is: { type: "string" } } },
          { properties: { barks: { type: "boolean" } } },
        ],
      },
      Pair: { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }], items: false },
      SignIn: {
        type: "object",
        properties: {
          name: { type: "string" },
          password: { type: "string", format: "password" },
          kind: { type: "string" },
        },
      },
      Problem: { type: "object", properties: { why: { type: "string" } } },
    },
  },
};
