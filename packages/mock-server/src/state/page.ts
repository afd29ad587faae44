import { asObject } from "../json.ts";
import { evaluate, type Asking } from "./expression.ts";
import type { Thing } from "./things.ts";

/** A page of a list, and what its answer says of it, by JSON pointer. */
export interface Page {
  readonly things: readonly Thing[];
  readonly told: readonly (readonly [pointer: string, value: unknown])[];
}

/** The part of a list that a request asks for, where `x-sdk-pagination` says how it asks. */
export function pageOf(asking: Asking, things: readonly Thing[] | undefined): Page | undefined {
  const walk = asObject(asking.route.operation.value["x-sdk-pagination"]);
  const { style, position, size, begins, first = 0 } = walk;
  if (things === undefined || (style !== "offset" && style !== "page")) return undefined;
  const parameter = asObject(size)["parameter"];
  const limit = numberAt(asking, parameter) ?? things.length;
  const asked = (numberAt(asking, position) ?? Number(first)) - Number(first);
  const from = style === "page" ? asked * limit : asked;
  const pointer = typeof begins === "string" ? begins.replace(/^[^#]*#/, "") : undefined;
  return {
    things: things.slice(from, from + limit),
    told: pointer === undefined ? [] : [[pointer, from]],
  };
}

function numberAt(asking: Asking, name: unknown): number | undefined {
  if (typeof name !== "string") return undefined;
  const text = evaluate(asking, `$request.query.${name}`);
  return typeof text === "string" && /^\d+$/.test(text) ? Number(text) : undefined;
}
