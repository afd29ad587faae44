import { listAt } from "../../../generate/load/json.ts";
import { resolvePointer } from "../../../generate/load/pointer.ts";
import { all, drop, put } from "../edits.ts";
import { shop } from "../shop.ts";
import { addOrder, pair, type Pair, status, thing, things } from "./pair.ts";

export const operations: readonly Pair[] = [
  pair("none", "nothing", "", all()),
  pair(
    "none",
    "parameters in another order",
    "",
    put(`${things}/parameters`, listAt(resolvePointer(shop(), things), "parameters").toReversed()),
  ),
  pair("breaking", "an operation is gone", "deleteThing api-removed-without-deprecation", drop(`${thing}/delete`)),
  pair("breaking", "a path is gone", "getStatus api-path-removed-without-deprecation", drop("/paths/~1status")),
  pair(
    "breaking",
    "a deprecated operation is gone",
    "addOrder api-path-removed-with-deprecation",
    drop("/paths/~1orders"),
    put(`${addOrder}/deprecated`, true),
  ),
  pair(
    "feature",
    "an operation is new",
    "getOrders endpoint-added",
    put("/paths/~1orders/get", {
      operationId: "getOrders",
      tags: ["Orders"],
      responses: { "204": { description: "None." } },
    }),
  ),
  pair("feature", "an operation is deprecated", "addOrder endpoint-deprecated", put(`${addOrder}/deprecated`, true)),
  pair(
    "feature",
    "an operation is deprecated no more",
    "addOrder endpoint-reactivated",
    drop(`${addOrder}/deprecated`),
    put(`${addOrder}/deprecated`, true),
  ),
  pair(
    "breaking",
    "an operationId is another one",
    "addOrder sdk-operation-renamed",
    put(`${addOrder}/operationId`, "createOrder"),
  ),
  pair(
    "breaking",
    "an operation is in another group",
    "addOrder sdk-group-changed",
    put(`${addOrder}/tags`, ["Things"]),
  ),
  pair(
    "breaking",
    "a tag is called otherwise",
    "addOrder sdk-group-changed, getStatus sdk-group-changed",
    all(put("/tags/1/name", "Purchases"), put(`${addOrder}/tags/0`, "Purchases"), put(`${status}/tags/0`, "Purchases")),
  ),
];
