import { all, drop, move, push, put } from "../edits.ts";
import { pair, type Pair, thing, things } from "./pair.ts";

const [kind, colours, weight, named, , limit] = [0, 1, 2, 3, 4, 5].map((index) => `${things}/parameters/${index}`);
const query = (more: object): object => ({ name: "q", in: "query", schema: { type: "string" }, ...more });

export const parameters: readonly Pair[] = [
  pair(
    "breaking",
    "a required parameter is new",
    "listThings new-required-request-parameter",
    push(`${things}/parameters`, query({ required: true })),
  ),
  pair(
    "feature",
    "an optional parameter is new",
    "listThings new-optional-request-parameter",
    push(`${things}/parameters`, query({})),
  ),
  pair("breaking", "a parameter is gone", "listThings request-parameter-removed", drop(`${named}`)),
  pair(
    "breaking",
    "a parameter must be given",
    "listThings request-parameter-became-required",
    put(`${named}/required`, true),
  ),
  pair(
    "feature",
    "a parameter may be left out",
    "listThings request-parameter-became-optional",
    drop(`${named}/required`),
    put(`${named}/required`, true),
  ),
  pair(
    "breaking",
    "a parameter takes a value less",
    "listThings request-parameter-enum-value-removed",
    drop(`${kind}/schema/enum/1`),
  ),
  pair(
    "feature",
    "a parameter takes a value more",
    "listThings request-parameter-enum-value-added",
    push(`${kind}/schema/enum`, "bowl"),
  ),
  pair(
    "breaking",
    "the items of a list parameter take a value less",
    "listThings remove-item",
    drop(`${colours}/schema/items/enum/1`),
  ),
  pair(
    "breaking",
    "a maximum is lower",
    "listThings request-parameter-max-decreased",
    put(`${weight}/schema/maximum`, 50),
  ),
  pair(
    "feature",
    "a maximum is higher",
    "listThings request-parameter-max-increased",
    put(`${weight}/schema/maximum`, 500),
  ),
  pair(
    "breaking",
    "a length is shorter",
    "listThings request-parameter-max-length-decreased",
    put(`${named}/schema/maxLength`, 4),
  ),
  pair(
    "breaking",
    "a pattern is demanded",
    "listThings request-parameter-pattern-added",
    put(`${named}/schema/pattern`, "^[a-z]+$"),
  ),
  pair("breaking", "a number becomes a text", "listThings sdk-arguments", put(`${weight}/schema`, { type: "string" })),
  pair(
    "breaking",
    "a default is another one",
    "listThings request-parameter-default-value-changed",
    put(`${limit}/schema/default`, 20),
  ),
  pair("fix", "a list is written in another style", "listThings sdk-style-changed", put(`${colours}/explode`, false)),
  pair(
    "breaking",
    "a path parameter takes a name that a query parameter had alone",
    "deleteThing sdk-argument-renamed",
    all(put(`${thing}/parameters/0/name`, "owner"), move(thing, "/things/{owner}")),
  ),
];
