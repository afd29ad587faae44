import { type JsonObject, listAt, objectAt, own, textAt } from "../load/json.ts";
import { dereference } from "../load/pointer.ts";
import type { Split } from "../types/split.ts";
import { clientNameOf, instanceNameOf } from "./client-names.ts";
import { buildKinds } from "./credentials/kinds.ts";
import type { Group, Model, Scheme } from "./model.ts";
import { buildOperation } from "./operation.ts";
import { publicNames } from "./public-names.ts";
import { usualSecurity } from "./security.ts";
import { buildServer, otherServers } from "./servers.ts";
import { sensitiveNames } from "./sensitive.ts";

/** Reads the model off a document whose schemas have their final names. The document has passed the loader's checks. */
export function buildModel(service: string, { document, schemas }: Split): Model {
  const info = objectAt(document, "info");
  const retry = objectAt(document, "x-sdk-retry");
  const expired = objectAt(retry, "expired");
  const groups = buildGroups(document);
  const operations = groups.flatMap((group) => group.operations);
  return {
    service,
    clientName: clientNameOf(service),
    instanceName: instanceNameOf(service),
    title: textAt(info, "title") ?? service,
    summary: textAt(info, "summary") ?? textAt(info, "description") ?? "",
    server: buildServer(document),
    otherServers: otherServers(document),
    schemes: buildSchemes(document),
    retryStatuses: listAt(retry, "statuses") as readonly number[],
    expired:
      textAt(expired, "header") === undefined
        ? undefined
        : { header: textAt(expired, "header") ?? "", contains: listAt(expired, "contains") as readonly string[] },
    rateLimit: buildRateLimit(document),
    sensitive: sensitiveNames(document, operations),
    usualSecurity: usualSecurity(document),
    groups,
    kinds: buildKinds(document),
    hasWebhooks: Object.keys(objectAt(document, "webhooks")).length > 0,
    schemaNames: [...schemas.keys()],
  };
}

function buildSchemes(document: JsonObject): Map<string, Scheme> {
  const schemes = new Map<string, Scheme>();
  const described = objectAt(objectAt(document, "components"), "securitySchemes");
  for (const [name, entry] of Object.entries(described)) {
    const scheme = dereference(document, entry, "")?.value;
    const type = textAt(scheme, "type");
    const place = textAt(scheme, "in");
    if (type === "apiKey" && (place === "header" || place === "query" || place === "cookie")) {
      schemes.set(name, { type, in: place, name: textAt(scheme, "name") ?? "" });
    } else if (type === "http" && textAt(scheme, "scheme")?.toLowerCase() === "basic") {
      schemes.set(name, { type: "basic" });
    } else if (type === "http" && textAt(scheme, "scheme")?.toLowerCase() !== "bearer") {
      // What such a scheme writes into the header is for the user to make.
      schemes.set(name, { type: "apiKey", in: "header", name: "Authorization" });
    } else if (type === "http" || type === "oauth2" || type === "openIdConnect") {
      schemes.set(name, { type: "bearer" });
    }
  }
  return schemes;
}

const PER_SECOND: Readonly<Record<string, number>> = { seconds: 1, milliseconds: 1000, microseconds: 1_000_000 };

function buildRateLimit(document: JsonObject): Model["rateLimit"] {
  const limit = objectAt(document, "x-sdk-rate-limit");
  const reset = objectAt(limit, "reset");
  const header = textAt(reset, "header");
  if (header === undefined) return undefined;
  const is = textAt(reset, "is") === "delay" ? "delay" : "timestamp";
  const remaining = textAt(limit, "remaining");
  return { header, is, perSecond: PER_SECOND[textAt(reset, "unit") ?? ""] ?? 1, ...(remaining && { remaining }) };
}

/** Groups as they are named, operations in the order of the text. */
function buildGroups(document: JsonObject): Group[] {
  const tags = listAt(document, "tags");
  const { operations, groups } = publicNames(document);
  const members = Map.groupBy(operations, ({ group }) => group);
  return groups.map((group): Group => {
    const named = (members.get(group) ?? []).map(({ found, name }) => buildOperation(document, found, name));
    const ids = new Set(named.map(({ id }) => id));
    return {
      className: group.className,
      property: group.property,
      file: group.file,
      description: describe(tags, group.tag),
      operations: named.map((each) => (ids.has(each.constant) ? { ...each, constant: `${each.constant}_` } : each)),
    };
  });
}

function describe(tags: readonly unknown[], tag: string | undefined): string {
  if (tag === undefined) return "Operations without a tag.";
  const described = tags.find((each) => own(each, "name") === tag);
  return textAt(described, "description") ?? tag;
}
