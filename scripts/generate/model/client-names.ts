import { bounded } from "./fallback.ts";
import { camelCase, joinWords } from "./names.ts";
import { reservedFunction } from "./reserved-names.ts";

/** The client's class, from the short name of its package: `user-sessions` gives `UserSessionsClient`. */
export function clientNameOf(service: string): string {
  return `${stemOf(service)}Client`;
}

/** What examples call a client. */
export function instanceNameOf(service: string): string {
  const name = camelCase(stemOf(service));
  return reservedFunction(name) === undefined ? name : "client";
}

/** A class begins with a letter, and `Client` and `HttpClient` are the runtime's. */
function stemOf(service: string): string {
  const words = joinWords(service);
  return bounded(/^\p{ID_Start}/u.test(words) && words !== "Http" ? words : `Sdk${words}`, service);
}
