import { essenceOf, formOf } from "../media-type.ts";

/** A body as its media type has it: a value of JSON, the fields of a form, a text; undefined where it is none of these. */
export function parseBody(contentType: string | undefined, text: string): unknown {
  if (contentType === undefined || text === "") return undefined;
  switch (formOf(essenceOf(contentType))) {
    case "json":
      return parseJson(text);
    case "lines":
      return text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [parseJson(line)]));
    case "form":
      return formFields(new URLSearchParams(text));
    case "text":
    case "xml":
      return text;
    default:
      return undefined;
  }
}

/** What is no JSON is recorded too: its text stands in `body`. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function formFields(form: URLSearchParams): Readonly<Record<string, string | string[]>> {
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const values = form.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}
