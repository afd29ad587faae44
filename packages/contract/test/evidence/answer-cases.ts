import type { Case } from "./case.ts";

export const answers: readonly Case[] = [
  {
    name: "another status",
    evidence: ["201: application/json Thing", "200: application/json Thing"],
    says: "createThing: the answer 200 (application/json Thing) of the evidence is 201 in the spec",
    at: ['"201":', "200: application/json Thing\n  deleteThing"],
  },
  {
    name: "a status that nobody witnessed",
    spec: [
      '        "204": { description: Gone. }\n',
      '        "204": { description: Gone. }\n        "409": { description: Used. }\n',
    ],
    says: "deleteThing: the answer 409 (empty) is in the spec, but not witnessed",
    at: ['"409"', "deleteThing:"],
  },
  {
    name: "a witnessed status that the spec lacks",
    spec: ['        "404": { description: None. }\n', ""],
    says: "listThings: the answer 404 (empty) is witnessed, but not in the spec",
    at: ["get:", "404: empty"],
  },
  {
    name: "an answer that should be empty",
    evidence: ["404: empty", "404: application/json Problem"],
    says: "listThings: the answer 404 is application/json Problem in the evidence, empty in the spec",
    at: ['"404"', "404: application/json"],
  },
  {
    name: "an answer of another schema",
    evidence: ["200: application/json Thing[]", "200: application/json Thing"],
    says: "listThings: the answer 200 as application/json is Thing in the evidence, Thing[] in the spec",
    at: ["application/json:\n              schema: { type: array", "200: application/json Thing"],
  },
  {
    name: "an answer of another media type",
    spec: ["        text/plain:", "        text/html:"],
    says: "listThings: the media type of the answer 401 is text/plain in the evidence, text/html in the spec",
    at: ["text/html:", "text/plain string"],
  },
  {
    name: "a media type that nobody witnessed",
    evidence: ["401: [text/plain string, application/json Problem]", "401: application/json Problem"],
    says: "listThings: the answer 401 as text/plain string is in the spec, but not witnessed",
    at: ["text/plain:", "401: application"],
  },
];
