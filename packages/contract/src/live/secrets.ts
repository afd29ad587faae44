import type { Spec } from "../openapi/spec.ts";
import { objectOf, textOf } from "../openapi/json.ts";

export const MASK = "[redacted]";

/** Words that may stand in no report, however they were met. */
export interface Secrets {
  learn(text: unknown): void;
  /** A text without any of them, as they are, escaped or in Base64. */
  redact(text: string): string;
}

export function createSecrets(): Secrets {
  const known = new Set<string>();
  const learn = (text: string): void => {
    for (const each of [
      text,
      encodeURIComponent(text),
      Buffer.from(text).toString("base64"),
      JSON.stringify(text).slice(1, -1),
    ])
      known.add(each);
  };
  return {
    learn(value) {
      // A shorter word is in every other one; as a value of its own it is masked by its place.
      if (typeof value === "string" && value.length >= 4) learn(value);
    },
    redact(text) {
      let redacted = text;
      for (const each of [...known].sort((a, b) => b.length - a.length)) redacted = redacted.replaceAll(each, MASK);
      return redacted;
    },
  };
}

/** Headers and query parameters that carry credentials, in lower case. */
export function credentialNames({ schemes }: Spec): ReadonlySet<string> {
  const keys = Object.values(schemes).map((scheme) => textOf(objectOf(scheme)["name"])?.toLowerCase());
  const usual = ["authorization", "proxy-authorization", "cookie", "set-cookie"];
  return new Set([...usual, ...keys.filter((name) => name !== undefined)]);
}

const SCHEMES = /^(?:basic|bearer|digest|negotiate)$/i;

/** Takes the credentials off a request, whichever sign-in put them on. */
export function learnFromRequest(secrets: Secrets, names: ReadonlySet<string>, headers: Headers, query: string): void {
  for (const [name, value] of headers) {
    if (!names.has(name)) continue;
    for (const part of value.split(/[\s;,]+/)) {
      if (SCHEMES.test(part)) continue;
      secrets.learn(part);
      secrets.learn(part.slice(part.indexOf("=") + 1));
    }
    const basic = /^basic\s+(.*)$/i.exec(value)?.[1];
    if (basic !== undefined)
      secrets.learn(
        Buffer.from(basic, "base64")
          .toString()
          .replace(/^[^:]*:/, ""),
      );
  }
  for (const [name, value] of new URLSearchParams(query)) if (names.has(name.toLowerCase())) secrets.learn(value);
}
