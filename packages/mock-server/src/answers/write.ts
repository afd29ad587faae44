import { isObject } from "../json.ts";
import { formOf } from "../media-type.ts";

/** The bytes of a body whose readers take it for `value`. */
export function writeBody(mediaType: string, value: unknown): Buffer {
  if (value === undefined) return Buffer.alloc(0);
  switch (formOf(mediaType)) {
    case "json":
      return Buffer.from(JSON.stringify(value));
    case "lines":
      return Buffer.from(listed(value, (item) => `${JSON.stringify(item)}\n`));
    case "sequence":
      return Buffer.from(listed(value, (item) => `\u001E${JSON.stringify(item)}\n`));
    case "events":
      return Buffer.from(listed(value, writeEvent));
    default:
      return Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
  }
}

/** An example that is a text is the whole body. */
function listed(value: unknown, write: (item: unknown) => string): string {
  return typeof value === "string" ? value : [value].flat().map(write).join("");
}

/** OpenAPI 3.2 describes an event by its fields; else the value is its data. */
function writeEvent(event: unknown): string {
  const fields = isObject(event) && "data" in event ? event : { data: event };
  const data = typeof fields["data"] === "string" ? fields["data"] : JSON.stringify(fields["data"]);
  const others = ["event", "id", "retry"].filter((name) => fields[name] !== undefined);
  const lines = [
    ...others.map((name) => `${name}: ${String(fields[name])}`),
    ...data.split("\n").map((line) => `data: ${line}`),
  ];
  return `${lines.join("\n")}\n\n`;
}
