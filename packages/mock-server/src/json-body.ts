import type { Refusal } from "./problem.ts";

/** Prism never answers a request whose body says JSON and is none. Undefined when Prism will be able to read the body. */
export function checkJsonBody(contentType: string | undefined, body: Buffer): Refusal | undefined {
  if (contentType === undefined || body.byteLength === 0 || !isJson(contentType)) return undefined;
  const text = decode(contentType, body);
  if (text === undefined) return undefined; // an unknown charset: Prism answers that itself
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const message = `Request body is not valid JSON: ${error instanceof Error ? error.message : String(error)}`;
    return {
      problem: { type: "urn:mock-server:malformed-json", title: "Malformed JSON", status: 400, detail: message },
      violations: [{ location: ["request", "body"], severity: "Error", code: "json", message }],
    };
  }
}

function isJson(contentType: string): boolean {
  return /^\s*application\/(?:[^\s;/]+\+)?json\s*(?:;|$)/i.test(contentType);
}

function decode(contentType: string, body: Buffer): string | undefined {
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1];
  try {
    // As Prism does: a byte order mark is dropped only where the charset is named.
    return new TextDecoder(charset ?? "utf-8", { ignoreBOM: charset === undefined }).decode(body);
  } catch {
    return undefined;
  }
}
