import type { Case } from "./case.ts";

const inThing = "schema Thing (used by listThings, createThing): ";
export const schemas: readonly Case[] = [
  {
    name: "an added field",
    spec: ["        config: { type: object }\n", "        config: { type: object }\n        more: { type: boolean }\n"],
    says: `${inThing}field "more" is in the spec, but not witnessed`,
    at: ["more:", "Thing:\n    name: string\n    note?: null"],
  },
  {
    name: "a removed field",
    spec: ["        config: { type: object }\n", ""],
    says: `${inThing}field "config" is witnessed, but not in the spec`,
    at: ['Thing:\n      allOf:\n        - $ref: "#/components/schemas/Base"\n      required', "config?:"],
  },
  {
    name: "a renamed field",
    spec: ["        changed:", "        changedAt:"],
    says: `${inThing}field "changed" of the evidence is called "changedAt" in the spec`,
    at: ["changedAt:", "changed?:"],
  },
  {
    name: "a field that is always there",
    spec: ["required: [id]", "required: [id, config]"],
    says: `${inThing}field "config" is optional in the evidence, required in the spec`,
    at: ["config: {", "config?:"],
  },
  {
    name: "a field of another type",
    spec: ["extra: { description: Anything at all. }", "extra: { type: boolean }"],
    says: `${inThing}field "extra" is any in the evidence, boolean in the spec`,
    at: ["extra: {", "extra?:"],
  },
  {
    name: "a field of another format",
    spec: ["format: date-time", "format: date"],
    says: `${inThing}field "changed" is string(date-time) in the evidence, string(date) in the spec`,
    at: ["changed: {", "changed?:"],
  },
  {
    name: "a field that is never null",
    spec: ['            - type: "null"\n', ""],
    says: `${inThing}field "parent" may be null in the evidence, is never null in the spec`,
    at: ["parent:\n", "parent?:"],
  },
  {
    name: "a null that the type allows and the enumeration does not",
    spec: ['enum: [on, "off", null]', 'enum: [on, "off"]'],
    says: `${inThing}field "state" may be null in the evidence, is never null in the spec`,
    at: ["state: {", "state?:"],
  },
  {
    name: "an enumeration whose type allows none of its values",
    spec: ['state: { type: [string, "null"]', 'state: { type: [integer, "null"]'],
    says: `${inThing}field "state" is "off" | "on" | null in the evidence, null in the spec`,
    at: ["state: {", "state?:"],
  },
  {
    name: "an enumeration with another value",
    spec: ['enum: [on, "off", null]', 'enum: [on, "off", idle, null]'],
    says: `${inThing}field "state" is "off" | "on" | null in the evidence, "idle" | "off" | "on" | null in the spec`,
    at: ["state: {", "state?:"],
  },
  {
    name: "a field that may be sent although it is readonly",
    spec: [", readOnly: true", ""],
    says: `${inThing}field "id" is readonly in the evidence, for reading and writing in the spec`,
    at: ["id: { type: string }\n        state", "id: readonly"],
  },
  {
    name: "a secret that answers could show",
    spec: [", writeOnly: true", ""],
    says: 'schema NewThing (used by createThing): field "secret" is writeonly in the evidence, for reading and writing in the spec',
    at: ["secret: {", "secret?:"],
  },
  {
    name: "an inherited field, at the place where the parent has it",
    evidence: [
      "name: string\n    note?: string | null\n    secret",
      "name: int32\n    note?: string | null\n    secret",
    ],
    says: 'schema NewThing (used by createThing): field "name" is int32 in the evidence, string in the spec',
    at: ["name: { type: string }", "name: int32"],
  },
  {
    name: "a map of other values",
    spec: ["additionalProperties: { type: string }", "additionalProperties: { type: integer }"],
    says: "schema Labels (used by createThing): the schema is map<string> in the evidence, map<integer> in the spec",
    at: ["Labels: {", "Labels: map"],
  },
  {
    name: "a witnessed schema that the spec lacks",
    evidence: ["  Labels: map<string>\n", "  Labels: map<string>\n  Unheard: string[]\n"],
    says: "schema Unheard (used by no operation): the schema is witnessed, but not in the spec",
    at: ["openapi:", "Unheard:"],
  },
];
