import { all, drop, push, put } from "../edits.ts";
import { addOrder, addThing, pair, type Pair, schemas } from "./pair.ts";

export const bodies: readonly Pair[] = [
  pair(
    "breaking",
    "a body must be given",
    "addOrder request-body-became-required",
    put(`${addOrder}/requestBody/required`, true),
  ),
  pair(
    "feature",
    "a body may be left out",
    "addThing request-body-became-optional",
    put(`${addThing}/requestBody/required`, false),
  ),
  pair(
    "breaking",
    "a property must be given",
    "addThing request-property-became-required",
    push(`${schemas}/NewThing/required`, "size"),
  ),
  pair(
    "feature",
    "a property may be left out",
    "addThing request-property-became-optional",
    put(`${schemas}/NewThing/required`, []),
  ),
  pair(
    "breaking",
    "a required property is new",
    "addThing new-required-request-property",
    all(
      put(`${schemas}/NewThing/properties/colour`, { type: "string" }),
      push(`${schemas}/NewThing/required`, "colour"),
    ),
  ),
  pair(
    "feature",
    "an optional property is new",
    "addThing new-optional-request-property",
    put(`${schemas}/NewThing/properties/colour`, { type: "string" }),
  ),
  pair(
    "breaking",
    "a property is gone",
    "addThing request-property-removed",
    drop(`${schemas}/NewThing/properties/note`),
  ),
  pair(
    "breaking",
    "a property takes a value less",
    "addThing request-property-enum-value-removed",
    drop(`${schemas}/NewThing/properties/kind/enum/1`),
  ),
  pair(
    "feature",
    "a property takes a value more",
    "addThing request-property-enum-value-added",
    push(`${schemas}/NewThing/properties/kind/enum`, "bowl"),
  ),
  pair(
    "breaking",
    "a minimum is higher",
    "addThing request-property-min-increased",
    put(`${schemas}/NewThing/properties/size/minimum`, 2),
  ),
  pair(
    "breaking",
    "a property is read-only from now on",
    "addThing add-readOnly",
    put(`${schemas}/NewThing/properties/note/readOnly`, true),
  ),
];
