import { drop, move, push, put } from "../edits.ts";
import { addThing, pair, type Pair, schemas, thing, things } from "./pair.ts";

export const answers: readonly Pair[] = [
  pair(
    "breaking",
    "a property is no longer promised",
    "getThing response-property-became-optional",
    put(`${schemas}/Thing/required`, []),
  ),
  pair(
    "breaking",
    "a property is no longer answered",
    "getThing response-optional-property-removed",
    drop(`${schemas}/Thing/properties/note`),
  ),
  pair(
    "feature",
    "a property is answered more",
    "getThing response-optional-property-added",
    put(`${schemas}/Thing/properties/colour`, { type: "string" }),
  ),
  pair(
    "breaking",
    "a property may be null",
    "getThing response-property-became-nullable",
    put(`${schemas}/Thing/properties/note/type`, ["string", "null"]),
  ),
  pair(
    "feature",
    "an answer has a value more, which is open here",
    "getThing response-property-enum-value-added",
    push(`${schemas}/Thing/properties/kind/enum`, "bowl"),
  ),
  pair(
    "breaking",
    "an integer becomes a bigint",
    "getThing sdk-data",
    put(`${schemas}/Thing/properties/serial/x-sdk-bigint`, true),
  ),
  pair(
    "breaking",
    "a success has another status",
    "addThing response-success-status-removed",
    move(`${addThing}/responses/201`, "200"),
  ),
  pair("breaking", "an error is no longer declared", "addThing remove-item", drop(`${addThing}/responses/409`)),
  pair(
    "feature",
    "an error is declared",
    "addThing response-non-success-status-added",
    put(`${addThing}/responses/422`, { description: "Wrong." }),
  ),
  pair(
    "feature",
    "all other errors are declared",
    "listThings sdk-answer-added",
    put(`${things}/responses/default`, { description: "Wrong." }),
  ),
  pair(
    "breaking",
    "all other errors are no longer declared",
    "listThings sdk-answer-removed",
    drop(`${things}/responses/default`),
    put(`${things}/responses/default`, { description: "Wrong." }),
  ),
  pair(
    "breaking",
    "an error has another type",
    "listThings response-property-type-changed",
    put(`${schemas}/Problem/properties/why/type`, "integer"),
  ),
  pair(
    "breaking",
    "a success may be text as well",
    "getThing sdk-data",
    put(`${thing}/get/responses/200/content/text~1plain`, { schema: { type: "string" } }),
  ),
  pair(
    "breaking",
    "a header is no longer promised",
    "listThings required-response-header-removed",
    drop(`${things}/responses/200/headers`),
  ),
];
