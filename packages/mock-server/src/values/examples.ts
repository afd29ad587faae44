import { asObject, resolveLocal, type JsonObject } from "../json.ts";
import { formOf } from "../media-type.ts";
import { operationsOf } from "../operations.ts";
import type { SchemaChecker } from "../schema/checker.ts";
import type { ValueMaker } from "./maker.ts";

/** The name of an example that the document does not have and that was made from the schema. */
const MADE = "made";

/** An example of a document that its own schema forbids, or a schema that no value was found for. */
export interface ExampleProblem {
  readonly where: string;
  readonly message: string;
}

/**
 * Gives every answer of a document examples by name: its own where it has some, else one that is made from the schema.
 * Changes the document. Examples that contradict their schema stay, and are told.
 */
export function completeExamples(document: JsonObject, checker: SchemaChecker, maker: ValueMaker): ExampleProblem[] {
  const done = new Set<JsonObject>();
  const problems: ExampleProblem[] = [];
  for (const { name, responses } of operationsOf(document)) {
    for (const [status, response] of responses) {
      const contents = Object.entries(asObject(response["content"])).map(([mediaType, entry]) => ({
        mediaType,
        media: resolveLocal(document, entry) ?? {},
      }));
      for (const { mediaType, media } of contents) {
        if (done.has(media)) continue;
        done.add(media);
        const where = `${name} ${status} ${mediaType}`;
        const tell = (message: string): void => void problems.push({ where, message });
        media["examples"] = complete(document, checker, maker, mediaType, media, tell);
        delete media["example"];
      }
      for (const entry of Object.values(asObject(response["headers"]))) {
        const described = resolveLocal(document, entry);
        if (described !== undefined && !done.has(described)) completeHeader(document, checker, maker, described);
        if (described !== undefined) done.add(described);
      }
    }
  }
  return problems;
}

function complete(
  document: JsonObject,
  checker: SchemaChecker,
  maker: ValueMaker,
  mediaType: string,
  media: JsonObject,
  tell: (message: string) => void,
): JsonObject {
  const examples: JsonObject = {};
  const schema = valueSchema(mediaType, media);
  for (const [name, value] of namedExamples(document, media)) {
    const text = asBodyValue(mediaType, value);
    if (text === undefined) {
      tell(`the example "${name}" is no text, and is left out`);
      continue;
    }
    const problems = schema === undefined ? [] : tryCheck(checker, schema, text.value);
    if (problems.length > 0) tell(`the example "${name}" contradicts its schema: ${problems.join("; ")}`);
    examples[name] = { value: text.value };
  }
  if (Object.keys(examples).length > 0) return examples;
  try {
    return { [MADE]: { value: makeBodyValue(document, maker, mediaType, media) } };
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    return {};
  }
}

/** The examples of a media type that have a value, by name. */
function namedExamples(document: JsonObject, media: JsonObject): (readonly [string, unknown])[] {
  const named = Object.entries(asObject(media["examples"])).flatMap(([name, entry]) => {
    const example = resolveLocal(document, entry) ?? {};
    const value = "value" in example ? example["value"] : (example["dataValue"] ?? example["serializedValue"]);
    return value === undefined ? [] : [[name, value] as const];
  });
  if (named.length > 0) return named;
  const { example = asObject(media["schema"])["example"] } = media;
  return example === undefined ? [] : [["example", example]];
}

/** The schema that the example of a media type as a whole is held against; undefined where that says nothing of the text. */
export function valueSchema(mediaType: string, media: JsonObject): unknown {
  const { schema, itemSchema } = media;
  switch (formOf(mediaType)) {
    case "json":
      return schema;
    case "lines":
    case "sequence":
    case "events":
      return itemSchema === undefined ? undefined : { type: "array", items: itemSchema };
    default:
      return undefined;
  }
}

/** What stands in an example, as what a body of the media type is to its readers; undefined where it is none. */
function asBodyValue(mediaType: string, value: unknown): { readonly value: unknown } | undefined {
  switch (formOf(mediaType)) {
    case "json":
      return { value };
    case "lines":
    case "sequence":
    case "events":
      return typeof value === "string" || Array.isArray(value) ? { value } : { value: [value] };
    default:
      return typeof value === "object" ? undefined : { value: String(value) };
  }
}

function makeBodyValue(document: JsonObject, maker: ValueMaker, mediaType: string, media: JsonObject): unknown {
  const { schema, itemSchema } = media;
  const make = (of: unknown): unknown => maker.make(of, { direction: "response" });
  switch (formOf(mediaType)) {
    case "json":
      return make(schema ?? {});
    case "lines":
    case "sequence":
    case "events": {
      const types = [resolveLocal(document, schema)?.["type"]].flat();
      if (itemSchema === undefined && types.includes("array")) return make(schema);
      const item = make(itemSchema ?? schema ?? {});
      return [item, item];
    }
    case "xml":
      return "<example>example</example>";
    default: {
      const made = schema === undefined ? "example" : make(schema);
      return typeof made === "object" ? "example" : String(made);
    }
  }
}

/** A header's example has to be a text that a header can carry. */
function completeHeader(document: JsonObject, checker: SchemaChecker, maker: ValueMaker, header: JsonObject): void {
  const schema = header["schema"];
  const types = [resolveLocal(document, schema)?.["type"]].flat();
  if (schema === undefined || types.includes("array") || types.includes("object")) return;
  const [given] = namedExamples(document, header);
  if (given !== undefined && tryCheck(checker, schema, given[1]).length === 0) return;
  try {
    const made = maker.make(schema, { direction: "response" });
    if (/^[\x20-\x7e]*$/.test(String(made))) header["example"] = made;
    delete header["examples"];
  } catch {
    delete header["examples"];
  }
}

function tryCheck(checker: SchemaChecker, schema: unknown, value: unknown): string[] {
  try {
    return checker.problems(schema, value, "response").map(({ message }) => message);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
