import type { Plan } from "../openapi/plans.ts";
import { isObject, objectOf, type JsonObject } from "../openapi/json.ts";
import type { Secrets } from "./secrets.ts";

/** The kind that credentials are of. */
export function planOf(plans: readonly Plan[], credentials: object | undefined): Plan | undefined {
  if (credentials === undefined) return undefined;
  const given = Object.keys(credentials);
  return plans.find(({ fields }) => {
    const needed = Object.entries(fields).filter(([, { isRequired }]) => isRequired);
    return given.every((name) => Object.hasOwn(fields, name)) && needed.every(([name]) => given.includes(name));
  });
}

/** Takes in what was given to sign in, but for what the spec does not count as secret. */
export function learnFields(secrets: Secrets, kinds: JsonObject, credentials: object | undefined): void {
  for (const [name, value] of Object.entries(credentials ?? {})) {
    const fields = Object.values(kinds).map((kind) => objectOf(objectOf(kind)["fields"])[name]);
    const isPublic = fields.some((field) => isObject(field) && field["secret"] === false);
    if (!isPublic) secrets.learn(value);
  }
}
