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
function factsOf(schema: JsonObject): string[] {
  const facts: string[] = [];
  const format = textOf(schema["format"]);
  const pattern = textOf(schema["pattern"]);
  const step = schema["multipleOf"];
  if (format !== undefined) facts.push(`Format: ${format}.`);
  limits(schema, "Range", "inimum", "aximum", facts);
  if (step !== undefined) facts.push(`Multiple of: ${JSON.stringify(step)}.`);
  limits(schema, "Length", "inLength", "axLength", facts);
  if (pattern !== undefined) facts.push(`Pattern: \`${pattern}\`.`);
  limits(schema, "Items", "inItems", "axItems", facts);
  if (schema["uniqueItems"] === true) facts.push("No item twice.");
  limits(schema, "Properties", "inProperties", "axProperties", facts);
  return facts;
}

function limits(schema: JsonObject, label: string, min: string, max: string, facts: string[]): void {
  const low = bound(schema[`m${min}`], schema[`exclusiveM${min}`], "at least", "more than");
  const high = bound(schema[`m${max}`], schema[`exclusiveM${max}`], "at most", "less than");
  const both = [low, high].filter((text) => text !== undefined);
  if (both.length === 0) return;
  const closed = low?.startsWith("at least ") === true && high?.startsWith("at most ") === true;
  facts.push(`${label}: ${closed ? `${low.slice(9)} to ${high.slice(8)}` : both.join(", ")}.`);
}

/** OpenAPI 3.0 says by `true` that the plain limit is exclusive, 3.1 gives the exclusive limit itself. */
function bound(limit: unknown, strict: unknown, within: string, beyond: string): string | undefined {
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
