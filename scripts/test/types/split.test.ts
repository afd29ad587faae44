import { describe, expect, test } from "vitest";

import { objectAt, type JsonObject } from "../../generate/load/json.ts";
import { splitSchemas, type Split } from "../../generate/types/split.ts";
import { documentOf, json, ref, type Wanted } from "./documents.ts";

const split = (wanted: Wanted): Split => splitSchemas(documentOf(wanted));
const schemasOf = (result: Split): JsonObject => objectAt(objectAt(result.document, "components"), "schemas");
const directions = (result: Split): Record<string, string> =>
  Object.fromEntries([...result.schemas].map(([name, { direction }]) => [name, direction]));

const text = { type: "string" };
const color = { type: "string", enum: ["red"] };
const withId = {
  type: "object",
  required: ["id", "name"],
  properties: { id: { type: "string", readOnly: true }, name: text, secret: { type: "string", writeOnly: true } },
};

describe("which schemas get two forms", () => {
  test("a schema that is the same both ways has one form for both", () => {
    const result = split({ schemas: { a: { properties: { x: text } } }, sent: ["a"], received: ["a"] });
    expect(directions(result)).toEqual({ A: "both" });
  });

  test("an enum makes two forms, because only answers may go beyond it", () => {
    expect(directions(split({ schemas: { c: color }, sent: ["c"], received: ["c"] }))).toEqual({
      C: "output",
      CInput: "input",
    });
  });

  test("an enum of booleans makes no difference", () => {
    const schemas = { c: { type: "boolean", enum: [true] } };
    expect(directions(split({ schemas, sent: ["c"], received: ["c"] }))).toEqual({ C: "both" });
  });

  test("a schema that travels one way keeps its name and has that way's form", () => {
    const schemas = { asked: { ...withId }, told: { ...withId } };
    expect(directions(split({ schemas, sent: ["asked"], received: ["told"] }))).toEqual({
      Asked: "input",
      Told: "output",
    });
  });

  test("a schema that nothing uses is kept as an answer", () => {
    expect(directions(split({ schemas: { lonely: color } }))).toEqual({ Lonely: "output" });
  });

  test("a difference reaches everything that holds it, through circles too, and nothing else", () => {
    const schemas = {
      a: { properties: { list: { type: "array", items: { allOf: [ref("b")] } } } },
      b: { properties: { back: ref("a"), deep: { additionalProperties: ref("color") } } },
      color,
      plain: { properties: { again: ref("plain") } },
    };
    expect(directions(split({ schemas, sent: ["a", "plain"], received: ["a", "plain"] }))).toEqual({
      A: "output",
      AInput: "input",
      B: "output",
      BInput: "input",
      Color: "output",
      ColorInput: "input",
      Plain: "both",
    });
  });

  test("an input form whose name is in use gets the next free one", () => {
    const schemas = { color, ColorInput: text };
    expect([...split({ schemas, sent: ["color"], received: ["color"] }).schemas.keys()]).toEqual([
      "Color",
      "ColorInput",
      "ColorInput2",
    ]);
  });

  test("parameters count as requests, headers of a response as answers", () => {
    const result = splitSchemas({
      paths: {
        "/x": {
          parameters: [{ $ref: "#/components/parameters/p" }],
          get: { responses: { 200: { headers: { h: { schema: ref("sent") } } } } },
        },
      },
      components: {
        parameters: { p: { in: "query", name: "p", schema: ref("asked") } },
        schemas: { asked: color, sent: color },
      },
    });
    expect(directions(result)).toEqual({ Asked: "input", Sent: "output" });
  });

  test("in a callback the service sends and the user answers", () => {
    const callback = { post: { requestBody: json(ref("notice")), responses: { 200: json(ref("reply")) } } };
    const result = splitSchemas({
      paths: { "/x": { post: { responses: {}, callbacks: { done: { "{$request.body#/url}": callback } } } } },
      components: { schemas: { notice: color, reply: color } },
    });
    expect(directions(result)).toEqual({ Notice: "output", Reply: "input" });
  });

  test("a component that no operation refers to does not count as use", () => {
    const result = splitSchemas({
      paths: { "/x": { get: { responses: { 200: json(ref("c")) } } } },
      components: { requestBodies: { unused: json(ref("c")) }, schemas: { c: color } },
    });
    expect(directions(result)).toEqual({ C: "output" });
  });

  test("subtypes that only a discriminator names travel with their base", () => {
    const base = {
      properties: { kind: text },
      discriminator: { propertyName: "kind", mapping: { c: "cat", d: "#/components/schemas/dog" } },
    };
    const result = split({ schemas: { base, cat: withId, dog: text }, sent: ["base"], received: ["base"] });
    expect(directions(result)).toMatchObject({
      Base: "output",
      BaseInput: "input",
      Cat: "output",
      CatInput: "input",
      Dog: "both",
    });
    expect(schemasOf(result)["BaseInput"]).toMatchObject({
      discriminator: { mapping: { c: "#/components/schemas/CatInput", d: "#/components/schemas/Dog" } },
    });
  });
});

