import type { JsonObject } from "../generate/load/json.ts";

const PER_RESOURCE = 5;
const RESOURCES_PER_TAG = 3;

/**
 * A made-up API with as many operations as asked for, five to a resource. Specs of all sizes are alike but for their size,
 * and what the small ones have, the large ones have under the same names.
 */
export function syntheticSpec(operations: number): JsonObject {
  const numbers = Array.from({ length: Math.ceil(operations / PER_RESOURCE) }, (_, index) => index + 1);
  return {
    openapi: "3.1.0",
    info: { title: "Made-up resources", version: "1.0.0", description: "Of no use but to be measured." },
    servers: [{ url: "https://api.example.com/v1" }],
    tags: [...new Set(numbers.map(tagOf))].map((name) => ({ name, description: `What ${name} hold.` })),
    security: [{ bearer: [] }],
    paths: Object.fromEntries(numbers.flatMap(pathsOf)),
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
      parameters: {
        Limit: query("limit", "At most so many.", { type: "integer", minimum: 1, maximum: 200, default: 50 }),
        Cursor: query("cursor", "Where to go on, from the page before.", { type: "string" }),
        Sort: query("sort", "The order.", { type: "string", enum: ["name", "-name", "created", "-created"] }),
      },
      responses: Object.fromEntries(
        Object.entries({ Invalid: "The request is wrong.", Unknown: "There is no such thing." }).map(
          ([name, description]) => [name, answer(description, ref("Problem"), { title: name, status: 400 })],
        ),
      ),
      schemas: Object.fromEntries([["Problem", PROBLEM] as const, ...numbers.flatMap(schemasOf)]),
    },
  };
}

const UUID = { type: "string", format: "uuid" };
const TIME = { type: "string", format: "date-time" };
const ID = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

const PROBLEM = {
  type: "object",
  required: ["title", "status"],
  properties: {
    title: { type: "string", description: "What went wrong, in few words." },
    status: { type: "integer", description: "The status of the answer." },
    detail: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["pointer", "message"],
        properties: { pointer: { type: "string" }, message: { type: "string" } },
      },
    },
  },
};

function tagOf(number: number): string {
  return `Shelves${Math.ceil(number / RESOURCES_PER_TAG)}`;
}

function pathsOf(number: number): [path: string, item: JsonObject][] {
  const name = `Resource${number}`;
  const example = { name: "First", kind: "small" };
  const whole = { id: ID, ...example, createdAt: "2026-01-01T00:00:00Z" };
  const operation = (verb: string, summary: string, more: JsonObject): JsonObject => ({
    operationId: verb + name,
    tags: [tagOf(number)],
    summary,
    description: `${summary}. What it answers is as fresh as the index, which lags behind by a second or two at most.`,
    ...more,
  });
  const errors = {
    "400": { $ref: "#/components/responses/Invalid" },
    "404": { $ref: "#/components/responses/Unknown" },
  };
  const body = (schema: string): JsonObject => ({
    required: true,
    content: { "application/json": { schema: ref(schema), example } },
  });
  const shared = ["Limit", "Cursor", "Sort"].map((parameter) => ({ $ref: `#/components/parameters/${parameter}` }));
  return [
    [
      `/resources${number}`,
      {
        get: operation("list", `Lists the resources of shelf ${number}`, {
          parameters: shared,
          responses: { "200": answer("A page of them.", ref(`${name}Page`), { items: [whole] }), ...errors },
        }),
        post: operation("create", `Makes a resource on shelf ${number}`, {
          requestBody: body(`${name}Create`),
          responses: { "201": answer("As it was made.", ref(name), whole), ...errors },
        }),
      },
    ],
    [
      `/resources${number}/{id}`,
      {
        parameters: [{ name: "id", in: "path", required: true, description: "Which one.", schema: UUID, example: ID }],
        get: operation("get", `Gets a resource of shelf ${number}`, {
          responses: { "200": answer("The resource.", ref(name), whole), ...errors },
        }),
        patch: operation("update", `Changes a resource of shelf ${number}`, {
          requestBody: body(`${name}Update`),
          responses: { "200": answer("As it is now.", ref(name), whole), ...errors },
        }),
        delete: operation("delete", `Deletes a resource of shelf ${number}`, {
          responses: { "204": { description: "It is gone." }, ...errors },
        }),
      },
    ],
  ];
}

function schemasOf(number: number): [name: string, schema: JsonObject][] {
  const name = `Resource${number}`;
  const given = {
    name: { type: "string", maxLength: 100, description: "What people call it." },
    kind: { type: "string", enum: ["small", "medium", "large"], description: "How much room it takes." },
    weight: { type: "number", minimum: 0 },
    labels: { type: "object", additionalProperties: { type: "string" } },
    parent: { type: ["string", "null"], format: "uuid", description: "The one that it belongs to, if any." },
    settings: {
      type: "object",
      properties: {
        visible: { type: "boolean" },
        limit: { type: "integer" },
        words: { type: "array", items: { type: "string" } },
      },
    },
  };
  const all = { id: UUID, ...given, createdAt: TIME, updatedAt: TIME };
  return [
    [
      name,
      {
        type: "object",
        description: `What shelf ${number} holds.`,
        required: ["id", "name", "kind", "createdAt"],
        properties: all,
      },
    ],
    [`${name}Create`, { type: "object", required: ["name", "kind"], properties: given }],
    [`${name}Update`, { type: "object", properties: given }],
    [
      `${name}Page`,
      {
        type: "object",
        required: ["items"],
        properties: {
          items: { type: "array", items: ref(name) },
          next: { type: ["string", "null"] },
          total: { type: "integer" },
        },
      },
    ],
  ];
}

function query(name: string, description: string, schema: JsonObject): JsonObject {
  return { name, in: "query", description, schema };
}

function answer(description: string, schema: JsonObject, example: JsonObject): JsonObject {
  return { description, content: { "application/json": { schema, example } } };
}

function ref(schema: string): JsonObject {
  return { $ref: `#/components/schemas/${schema}` };
}
