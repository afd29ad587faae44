import { drop, put } from "../edits.ts";
import { addOrder, pair, type Pair, status } from "./pair.ts";

export const accounts: readonly Pair[] = [
  pair("breaking", "a call needs credentials", "getStatus sdk-security-added", drop(`${status}/security`)),
  pair("feature", "a call needs no credentials", "addOrder sdk-security-removed", put(`${addOrder}/security`, [])),
  pair(
    "breaking",
    "a call no longer takes one scheme",
    "addOrder sdk-security-narrowed",
    put(`${addOrder}/security`, [{ Token: [] }]),
  ),
  pair("breaking", "a kind of credentials is gone", "- sdk-credentials-removed", drop("/x-sdk-credentials/key")),
  pair(
    "feature",
    "a kind of credentials is new",
    "- sdk-credentials-added",
    put("/x-sdk-credentials/badge", { fields: { badge: {} }, authorize: { Key: "$field.badge" } }),
  ),
  pair(
    "breaking",
    "credentials want a field more",
    "- sdk-credentials-field-demanded",
    put("/x-sdk-credentials/key/fields/shop", {}),
  ),
  pair(
    "feature",
    "credentials have an optional field more",
    "- sdk-credentials-field-added",
    put("/x-sdk-credentials/key/fields/shop", { optional: true }),
  ),
  pair(
    "breaking",
    "credentials have a field less",
    "- sdk-credentials-field-removed",
    drop("/x-sdk-credentials/key/fields/realm"),
  ),
  pair(
    "breaking",
    "a field of credentials takes a value less",
    "- sdk-credentials-field-narrowed",
    drop("/x-sdk-credentials/key/fields/realm/enum/1"),
  ),
  pair(
    "fix",
    "credentials are fed to the wire otherwise",
    "- sdk-credentials-changed",
    put("/x-sdk-credentials/key/authorize/Key", "Key {$field.key}"),
  ),
  pair(
    "breaking",
    "the server has another address",
    "- sdk-server-changed",
    put("/servers/0/url", "https://{host}/api/{base}"),
  ),
  pair(
    "breaking",
    "a server variable has another default",
    "- sdk-server-default-changed",
    put("/servers/0/variables/base/default", "v2"),
  ),
  pair(
    "breaking",
    "a server variable takes a value less",
    "- sdk-server-option-narrowed",
    drop("/servers/0/variables/base/enum/1"),
  ),
];