describe("the two forms", () => {
  test("requests lose readOnly properties, answers writeOnly ones, in required as well", () => {
    const result = schemasOf(split({ schemas: { user: withId }, sent: ["user"], received: ["user"] }));
    expect(result["UserInput"]).toEqual({
      type: "object",
      required: ["name"],
      properties: { name: text, secret: { type: "string", writeOnly: true } },
    });
    expect(result["User"]).toEqual({
      type: "object",
      required: ["id", "name"],
      properties: { id: { type: "string", readOnly: true }, name: text },
    });
  });

  test("a schema that travels one way loses what does not travel that way", () => {
    const asked = schemasOf(split({ schemas: { user: withId }, sent: ["user"] }));
    expect(Object.keys(objectAt(asked["User"], "properties"))).toEqual(["name", "secret"]);
    const told = schemasOf(split({ schemas: { user: withId }, received: ["user"] }));
    expect(Object.keys(objectAt(told["User"], "properties"))).toEqual(["id", "name"]);
  });

  test("readOnly counts behind a reference too", () => {
    const schemas = {
      id: { type: "string", readOnly: true },
      user: { required: ["id"], properties: { id: ref("id") } },
    };
    const result = schemasOf(split({ schemas, sent: ["user"], received: ["user"] }));
    expect(result["UserInput"]).toEqual({ required: [], properties: {} });
  });

  test("what is required in one part of an allOf may be readOnly in another", () => {
    const user = { allOf: [ref("base"), { required: ["id", "x"], properties: { x: text } }], required: ["id"] };
    const result = schemasOf(split({ schemas: { base: withId, user }, sent: ["user"], received: ["user"] }));
    expect(result["UserInput"]).toEqual({
      allOf: [{ $ref: "#/components/schemas/BaseInput" }, { required: ["x"], properties: { x: text } }],
      required: [],
    });
  });

  test("a property that is said to be readOnly and writeOnly at once stays", () => {
    const schemas = { a: { properties: { x: { readOnly: true, writeOnly: true } } } };
    expect(schemasOf(split({ schemas, sent: ["a"], received: ["a"] }))).toEqual({ A: schemas.a });
  });

  test("schemas written inside operations take the form of their direction", () => {
    const inline = { type: "array", items: withId };
    const { document } = splitSchemas({
      paths: { "/x": { post: { requestBody: json(inline), responses: { 200: json(inline) } } } },
    });
    const operation = objectAt(objectAt(objectAt(document, "paths"), "/x"), "post");
    expect(operation["requestBody"]).toMatchObject({
      content: { "application/json": { schema: { items: { required: ["name"] } } } },
    });
    expect(operation["responses"]).toMatchObject({
      200: { content: { "application/json": { schema: { items: { required: ["id", "name"] } } } } },
    });
  });

  test("references lead to the form of their direction, in components other than schemas too", () => {
    const { document } = splitSchemas({
      paths: {
        "/x": {
          post: {
            requestBody: { $ref: "#/components/requestBodies/B" },
            responses: { 200: { $ref: "#/components/responses/R" } },
          },
        },
      },
      components: { requestBodies: { B: json(ref("c")) }, responses: { R: json(ref("c")) }, schemas: { c: color } },
    });
    expect(document["components"]).toEqual({
      requestBodies: { B: json(ref("CInput")) },
      responses: { R: json(ref("C")) },
      schemas: { C: color, CInput: color },
    });
  });
});

describe("the new document", () => {
  test("a part of a schema that others refer to becomes a schema of its own", () => {
    const schemas = {
      a: { properties: { "x/y": { type: "integer" } } },
      b: { $ref: "#/components/schemas/a/properties/x~1y" },
    };
    const result = split({ schemas });
    expect(schemasOf(result)).toMatchObject({ APropertiesXY: { type: "integer" }, B: ref("APropertiesXY") });
    expect(result.schemas.get("APropertiesXY")?.source).toBe("a/properties/x/y");
  });

  test("neither a property called $ref nor an example is taken for a reference", () => {
    const schema = { properties: { $ref: text, enum: text }, example: { $ref: "#/nowhere" }, default: { enum: ["x"] } };
    const result = split({ schemas: { a: schema }, sent: ["a"], received: ["a"] });
    expect(schemasOf(result)).toEqual({ A: schema });
  });

  test("the given document stays as it is", () => {
    const given = documentOf({
      schemas: { user: withId, color },
      sent: ["user", "color"],
      received: ["user", "color"],
    });
    const before = structuredClone(given);
    splitSchemas(given);
    expect(given).toEqual(before);
  });

  test("a property may be called __proto__", () => {
    const schemas = JSON.parse('{"a":{"properties":{"__proto__":{"type":"string"}}}}') as JsonObject;
    expect(Object.keys(objectAt(objectAt(schemasOf(split({ schemas })), "A"), "properties"))).toEqual(["__proto__"]);
  });

  test("a reference to nothing is an error", () => {
    expect(() => split({ schemas: { a: ref("missing") } })).toThrow("nothing at #/components/schemas/missing");
  });
});
