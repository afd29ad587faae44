import { isObject, own, textAt } from "../load/json.ts";
import { commentLines } from "./escape.ts";

/** The doc comment of a schema: what its author wrote, then the facts that a type cannot show. */

const LONGEST_EXAMPLE = 160;

export function schemaDoc(schema: unknown): string[] {
  if (!isObject(schema)) return [];
  const text = commentLines(textAt(schema, "description") ?? textAt(schema, "title") ?? "");
  const facts = commentLines(factsOf(schema).join(" "));
  const tags = tagsOf(schema).flatMap(([tag, value]) => `@${tag} ${commentLines(value).join(" ")}`.trimEnd());
  const blocks = [text, facts, tags].filter((block) => block.length > 0);
  return blocks.flatMap((block, index) => (index === 0 ? block : ["", ...block]));
}

function factsOf(schema: Readonly<Record<string, unknown>>): string[] {
  const format = textAt(schema, "format");
  const pattern = textAt(schema, "pattern");
  const step = own(schema, "multipleOf");
  return [
    ...(format === undefined ? [] : [`Format: ${format}.`]),
    ...limits(schema, "Range", "inimum", "aximum"),
    ...(step === undefined ? [] : [`Multiple of: ${JSON.stringify(step)}.`]),
    ...limits(schema, "Length", "inLength", "axLength"),
    ...(pattern === undefined ? [] : [`Pattern: \`${pattern}\`.`]),
    ...limits(schema, "Items", "inItems", "axItems"),
    ...(own(schema, "uniqueItems") === true ? ["No item twice."] : []),
    ...limits(schema, "Properties", "inProperties", "axProperties"),
  ];
}

function limits(schema: Readonly<Record<string, unknown>>, label: string, min: string, max: string): string[] {
  const low = bound(schema, `m${min}`, `exclusiveM${min}`, ["at least", "more than"]);
  const high = bound(schema, `m${max}`, `exclusiveM${max}`, ["at most", "less than"]);
  const both = [low, high].filter((text) => text !== undefined);
  if (both.length === 0) return [];
  const closed = low?.startsWith("at least ") === true && high?.startsWith("at most ") === true;
  return [`${label}: ${closed ? `${low.slice(9)} to ${high.slice(8)}` : both.join(", ")}.`];
}

/** OpenAPI 3.0 says by `true` that the plain limit is exclusive, 3.1 gives the exclusive limit itself. */
function bound(
  schema: Readonly<Record<string, unknown>>,
  plain: string,
  exclusive: string,
  [within, beyond]: readonly [string, string],
): string | undefined {
  const limit = own(schema, plain);
  const strict = own(schema, exclusive);
  if (typeof strict === "number") return `${beyond} ${strict}`;
  return typeof limit === "number" ? `${strict === true ? beyond : within} ${limit}` : undefined;
}

function tagsOf(schema: Readonly<Record<string, unknown>>): [tag: string, value: string][] {
  const tags: [string, string][] = [];
  if (own(schema, "default") !== undefined) tags.push(["default", JSON.stringify(schema["default"])]);
  const listed = own(schema, "examples");
  const example = own(schema, "example") ?? (Array.isArray(listed) ? (listed as unknown[])[0] : undefined);
  const shown = example === undefined ? "" : JSON.stringify(example);
  if (shown !== "" && shown.length <= LONGEST_EXAMPLE) tags.push(["example", shown]);
  if (own(schema, "deprecated") === true) tags.push(["deprecated", ""]);
  return tags;
}
