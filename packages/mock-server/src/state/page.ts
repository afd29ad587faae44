import { asObject, resolveLocal, type JsonObject } from "../json.ts";
import type { Chosen } from "../answers/choose.ts";
import { schemaOf } from "../requests/parameters.ts";
import { typesOf } from "../schema/prepare-schema.ts";
import { valueSchema } from "../values/examples.ts";
import { evaluate, type Asking } from "./expression.ts";
import { madeUp } from "./made-up.ts";
import { pointerOf, valueAt } from "./resource.ts";
import { schemaAt } from "./shown.ts";
import type { Thing } from "./things.ts";

/** A page of a list, and what its answer says of it, by JSON pointer. */
export interface Page {
  readonly things: readonly Thing[];
  readonly told: readonly (readonly [pointer: string, value: unknown])[];
}

/** The part of a list that a request asks for, where `x-sdk-pagination` says how it asks. */
export function pageOf(asking: Asking, chosen: Chosen, things: readonly Thing[] | undefined): Page | undefined {
  const walk = asObject(asking.route.operation.value["x-sdk-pagination"]);
  const { style, position, size, first = 0 } = walk;
  if (things === undefined || typeof style !== "string") return undefined;
  const limit = numberAt(asking, asObject(size)["parameter"]) ?? things.length;
  const asked = (numberAt(asking, position) ?? Number(first)) - Number(first);
  const from = style === "cursor" ? markAt(asking, position) : style === "page" ? asked * limit : asked;
  const [begins, next] = [pointerOf(walk["begins"]), pointerOf(walk["next"])];
  const isLast = from + limit >= things.length;
  return {
    things: things.slice(from, from + limit),
    told: [
      ...(begins === undefined ? [] : [[begins, from] as const]),
      ...(next === undefined
        ? []
        : [[next, isLast ? end(asking, chosen, next) : mark(chosen, next, from + limit)] as const]),
    ],
  };
}

function numberAt(asking: Asking, name: unknown): number | undefined {
  if (typeof name !== "string") return undefined;
  const text = evaluate(asking, `$request.query.${name}`);
  if (typeof text === "string" && /^\d+$/.test(text)) return Number(text);
  const { document, route } = asking;
  const parameter = route.operation.parameters.find((each) => each["in"] === "query" && each["name"] === name) ?? {};
  const usual = resolveLocal(document, schemaOf(parameter))?.["default"];
  return typeof usual === "number" ? usual : undefined;
}

/** A mark looks as in the examples, and ends with the number of the rows before it. */
function mark({ media }: Chosen, next: string, before: number): unknown {
  const examples = Object.values(asObject(media["examples"])).map((each) => valueAt(asObject(each)["value"], next));
  return madeUp(
    examples.find((each) => typeof each === "number" || (typeof each === "string" && each !== "")),
    before,
  );
}

/** A mark that the mock has not given leads to no row. */
function markAt(asking: Asking, position: unknown): number {
  const text = evaluate(asking, `$request.query.${String(position)}`);
  if (text === undefined || text === "") return 0;
  return Number(/\d+$/.exec(String(text))?.[0] ?? Infinity);
}

/** What stands for the mark after the last page: null where that may be, else nothing. */
function end({ document }: Asking, { mediaType = "", media }: Chosen, next: string): unknown {
  const schema: JsonObject = resolveLocal(document, schemaAt(document, valueSchema(mediaType, media), next)) ?? {};
  return typesOf(schema).includes("null") ? null : undefined;
}
