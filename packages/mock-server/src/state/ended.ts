import type { JsonObject } from "../json.ts";
import type { MockOperation } from "../operations.ts";
import type { Sent } from "../requests/parameters.ts";
import { credentialOf, isAdmitted, schemeOf } from "../requests/security.ts";
import type { Resource } from "./resource.ts";
import type { Thing } from "./things.ts";

/** Credentials that were let in until what they belong to was ended. Others come from elsewhere, and a mock lets them in. */
export interface Ended {
  take(resource: Resource, things: readonly Thing[]): void;
  isOver(operation: MockOperation, sent: Sent): boolean;
}

export function createEnded(document: JsonObject, resources: readonly Resource[]): Ended {
  const values = new Map<string, Set<unknown>>();
  return {
    take({ name }, things) {
      const admitting = resources.filter((each) => each.name === name).flatMap(({ admits }) => Object.entries(admits));
      for (const [scheme, property] of admitting) {
        const over = values.get(scheme) ?? new Set();
        for (const { fields } of things) over.add(fields[property]);
        values.set(scheme, over);
      }
    },
    isOver(operation, sent) {
      if (values.size === 0 || operation.security.length === 0) return false;
      const lives = (name: string): boolean => {
        const credential = credentialOf(schemeOf(document, name), sent);
        return credential !== undefined && values.get(name)?.has(credential) !== true;
      };
      return isAdmitted(document, operation, sent) && !operation.security.some((names) => names.every(lives));
    },
  };
}
