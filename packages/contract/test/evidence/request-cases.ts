import type { Case } from "./case.ts";

export const requests: readonly Case[] = [
  {
    name: "a changed path",
    spec: ["  /things/{id}:", "  /thing/{id}:"],
    says: "deleteThing: the path is /things/{id} in the evidence, /thing/{id} in the spec",
    at: ["/thing/{id}:", "request: DELETE"],
  },
  {
    name: "a changed method",
    spec: ["    delete:", "    put:"],
    says: "deleteThing: the method is DELETE in the evidence, PUT in the spec",
    at: ["put:", "request: DELETE"],
  },
  {
    name: "a renamed operation",
    spec: ["operationId: deleteThing", "operationId: removeThing"],
    says: "removeThing: this operation is called deleteThing in the evidence, removeThing in the spec",
    at: ["delete:", "deleteThing:"],
  },
  {
    name: "a renamed parameter",
    spec: ["name: roles", "name: role"],
    says: 'listThings: query parameter "roles" of the evidence is called "role" in the spec',
    at: ["name: role", "roles?:"],
  },
  {
    name: "a query parameter with another capital",
    spec: ["name: roles", "name: Roles"],
    says: 'listThings: query parameter "roles" of the evidence is called "Roles" in the spec',
    at: ["name: Roles", "roles?:"],
  },
  {
    name: "an array written in another style",
    spec: ["explode: false", "explode: true"],
    says: 'listThings: query parameter "ids" is written form comma in the evidence, form repeated in the spec',
    at: ["explode: true", "ids?:"],
  },
  {
    name: "a parameter in another place",
    spec: ["name: X-Trace\n          in: header", "name: X-Trace\n          in: query"],
    says: 'listThings: "X-Trace" is a header parameter in the evidence, a query parameter in the spec',
    at: ["in: query\n          schema: { type: string, format", "x-trace?:"],
  },
  {
    name: "a parameter that may no longer be left out",
    spec: ["          in: header\n", "          in: header\n          required: true\n"],
    says: 'listThings: header parameter "X-Trace" is optional in the evidence, required in the spec',
    at: ["required: true\n          schema: { type: string, format", "x-trace?:"],
  },
  {
    name: "a path parameter of another name",
    spec: ["{ name: id,", "{ name: key,"],
    says: 'deleteThing: path parameter "id" of the evidence is called "key" in the spec',
    at: ["{ name: key", "id: path"],
  },
  {
    name: "a parameter of another type",
    spec: ["items: { type: integer, format: int64 }", "items: { type: string }"],
    says: 'listThings: query parameter "ids" is int64[] in the evidence, string[] in the spec',
    at: ["schema: { type: array, items: { type: string } }\n  responses:", "ids?:"],
  },
  {
    name: "an array that became a single value, style and all",
    spec: [
      "schema: { type: array, items: { type: integer, format: int64 } }",
      "schema: { type: integer, format: int64 }",
    ],
    says: 'listThings: query parameter "ids" is int64[] in the evidence, int64 in the spec',
    at: ["schema: { type: integer, format: int64 }", "ids?:"],
  },
  {
    name: "an enumeration of a parameter that lost a value",
    spec: ["enum: [small, large]", "enum: [small]"],
    says: 'listThings: query parameter "kind" is "large" | "small" in the evidence, "small" in the spec',
    at: ["schema: { type: string, enum", "kind: query"],
  },
  {
    name: "a parameter that nobody witnessed",
    evidence: ["      roles?: query string[] form repeated\n", ""],
    says: 'listThings: query parameter "roles" is in the spec, but not witnessed',
    at: ["name: roles", "listThings:"],
  },
  {
    name: "a witnessed parameter that the spec lacks",
    evidence: ["      id: path string\n", "      id: path string\n      force?: query boolean\n"],
    says: 'deleteThing: query parameter "force" is witnessed, but not in the spec',
    at: ["delete:", "force?:"],
  },
  {
    name: "a body that may be left out",
    evidence: ["body: application/json NewThing", "body: application/json? NewThing"],
    says: "createThing: the body is optional in the evidence, required in the spec",
    at: ["required: true\n        content", "body: application/json?"],
  },
  {
    name: "a body of another schema",
    evidence: ["body: application/json NewThing", "body: application/json NewThing[]"],
    says: "createThing: the body as application/json is NewThing[] in the evidence, NewThing in the spec",
    at: [
      'application/json:\n            schema: { $ref: "#/components/schemas/NewThing"',
      "body: application/json New",
    ],
  },
  {
    name: "a body of another media type",
    evidence: ["body: application/json NewThing", "body: application/merge-patch+json NewThing"],
    says: "createThing: the media type of the body is application/merge-patch+json in the evidence, application/json in the spec",
    at: ['application/json:\n            schema: { $ref: "#/components/schemas/NewThing"', "body: application/merge"],
  },
  {
    name: "a body where the evidence has none",
    spec: [
      "      operationId: deleteThing\n",
      "      operationId: deleteThing\n      requestBody: { content: { text/plain: {} } }\n",
    ],
    says: 'deleteThing: the body "text/plain any" is in the spec, but not witnessed',
    at: ["requestBody: { content", "body: none\n    security: [ApiKey"],
  },
  {
    name: "a security scheme more than witnessed",
    spec: ["security: []", "security: [{ ApiKey: [] }]"],
    says: "createThing: the security is [] in the evidence, [ApiKey] in the spec",
    at: ["security: [{", "security: []"],
  },
  {
    name: "schemes that are needed together, not one of them",
    evidence: ["security: [ApiKey, Login + Token]", "security: [ApiKey, Login, Token]"],
    says: "deleteThing: the security is [ApiKey, Login, Token] in the evidence, [ApiKey, Login + Token] in the spec",
    at: ["security:\n  - ApiKey", "security: [ApiKey, Login, Token]"],
  },
];
