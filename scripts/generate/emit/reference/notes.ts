import { isObject, type JsonObject, own, textAt } from "../../load/json.ts";
import { isSensitive } from "../../model/sensitive.ts";
import { factsOf } from "../../types/docs.ts";
import { codeSpan, prose } from "../../types/markdown.ts";
import type { TypePlace } from "./type-text.ts";

/** What is to be said of a field or an argument beside its type, as one line of Markdown. */
export function notesOf(schema: unknown, { direction }: Pick<TypePlace, "direction">, description?: string): string {
  if (!isObject(schema)) return prose(description ?? "");
  const said = description ?? textAt(schema, "description") ?? textAt(schema, "title") ?? "";
  const notes = schema["deprecated"] === true ? ["**Deprecated.**"] : [];
  if (said !== "") notes.push(ended(prose(said)));
  const facts = factsOf(schema);
  if (facts.length > 0) notes.push(prose(facts.join(" ")));
  if (direction === "output" && isOpen(schema)) notes.push("Other values may come.");
  if (schema["default"] !== undefined) notes.push(`Default: ${codeSpan(JSON.stringify(schema["default"]))}.`);
  if (schema["readOnly"] === true) notes.push("Read-only.");
  if (schema["writeOnly"] === true) notes.push("Write-only.");
  if (isSensitive(schema)) notes.push("Never shown in logs and errors.");
  const source = sourceText(own(schema, "x-sdk-source"));
  if (source !== "") notes.push(`Source: ${source}`);
  return notes.join(" ");
}

function ended(text: string): string {
  return /[.!?:)]$/.test(text) ? text : `${text}.`;
}

/** Enums of texts and numbers stay open in answers, in lists too. */
function isOpen(schema: JsonObject): boolean {
  const { enum: values, items } = schema;
  if (Array.isArray(values)) return values.some((value) => typeof value === "string" || typeof value === "number");
  return isObject(items) && isOpen(items);
}

/** Where a fact comes from, and how sure it is; empty where nothing says so. */
export function sourceText(source: unknown): string {
  if (source === undefined) return "";
  const from = textAt(source, "from");
  if (from === undefined) return "";
  const version = own(source, "version");
  const details = [version === undefined ? "" : String(version), textAt(source, "confidence") ?? ""];
  const note = textAt(source, "note");
  const said = details.filter((detail) => detail !== "").map(prose);
  return `${prose(from)}${said.length === 0 ? "" : ` (${said.join(", ")})`}.${note === undefined ? "" : ` ${ended(prose(note))}`}`;
}
