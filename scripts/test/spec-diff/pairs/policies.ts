import { own } from "../../../generate/load/json.ts";
import { resolvePointer } from "../../../generate/load/pointer.ts";
import { drop, put } from "../edits.ts";
import { shop } from "../shop.ts";
import { addOrder, addThing, pair, type Pair, schemas, thing, things } from "./pair.ts";

const caution = { parameter: "owner", absent: "Without an owner all things go.", choice: "everyThing" };

const resource = { name: "thing", role: "create", id: "id", thing: "$response.body#" };

export const policies: readonly Pair[] = [
  pair(
    "feature",
    "a stateful mock knows what a call makes",
    "addThing sdk-resource-added",
    put(`${addThing}/x-sdk-resource`, resource),
  ),
  pair(
    "fix",
    "a stateful mock makes of a call what it is",
    "addThing sdk-resource-changed",
    put(`${addThing}/x-sdk-resource/made`, ["note"]),
    put(`${addThing}/x-sdk-resource`, resource),
  ),
  pair(
    "fix",
    "a stateful mock no longer knows a call",
    "addThing sdk-resource-removed",
    drop(`${addThing}/x-sdk-resource`),
    put(`${addThing}/x-sdk-resource`, resource),
  ),
  pair(
    "feature",
    "a list can be walked",
    "listThings sdk-pagination-added",
    put(`${things}/x-sdk-pagination`, own(resolvePointer(shop(), things), "x-sdk-pagination")),
    drop(`${things}/x-sdk-pagination`),
  ),
  pair(
    "breaking",
    "a list can no longer be walked",
    "listThings sdk-pagination-removed",
    drop(`${things}/x-sdk-pagination`),
  ),
  pair(
    "fix",
    "a walk asks for smaller pages",
    "listThings sdk-pagination-changed",
    put(`${things}/x-sdk-pagination/size/best`, 50),
  ),
  pair(
    "breaking",
    "a drastic call must be meant",
    "deleteThing sdk-caution-added",
    put(`${thing}/delete/x-sdk-caution`, caution),
  ),
  pair(
    "breaking",
    "the word for meaning it is gone",
    "deleteThing sdk-caution-removed",
    drop(`${thing}/delete/x-sdk-caution`),
    put(`${thing}/delete/x-sdk-caution`, caution),
  ),
  pair(
    "docs",
    "a caution is worded anew",
    "deleteThing sdk-caution-reworded",
    put(`${thing}/delete/x-sdk-caution/absent`, "Otherwise all things go."),
    put(`${thing}/delete/x-sdk-caution`, caution),
  ),
  pair(
    "feature",
    "a call may be repeated",
    "addOrder sdk-retry-changed",
    put(`${addOrder}/x-sdk-retry`, { idempotent: true }),
  ),
  pair("fix", "further statuses are worth an attempt", "- sdk-retry-changed", put("/x-sdk-retry", { statuses: [556] })),
  pair(
    "fix",
    "a field is kept out of logs",
    "- sdk-sensitive-changed",
    put(`${schemas}/Thing/properties/note/x-sdk-sensitive`, true),
  ),
];
