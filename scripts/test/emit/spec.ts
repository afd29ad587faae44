/** A small spec that says a little of everything; tests change what they are about. */
export const SPEC = `openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: { title: Things, version: "1", summary: Things of a small shop. }
servers:
  - url: https://{host}/v1
    variables: { host: { default: shop.example.com, description: Name of the shop. } }
tags: [{ name: Things, description: What the shop has. }]
security: [{ Token: [] }]
x-sdk-credentials:
  token: { description: A token., fields: { token: {} }, authorize: { Token: $field.token } }
paths:
  /things:
    get:
      operationId: listThings
      tags: [Things]
      summary: List things
      parameters:
        - { name: colours, in: query, description: Colours., style: form, explode: false, schema: { type: array, items: { type: string } }, example: [red, blue] }
        - { name: offset, in: query, description: Where to begin., schema: { type: integer } }
        - { name: limit, in: query, description: How many., schema: { type: integer } }
      x-sdk-pagination:
        { style: offset, position: offset, size: { parameter: limit, best: 100 }, items: $response.body#/things, total: $response.body#/total }
      responses:
        "200": { description: Things., content: { application/json: { schema: { $ref: "#/components/schemas/things" }, examples: { two: { value: { things: [{ id: a }, { id: b }], total: 2 } } } } } }
        "404": { description: None. }
        default: { description: Wrong., content: { application/json: { schema: { $ref: "#/components/schemas/problem" }, examples: { wrong: { value: { why: no } } } } } }
  /things/{id}:
    parameters:
      - { name: id, in: path, required: true, description: Its id., schema: { type: string }, example: a b/c }
    delete:
      operationId: deleteThing
      tags: [Things]
      summary: Delete a thing
      parameters:
        - { name: id, in: query, description: Another id., schema: { type: string } }
        - { name: body, in: query, description: No body., schema: { type: string } }
        - { name: X-Trace, in: header, description: A mark., schema: { type: string }, example: mark }
      responses:
        "204": { description: Gone. }
  /things/all:
    delete:
      operationId: deleteThings
      tags: [Things]
      summary: Delete things
      x-sdk-caution: { parameter: owner, absent: Without an owner all things go., choice: everyThing }
      parameters:
        - { name: owner, in: query, description: Whose., schema: { type: string }, example: ann }
      responses:
        default: { description: Anything., content: { application/json: { schema: { $ref: "#/components/schemas/problem" }, examples: { done: { value: { why: done } } } } } }
components:
  securitySchemes: { Token: { type: http, scheme: bearer } }
  schemas:
    things: { type: object, required: [things], properties: { things: { type: array, items: { $ref: "#/components/schemas/thing" } }, total: { type: integer } } }
    thing: { type: object, required: [id], properties: { id: { type: string, description: "Ends */ here" } } }
    problem: { type: object, properties: { why: { type: string } } }
`;
