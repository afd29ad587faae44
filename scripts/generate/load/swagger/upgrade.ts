import { createRequire } from "node:module";

import type * as Upgrader from "@scalar/openapi-upgrader/2.0-to-3.0";

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { describeType, isObject, listAt, objectAt, own, textAt } from "../json.ts";
import type { JsonObject } from "../json.ts";
import type { Places } from "../places.ts";
import { joinPointer } from "../pointer.ts";
import { SWAGGER } from "../shapes.ts";
import { problemAt } from "../source.ts";
import type { Place, Problem } from "../source.ts";
import { settle } from "../tolerate.ts";
import { METHODS, walkFrom } from "../walk.ts";
import { findLosses } from "./losses.ts";
import { markPlaces } from "./mark.ts";
import type { Fields } from "./mark.ts";
import { mendSwagger } from "./mend.ts";

/** Loaded for those documents alone that need it. */
const require = createRequire(import.meta.url);

export interface Upgraded {
  /** Undefined if the document is not fit to be upgraded. */
  readonly document: JsonObject | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function isSwagger(document: JsonObject): boolean {
  return /^2\.0(?:\.\d+)?$/.test(String(own(document, "swagger"))) || own(document, "swagger") === 2;
}

/** Brings a Swagger 2.0 document into the terms of OpenAPI 3.0. References lead into the document itself by now. */
export function upgradeSwagger(document: JsonObject, root: Place, places: Places, tolerant: boolean): Upgraded {
  let isFit = false;
  const find = (): Problem[] => {
    const unfit = checkSwagger(document);
    isFit = unfit.length === 0;
    return isFit ? findLosses(document) : unfit;
  };
  const located = (problem: Problem): Diagnostic => problemAt(places.at(document, problem.pointer), problem);
  const diagnostics = settle({ document, places, shapes: SWAGGER, tolerant, find, located });
  if (!isFit) return { document: undefined, diagnostics };
  const marked = markPlaces(document, root, places);
  const refParameters = parameterReferences(document, places);
  marked.document["swagger"] = "2.0";
  mendSwagger(marked.document);
  const { upgradeFromTwoToThree } = require("@scalar/openapi-upgrader/2.0-to-3.0") as typeof Upgrader;
  const upgraded = upgradeFromTwoToThree(marked.document) as JsonObject;
  marked.restore(upgraded);
  for (const [path, item] of Object.entries(objectAt(upgraded, "paths"))) {
    for (const owner of ["", ...METHODS]) {
      const parameters = listAt(owner === "" ? item : own(item, owner), "parameters");
      const known = refParameters.get(`${path} ${owner}`) ?? [];
      // The upgrader makes references anew; their order is that of the text.
      for (const parameter of parameters) {
        const ref = textAt(parameter, "$ref")?.replace("#/components/", "#/");
        const found = ref === undefined ? undefined : known.find((reference) => reference.ref === ref);
        if (isObject(parameter) && found !== undefined) places.note(parameter, found.place);
      }
    }
  }
  const components = objectAt(upgraded, "components");
  for (const [section, former] of MOVED) places.noteField(components, section, { ...root, pointer: former });
  places.noteField(upgraded, "servers", {
    ...root,
    pointer: own(document, "host") === undefined ? "/basePath" : "/host",
  });
  mendUpgraded(upgraded, places);
  return { document: upgraded, diagnostics };
}

const MOVED = new Map([
  ["schemas", "/definitions"],
  ["parameters", "/parameters"],
  ["responses", "/responses"],
  ["securitySchemes", "/securityDefinitions"],
]);

interface ParameterReference {
  readonly ref: string;
  readonly place: Place;
}

/** By path and method; of the parameters of a whole path, by the path and nothing. */
function parameterReferences(document: JsonObject, places: Places): Map<string, ParameterReference[]> {
  const found = new Map<string, ParameterReference[]>();
  for (const [path, item] of Object.entries(objectAt(document, "paths"))) {
    for (const owner of ["", ...METHODS]) {
      const way = owner === "" ? [path] : [path, owner];
      const parameters = listAt(owner === "" ? item : own(item, owner), "parameters");
      const references = parameters.flatMap((parameter, index): ParameterReference[] => {
        const ref = textAt(parameter, "$ref");
        if (ref === undefined) return [];
        return [{ ref, place: places.at(document, joinPointer("/paths", ...way, "parameters", index)) }];
      });
      if (references.length > 0) found.set(`${path} ${owner}`, references);
    }
  }
  return found;
}

/** What the upgrader would fail at, or make nonsense of. */
function checkSwagger(document: JsonObject): Problem[] {
  const problems: Problem[] = [];
  const wrongType = (pointer: string, value: unknown, wanted: string): void => {
    const message = `This must be ${wanted}, and is ${describeType(value)}`;
    const fix = `write ${wanted}, or leave the field out`;
    problems.push({ severity: "error", code: "wrong-type", pointer, message, fix });
  };
  const texts = (value: JsonObject, pointer: string, field: string): void => {
    const list = own(value, field);
    if (list === undefined || (Array.isArray(list) && list.every((item) => typeof item === "string"))) return;
    wrongType(joinPointer(pointer, field), list, "a list of texts");
  };
  walkFrom(
    { kind: "document", value: document, pointer: "" },
    {
      node({ kind, value, pointer }) {
        if (kind === "document" || kind === "operation") {
          for (const field of ["consumes", "produces", "schemes"]) texts(value, pointer, field);
        }
        if (kind === "document") {
          for (const field of ["host", "basePath"]) {
            const text = own(value, field);
            if (text !== undefined && typeof text !== "string") wrongType(`/${field}`, text, "a text");
          }
        }
        if (kind !== "parameter" || own(value, "$ref") !== undefined) return;
        for (const field of ["name", "in"]) {
          const text = own(value, field);
          if (typeof text === "string" && text !== "") continue;
          const fix = "add name: as it is sent, and in: path | query | header | formData | body";
          const message = `This parameter has no "${field}"`;
          problems.push({ severity: "error", code: "missing-field", pointer, message, fix });
        }
      },
      mismatch: (pointer, value, expected) => {
        wrongType(pointer, value, { one: "an object", list: "a list", map: "an object of named entries" }[expected]);
      },
    },
    SWAGGER,
  );
  return problems;
}

function mendUpgraded(document: JsonObject, places: Places): void {
  walkFrom(
    { kind: "document", value: document, pointer: "" },
    {
      node({ kind, value }) {
        const fields = value as Fields;
        // The schema of a parameter is what it says of itself in Swagger.
        const { schema } = value;
        const place = kind === "parameter" || kind === "header" ? places.of(value) : undefined;
        if (isObject(schema) && place !== undefined && places.of(schema) === undefined) places.note(schema, place);
        if (kind === "response" && isObject(value["content"])) fields["content"] = withFiles(value["content"]);
        // An empty list says nothing, and OpenAPI 3.0 forbids it.
        if (kind === "schema" && Array.isArray(value["required"]) && value["required"].length === 0) {
          delete fields["required"];
        }
      },
    },
  );
}

/** A file is no JSON, though that is what an answer is when nothing is said. */
function withFiles(content: JsonObject): JsonObject {
  const entries = Object.entries(content).map(([type, value]): [string, unknown] => {
    const schema = own(value, "schema");
    const isFile = own(schema, "type") === "string" && own(schema, "format") === "binary";
    return [isFile && type === "application/json" ? "application/octet-stream" : type, value];
  });
  return Object.fromEntries(entries);
}
