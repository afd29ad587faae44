import { own, textAt } from "../../load/json.ts";
import { codeSpan, paragraphs, plainText } from "../../types/markdown.ts";
import type { SplitSchema } from "../../types/split.ts";
import { fieldTable } from "./fields.ts";
import { notesOf } from "./notes.ts";
import type { Pages } from "./pages.ts";
import { type TypePlace, typeText } from "./type-text.ts";

/** Every field of a model. `others` are the types that the same schema of the spec has. */
export function modelPage(
  pages: Pages,
  name: string,
  schema: unknown,
  { source, direction }: SplitSchema,
  others: readonly string[],
): string {
  const { packageName, footer } = pages;
  const place: TypePlace = { pages, direction };
  const travels = { input: "what calls take", output: "what answers hold", both: "what calls take and answers hold" };
  const also = others.map((other) => pages.modelLinks.get(other) ?? other);
  const fields = fieldTable(schema, place);
  const { description = "", facts } = described(schema, place);
  return [
    `# ${plainText(name)}\n`,
    `[${plainText(packageName)}](../README.md) · ${travels[direction]} · ${codeSpan(source)} in the spec${also.length === 0 ? "" : `, which is also ${also.join(" and ")}`}\n`,
    ...paragraphs(description).map((each) => `${each}\n`),
    ...(facts === "" ? [] : [`${facts}\n`]),
    ...(isPlainObject(schema) ? [] : [`Type: ${typeText(schema, place)}\n`]),
    ...(fields === "" ? [] : [fields]),
  ]
    .join("\n")
    .concat(footer);
}

function described(schema: unknown, place: TypePlace): { readonly description?: string; readonly facts: string } {
  const description = textAt(schema, "description") ?? textAt(schema, "title");
  return { ...(description !== undefined && { description }), facts: notesOf(schema, place, "") };
}

/** Its fields say it all. */
function isPlainObject(schema: unknown): boolean {
  const isComposed = ["$ref", "allOf", "oneOf", "anyOf", "enum", "const"].some((key) => own(schema, key) !== undefined);
  return !isComposed && own(schema, "properties") !== undefined;
}
