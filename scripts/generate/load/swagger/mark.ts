import { isObject, objectAt } from "../json.ts";
import type { JsonObject } from "../json.ts";
import type { Places } from "../places.ts";
import { SWAGGER } from "../shapes.ts";
import type { NodeKind } from "../shapes.ts";
import type { Place } from "../source.ts";

/**
 * A copy of a Swagger document that the upgrader may change. It copies and moves objects as it goes, so each carries the number of its place; and
 * it reads examples, defaults and extensions as if they were schemas, so these are taken out meanwhile. Both are kept as bigints, which no document
 * holds and which survive every kind of copy.
 */

export type Fields = Record<string, unknown>;

export interface Marked {
  readonly document: Fields;
  /** Puts back what was taken out, and notes the places in a document that was made of the copy. */
  readonly restore: (upgraded: unknown) => void;
}

const MARK = "x-place-of";

/** Kinds whose every field is an entry: a mark would be one more. */
const UNMARKED: ReadonlySet<NodeKind> = new Set(["document", "paths", "responses", "securityRequirement"]);

/** What the upgrader itself looks into. */
const READ = new Set(["consumes", "produces", "required", "schemes", "tags", "type", "x-example", "x-examples"]);

export function markPlaces(document: JsonObject, root: Place, places: Places): Marked {
  const marks: Place[] = [];
  const taken: unknown[] = [];
  /** Those of answers, by their mark. */
  const examples = new Map<number, JsonObject>();
  // Counted from 1: the upgrader leaves out what counts as false.
  const takeOut = (value: unknown): bigint => BigInt(taken.push(value));

  const copy = (kind: NodeKind, value: unknown, place: Place): unknown => {
    if (!isObject(value) || kind === "securityRequirement") return value;
    // Answers with examples would lose the media types that have none.
    const own = Object.entries(value).filter(([field]) => kind !== "response" || field !== "examples");
    const fields = own.map(([field, child]): [string, unknown] => {
      const at = places.within(value, place, field, child);
      const shape = SWAGGER.child(kind, field);
      if (shape?.as === "one") return [field, copy(shape.kind, child, at)];
      if (shape?.as === "list" && Array.isArray(child)) {
        return [field, child.map((item, index) => copy(shape.kind, item, places.within(child, at, index, item)))];
      }
      if (shape?.as === "map" && isObject(child)) {
        const entries = Object.entries(child).map(([name, item]): [string, unknown] => {
          return [name, copy(shape.kind, item, places.within(child, at, name, item))];
        });
        return [field, Object.fromEntries(entries)];
      }
      const isData = !READ.has(field) && (typeof child === "object" || kind === "pathItem");
      return [field, isData && field !== "$ref" ? takeOut(child) : child];
    });
    if (!UNMARKED.has(kind)) fields.push([MARK, BigInt(marks.push(place))]);
    if (kind === "response" && isObject(value["examples"])) examples.set(marks.length, value["examples"]);
    return Object.fromEntries(fields);
  };

  const done = new Set<object>();
  const restore = (value: unknown): void => {
    if (typeof value !== "object" || value === null || done.has(value)) return;
    done.add(value);
    const fields = value as Fields;
    for (const [field, child] of Object.entries(fields)) {
      if (typeof child !== "bigint") {
        restore(child);
      } else if (field === MARK) {
        delete fields[field];
        const place = marks[Number(child) - 1];
        if (place !== undefined) places.note(value, place);
        addExamples(fields, examples.get(Number(child)) ?? {});
      } else {
        Object.defineProperty(fields, field, { value: taken[Number(child) - 1] });
      }
    }
  };

  return { document: copy("document", document, root) as Fields, restore };
}

/** By media type. One that is not produced is an answer only where nothing else is described. */
function addExamples(response: Fields, examples: JsonObject): void {
  const described = response["content"];
  for (const [mediaType, example] of Object.entries(examples)) {
    if (isObject(described)) {
      const content = described[mediaType];
      if (isObject(content)) (content as Fields)["example"] = example;
    } else if (mediaType.includes("/")) {
      response["content"] = { ...objectAt(response, "content"), [mediaType]: { example } };
    }
  }
}
