// RFC 6570, on which OpenAPI's styles rest: all but the unreserved characters of RFC 3986 is escaped, as UTF-8.

const UNRESERVED = /^[A-Za-z0-9\-._~]$/;
const RESERVED = /^[:/?#[\]@!$&'()*+,;=]$/;

export function escape(text: string, allowReserved = false): string {
  return Array.from(text, (character) => {
    if (UNRESERVED.test(character) || (allowReserved && RESERVED.test(character))) return character;
    return Array.from(new TextEncoder().encode(character), (byte) => percent(byte)).join("");
  }).join("");
}

function percent(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}

/**
 * The one spelling of a URL whose characters some tools escape and others leave: marks that separate nothing in any
 * style. What separates (`,`, `&`, `=`, `/`) keeps telling apart whether it was escaped.
 */
export function canonicalUrl(url: string): string {
  return url
    .replace(/%[0-9a-f]{2}/gi, (escaped) => escaped.toUpperCase())
    .replace(/[!'()*|[\]]/g, (character) => percent(character.charCodeAt(0)));
}
