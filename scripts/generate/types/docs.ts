import { isObject, type JsonObject } from "../load/json.ts";
import { commentLines } from "./escape.ts";

/** The doc comment of a schema: what its author wrote, then the facts that a type cannot show. */

const LONGEST_EXAMPLE = 160;

export function schemaDoc(schema: unknown): string[] {
  if (!isObject(schema)) return [];
  const text = commentLines(textOf(schema["description"]) ?? textOf(schema["title"]) ?? "");
  const facts = factsOf(schema);
  const tags = tagsOf(schema);
  if (facts.length + tags.length === 0) return text;
  const lines = tags.flatMap(([tag, value]) => `@${tag} ${commentLines(value).join(" ")}`.trimEnd());
  const blocks = [text, commentLines(facts.join(" ")), lines].filter((block) => block.length > 0);
  return blocks.flatMap((block, index) => (index === 0 ? block : ["", ...block]));
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

// Keywords are read as they are: none is the name of something that every object has.
export function factsOf(schema: JsonObject): string[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const { minLength, maxLength, minItems, maxItems, minProperties, maxProperties } = schema;
  const facts: string[] = [];
  const format = textOf(schema["format"]);
  const pattern = textOf(schema["pattern"]);
  if (format !== undefined) facts.push(`Format: ${format}.`);
  const lower = bound(minimum, exclusiveMinimum, "at least", "more than");
  const upper = bound(maximum, exclusiveMaximum, "at most", "less than");
  addLimits(facts, "Range", lower, upper);
  if (multipleOf !== undefined) facts.push(`Multiple of: ${JSON.stringify(multipleOf)}.`);
  addLimits(facts, "Length", bound(minLength, undefined, "at least"), bound(maxLength, undefined, "at most"));
  if (pattern !== undefined) facts.push(`Pattern: \`${pattern}\`.`);
  addLimits(facts, "Items", bound(minItems, undefined, "at least"), bound(maxItems, undefined, "at most"));
  if (schema["uniqueItems"] === true) facts.push("No item twice.");
  addLimits(
    facts,
    "Properties",
    bound(minProperties, undefined, "at least"),
    bound(maxProperties, undefined, "at most"),
  );
  return facts;
}

function addLimits(facts: string[], label: string, low: string | undefined, high: string | undefined): void {
  if (low === undefined && high === undefined) return;
  const closed = low?.startsWith("at least ") === true && high?.startsWith("at most ") === true;
  const both = [low, high].filter((text) => text !== undefined).join(", ");
  facts.push(`${label}: ${closed ? `${low.slice(9)} to ${high.slice(8)}` : both}.`);
}

/** OpenAPI 3.0 says by `true` that the plain limit is exclusive, 3.1 gives the exclusive limit itself. */
function bound(limit: unknown, strict: unknown, within: string, beyond = within): string | undefined {
  if (typeof strict === "number") return `${beyond} ${strict}`;
  return typeof limit === "number" ? `${strict === true ? beyond : within} ${limit}` : undefined;
}

function tagsOf(schema: JsonObject): [tag: string, value: string][] {
  const tags: [string, string][] = [];
  if (schema["default"] !== undefined) tags.push(["default", JSON.stringify(schema["default"])]);
  const listed = schema["examples"];
  const example = schema["example"] ?? (Array.isArray(listed) ? (listed as unknown[])[0] : undefined);
  const shown = example === undefined ? "" : JSON.stringify(example);
  if (shown !== "" && shown.length <= LONGEST_EXAMPLE) tags.push(["example", shown]);
  if (schema["deprecated"] === true) tags.push(["deprecated", ""]);
  return tags;
}
