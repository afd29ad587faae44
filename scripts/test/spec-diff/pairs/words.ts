import { all, move, put } from "../edits.ts";
import { addThing, json, pair, type Pair, schemas, status, thing, things } from "./pair.ts";

const trouble = { $ref: "#/components/schemas/Trouble" };

export const words: readonly Pair[] = [
  pair(
    "breaking",
    "a schema is called otherwise",
    "- sdk-type-removed, - sdk-type-added",
    all(
      move(`${schemas}/Problem`, "Trouble"),
      put(`${things}/responses/404/${json}`, trouble),
      put(`${addThing}/responses/409/${json}`, trouble),
    ),
  ),
  pair(
    "docs",
    "an operation is described anew",
    "listThings description-changed",
    put(`${things}/description`, "All of them."),
  ),
  pair(
    "docs",
    "a schema is described anew",
    "getThing description-changed",
    put(`${schemas}/Thing/description`, "One thing."),
  ),
  pair(
    "docs",
    "a fact rests on another source",
    "getThing sdk-source-changed",
    put(`${thing}/get/x-sdk-source/from`, "The other guide"),
  ),
  pair(
    "feature",
    "what was inferred is corrected",
    "getStatus response-property-type-changed",
    all(
      put(`${status}/x-sdk-source/confidence`, "observed"),
      put(`${status}/responses/200/${json}/properties/up/type`, "boolean"),
    ),
    all(
      put(`${status}/x-sdk-source`, { from: "A guess", confidence: "inferred" }),
      put(`${status}/responses/200/content`, {
        "application/json": { schema: { type: "object", properties: { up: { type: "string" } } } },
      }),
    ),
  ),
];
