import { isObject, type JsonObject, listAt, objectAt, own, textAt } from "../load/json.ts";
import { dereference } from "../load/pointer.ts";

/**
 * What an operation needs, from its own `security` or the document's: alternatives, an empty one last where it can do without;
 * undefined where nothing is needed. Client certificates are left out: TLS shows them, no request carries them.
 */
export function securityOf(document: JsonObject, operation: JsonObject): readonly JsonObject[] | undefined {
  const alternatives = statedSecurity(document, operation).map((each) => carried(document, each));
  const needed = alternatives.filter((each) => !isEmpty(each));
  if (needed.length === 0) return undefined;
  return needed.length < alternatives.length ? [...needed, {}] : needed;
}

/** The alternatives as they are written. */
export function statedSecurity(document: JsonObject, operation: JsonObject): readonly JsonObject[] {
  return listAt(own(operation, "security") === undefined ? document : operation, "security").filter(isObject);
}

/** What operations need as a rule: what the document says for all. What most of them say would change with every new one. */
export function usualSecurity(document: JsonObject): readonly JsonObject[] | undefined {
  return securityOf(document, {});
}

/** Whether two say the same. */
export function isSameSecurity(a: readonly JsonObject[] | undefined, b: readonly JsonObject[] | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A security scheme of the document, behind a reference too. */
export function schemeOf(document: JsonObject, name: string): unknown {
  const schemes = objectAt(objectAt(document, "components"), "securitySchemes");
  return dereference(document, own(schemes, name), "")?.value;
}

function carried(document: JsonObject, alternative: JsonObject): JsonObject {
  const isCarried = (name: string): boolean => textAt(schemeOf(document, name), "type") !== "mutualTLS";
  const names = Object.keys(alternative);
  return names.every(isCarried)
    ? alternative
    : Object.fromEntries(Object.entries(alternative).filter(([name]) => isCarried(name)));
}

function isEmpty(alternative: JsonObject): boolean {
  return Object.keys(alternative).length === 0;
}
