import { isObject, listAt, own, textAt } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { joinPointer } from "../pointer.ts";
import { SWAGGER } from "../shapes.ts";
import type { Problem } from "../source.ts";
import { METHODS, walkFrom } from "../walk.ts";

type Tell = (severity: Problem["severity"], code: Problem["code"], pointer: string, text: [string, string]) => void;

/** What Swagger can say and OpenAPI 3 has no words for, so that the upgrader leaves it out. */
export function findLosses(document: JsonObject): Problem[] {
  const problems: Problem[] = [];
  const tell: Tell = (severity, code, pointer, [message, fix]) => {
    problems.push({ severity, code, pointer, message, fix });
  };
  walkFrom(
    { kind: "document", value: document, pointer: "" },
    {
      node({ kind, value, pointer }) {
        if (kind === "document" || kind === "operation") tellSchemes(tell, value, pointer);
        if (kind === "parameter") {
          tellCollection(tell, value, pointer);
          tellListsInside(tell, value, pointer);
        }
        if (kind === "pathItem") {
          for (const owner of [pointer, ...METHODS.map((method) => joinPointer(pointer, method))]) {
            const holder = owner === pointer ? value : own(value, owner.slice(pointer.length + 1));
            tellBodies(tell, document, holder, owner);
          }
        }
      },
      mismatch: () => undefined,
    },
    SWAGGER,
  );
  return problems;
}

/** Clients speak HTTP: of several schemes those that they speak are enough. */
function tellSchemes(tell: Tell, owner: JsonObject, pointer: string): void {
  const schemes = listAt(owner, "schemes");
  if (schemes.length === 0 || schemes.some((scheme) => scheme === "http" || scheme === "https")) return;
  const message = `No client can call by ${schemes.map(String).join(" or ")}; https is taken`;
  tell("warning", "invalid-server", joinPointer(pointer, "schemes"), [message, "name http or https among the schemes"]);
}

const JOINED = ["csv", "ssv", "pipes", "multi"];

function tellCollection(tell: Tell, parameter: JsonObject, pointer: string): void {
  const format = textAt(parameter, "collectionFormat");
  if (format === undefined || own(parameter, "type") !== "array") return;
  const place = joinPointer(pointer, "collectionFormat");
  const isOneText = parameter["in"] === "path" || parameter["in"] === "header";
  const where = `in the ${String(parameter["in"])}`;
  if (isOneText && format === "multi") {
    const message = `A list ${where} cannot be repeated; its items are joined by commas`;
    return tell("warning", "invalid-value", place, [message, "write collectionFormat: csv"]);
  }
  const possible = isOneText ? ["csv"] : JOINED;
  if (possible.includes(format)) return;
  const message = `OpenAPI 3 has no style for lists of the collectionFormat "${format}" ${where}`;
  tell("error", "unsupported-parameter", place, [
    message,
    `write collectionFormat: ${possible.join(" | ")}, or describe the parameter as a text`,
  ]);
}

/** What lists in a list are joined by, clients do not choose: commas. */
function tellListsInside(tell: Tell, list: JsonObject, pointer: string): void {
  const items = own(list, "items");
  if (own(list, "type") !== "array" || !isObject(items)) return;
  const at = joinPointer(pointer, "items");
  const format = own(items, "type") === "array" ? (textAt(items, "collectionFormat") ?? "csv") : "csv";
  if (format !== "csv") {
    const message = `Lists in a list are joined by commas; OpenAPI 3 has no style for "${format}" there`;
    const fix = "write collectionFormat: csv, or describe the items as texts";
    // Swagger itself has no such lists, so that commas are as good a guess as any.
    const [severity, code] =
      format === "multi" ? (["warning", "invalid-value"] as const) : (["error", "unsupported-parameter"] as const);
    tell(severity, code, joinPointer(at, "collectionFormat"), [message, fix]);
  }
  tellListsInside(tell, items, at);
}

function tellBodies(tell: Tell, document: JsonObject, owner: unknown, pointer: string): void {
  const bodies = listAt(owner, "parameters").flatMap((parameter, index) => {
    const name = /^#\/parameters\/([^/]+)$/.exec(textAt(parameter, "$ref") ?? "")?.[1];
    const found = name === undefined ? parameter : own(own(document, "parameters"), name);
    const place = isObject(found) ? textAt(found, "in") : undefined;
    return place === "body" || place === "formData" ? [{ place, index }] : [];
  });
  const [first] = bodies;
  for (const { place, index } of bodies.slice(1)) {
    if (place === "formData" && first?.place === "formData") continue;
    const message = "An operation has one body: either one parameter in: body, or fields in: formData";
    const at = joinPointer(pointer, "parameters", index);
    tell("error", "duplicate-parameter", at, [message, "remove one of them"]);
  }
}
