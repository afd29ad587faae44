import { typesOf, type SchemaChecker } from "@vendor-sdks/mock-server";
import { isObject, listOf, objectOf, type JsonObject } from "./json.ts";

/** Why a keyword forbids nothing where it stands, whatever the value; undefined where it may forbid something. */
export function idleness(checker: SchemaChecker, schema: JsonObject, keyword: string): string | undefined {
  if (keyword === "discriminator") return idleDiscriminator(schema);
  if (LEAST.includes(keyword) && Number(schema[keyword]) <= 0) return "nothing is shorter than that";
  if (keyword === "uniqueItems" && Number(schema["maxItems"]) < 2) return "nothing stands twice in so short a list";
  if (keyword === "propertyNames" && allowsAnyText(schema[keyword])) return "it allows every text, as all names are";
  const types = typesOf(schema);
  const spokenOf = SPEAKS_OF[keyword];
  if (spokenOf !== undefined && types.length > 0 && !types.some((type) => spokenOf.includes(type)))
    return `it speaks of values of another type than ${types.join(" and ")}`;
  const listed = "const" in schema ? [schema["const"]] : listOf(schema["enum"]);
  if (listed.length === 0 || keyword === "enum" || keyword === "const") return undefined;
  const alone = { [keyword]: schema[keyword] };
  const isKept = listed.every((value) => checker.problems(alone, value, "request").length === 0);
  return isKept ? "the values that are listed beside it all keep to it, and there are no others" : undefined;
}

function idleDiscriminator({ oneOf, anyOf, discriminator }: JsonObject): string | undefined {
  if (oneOf === undefined && anyOf === undefined)
    return "a discriminator chooses among alternatives, and there are none beside it";
  const { defaultMapping } = objectOf(discriminator);
  return defaultMapping === undefined ? undefined : "what it does not know goes to the alternative that is its default";
}

/** Whether a schema says no more of a text than that it is one. */
function allowsAnyText(schema: unknown): boolean {
  if (!isObject(schema)) return schema === true;
  const isText = schema["type"] === undefined || typesOf(schema).includes("string");
  return isText && Object.keys(schema).every((word) => word === "type" || REMARKS.includes(word));
}

const REMARKS = ["title", "description", "example", "examples", "default", "deprecated", "$comment"];

const LEAST = ["minLength", "minItems", "minProperties"];

const TEXTS = ["string"];
const NUMBERS = ["number", "integer"];
const LISTS = ["array"];
const OBJECTS = ["object"];

const SPEAKS_OF: Readonly<Record<string, readonly string[]>> = {
  minLength: TEXTS,
  maxLength: TEXTS,
  pattern: TEXTS,
  minimum: NUMBERS,
  maximum: NUMBERS,
  exclusiveMinimum: NUMBERS,
  exclusiveMaximum: NUMBERS,
  multipleOf: NUMBERS,
  items: LISTS,
  minItems: LISTS,
  maxItems: LISTS,
  uniqueItems: LISTS,
  contains: LISTS,
  unevaluatedItems: LISTS,
  required: OBJECTS,
  minProperties: OBJECTS,
  maxProperties: OBJECTS,
  additionalProperties: OBJECTS,
  unevaluatedProperties: OBJECTS,
  propertyNames: OBJECTS,
  dependentRequired: OBJECTS,
};
