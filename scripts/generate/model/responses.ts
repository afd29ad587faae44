import { isObject, type JsonObject, listAt, objectAt, own, textAt } from "../load/json.ts";
import { dereference } from "../load/pointer.ts";
import { itemsOf } from "./bodies.ts";
import { examplesOf } from "./examples.ts";
import { mediaKind, shapeOf } from "./media-type.ts";
import type { Content, Response } from "./model.ts";

/** Statuses in rising order, ranges and `default` behind them. */
export function buildResponses(document: JsonObject, operation: JsonObject, method: string): Response[] {
  const entries = Object.entries(objectAt(operation, "responses")).filter(([status]) => !status.startsWith("x-"));
  return entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([status, entry]) => {
      const response = dereference(document, entry, "")?.value;
      const contents = hasNoBody(method, status) ? [] : Object.entries(objectAt(response, "content"));
      return {
        status,
        description: textAt(response, "description") ?? "",
        contents: contents.map(([mediaType, media]) => buildContent(document, mediaType, media)),
      };
    });
}

/** HTTP gives these answers no body, whatever a spec says. */
export function hasNoBody(method: string, status: string): boolean {
  return method === "head" || /^(?:1..|204|205|304)$/.test(status);
}

function buildContent(document: JsonObject, mediaType: string, entry: unknown): Content {
  const found = dereference(document, entry, "")?.value;
  const media = isObject(found) ? found : {};
  const schema = own(media, "schema");
  const itemSchema = own(media, "itemSchema");
  const examples = examplesOf(document, media);
  const content = (kind: Content["kind"], as: unknown = schema): Content => ({ mediaType, kind, schema: as, examples });
  const shape = shapeOf(document, schema);
  const kind = mediaKind(mediaType);
  if (kind === "events") return eventContent(document, itemSchema ?? schema, content);
  if (shape === "binary") return content("binary");
  if (kind === "lines" || (itemSchema !== undefined && kind !== "multipart")) {
    return content("lines", itemSchema ?? itemsOf(document, schema));
  }
  if (kind === "any") return content(({ json: "json", text: "text", none: "any" } as const)[shape]);
  return content(kind === "json" || kind === "text" ? kind : "binary");
}

/**
 * A schema may describe the events (`data`, `event`, …), their data, or a list of either; what it says of the data is what
 * counts. Data that is no text travels as JSON.
 */
function eventContent(
  document: JsonObject,
  schema: unknown,
  content: (kind: Content["kind"], schema: unknown) => Content,
): Content {
  const data = dataIn(document, itemsOf(document, schema), new Set());
  if (!data.every(({ isJson }) => isJson)) return content("events", { type: "string" });
  const schemas = [...new Set(data.map((each) => each.schema))];
  return content("jsonEvents", schemas.length === 1 ? schemas[0] : { anyOf: schemas });
}

const EVENT_FIELDS = new Set(["data", "event", "id", "retry"]);

interface EventData {
  readonly schema: unknown;
  readonly isJson: boolean;
}

function dataIn(document: JsonObject, schema: unknown, behind: ReadonlySet<unknown>): readonly EventData[] {
  const itself = [{ schema, isJson: shapeOf(document, schema) === "json" }];
  const found = dereference(document, schema, "")?.value;
  if (!isObject(found) || behind.has(found)) return itself;
  const options = ["oneOf", "anyOf"].flatMap((keyword) => listAt(found, keyword));
  if (options.length > 0) {
    const all = options.map((option) => dataIn(document, option, new Set([...behind, found])));
    // Only where each of them is an event: otherwise it is a choice of data.
    return all.some(([first], index) => first?.schema === options[index]) ? itself : all.flat();
  }
  const properties = objectAt(found, "properties");
  const names = Object.keys(properties);
  if (!names.includes("data") || !names.every((name) => EVENT_FIELDS.has(name))) return itself;
  const { data } = properties;
  return mediaKind(textAt(data, "contentMediaType") ?? "") === "json"
    ? [{ schema: own(data, "contentSchema") ?? {}, isJson: true }]
    : [{ schema: data, isJson: shapeOf(document, data) === "json" }];
}
