import { describe, expect, test } from "vitest";

import type { JsonObject } from "../../generate/load/json.ts";
import { declare, ref } from "./documents.ts";

const text = { type: "string" };
const kind = { type: "object", required: ["kind"], properties: { kind: text } };

/** Declarations without what every one begins with. */
const types = (schemas: JsonObject, sent: readonly string[] = []): string =>
  declare({ schemas, sent }).replaceAll("export ", "");

const union = (discriminator: JsonObject, ...names: readonly string[]): JsonObject => ({
  oneOf: names.map(ref),
  discriminator: { propertyName: "kind", ...discriminator },
});

describe("a discriminator of a union", () => {
  test("tells its members by their names", () => {
    expect(types({ Cat: kind, Dog: kind, Pet: union({}, "Cat", "Dog") })).toBe(
      'interface Cat {\n  kind: "Cat";\n}\n\ninterface Dog {\n  kind: "Dog";\n}\n\ntype Pet = Cat | Dog;\n',
    );
  });

  test("tells them by what maps to them, by reference or by name, and by all of it", () => {
    const mapping = { cat: "#/components/schemas/Cat", lion: "Cat", dog: "Dog" };
    const made = types({ Cat: kind, Dog: kind, Pet: union({ mapping }, "Cat", "Dog") });
    expect(made).toContain('interface Cat {\n  kind: "cat" | "lion";\n}');
    expect(made).toContain('interface Dog {\n  kind: "dog";\n}');
  });

  test("leaves the member open that stands for all other values", () => {
    const mapping = { cat: "Cat" };
    const made = types({ Cat: kind, Other: kind, Pet: union({ mapping, defaultMapping: "Other" }, "Cat", "Other") });
    expect(made).toContain('interface Cat {\n  kind: "cat";\n}');
    expect(made).toContain("interface Other {\n  kind: string;\n}");
  });

  test("is written where a member does not declare it", () => {
    const Cat = { type: "object", properties: { name: text } };
    expect(types({ Cat, Pet: union({}, "Cat") })).toContain('interface Cat {\n  name?: string;\n  kind: "Cat";\n}');
  });

  test("keeps what a member says itself, and the texts", () => {
    const own = (schema: JsonObject): JsonObject => ({ required: ["kind"], properties: { kind: schema } });
    const schemas = {
      Constant: own({ const: "c" }),
      Listed: own({ enum: ["l"] }),
      Several: own({ enum: ["a", "Several"], description: "Which one." }),
      Foreign: own({ enum: ["x", "y"] }),
      Pet: union({}, "Constant", "Listed", "Several", "Foreign"),
    };
    const made = types(schemas);
    expect(made).toContain('interface Constant {\n  kind: "c";\n}');
    expect(made).toContain('interface Listed {\n  kind: "l";\n}');
    expect(made).toContain('interface Several {\n  /** Which one. */\n  kind: "Several";\n}');
    expect(made).toContain('interface Foreign {\n  kind: "x" | "y" | (string & {});\n}');
  });

  test("passes over members that are no objects", () => {
    expect(types({ Name: text, Pet: union({}, "Name") })).toContain("type Name = string;");
  });

  test("narrows in both forms of a schema", () => {
    const Cat = { properties: { kind: text, id: { type: "string", readOnly: true } } };
    const made = declare({ schemas: { Cat, Pet: union({}, "Cat") }, sent: ["Pet"], received: ["Pet"] });
    expect(made).toContain('interface Cat {\n  kind?: "Cat";\n  id?: string;\n}');
    expect(made).toContain('interface CatInput {\n  kind?: "Cat" | undefined;\n}');
  });
});

describe("a discriminator of what others are composed of", () => {
  const Pet = { ...kind, discriminator: { propertyName: "kind", mapping: { cat: "Cat" } } };
  const from = (name: string): JsonObject => ({ allOf: [ref(name), { properties: { x: text } }] });

  test("tells those by the names that map to them or their own, with those that are composed of them", () => {
    const made = types({ Pet, Cat: from("Pet"), Dog: from("Pet"), Lion: from("Cat") });
    expect(made).toContain("interface Pet {\n  kind: string;\n}");
    expect(made).toContain('interface Cat extends Pet {\n  x?: string;\n  kind: "cat" | "Lion";\n}');
    expect(made).toContain('interface Dog extends Pet {\n  x?: string;\n  kind: "Dog";\n}');
    expect(made).toContain('kind: "Lion";\n}');
  });
});
