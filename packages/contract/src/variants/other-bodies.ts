import { formOf } from "@vendor-sdks/mock-server";
import type { SentBody } from "./read-back.ts";
import { writeJson } from "./write-json.ts";

/** Bodies that are no JSON document: texts, bytes, lines of JSON. */
export function otherBodies(mediaType: string): readonly (SentBody & { readonly what: string })[] {
  switch (formOf(mediaType)) {
    case "text":
    case "xml":
      return TEXTS.map((text) => ({ what: JSON.stringify(text.slice(0, 20)), body: text, wanted: text }));
    case "lines":
      return [{ what: "lines", body: lines(""), wanted: ITEMS }];
    case "sequence":
      return [{ what: "a sequence", body: lines("\u001E"), wanted: ITEMS }];
    case "binary":
    case "form":
    case "multipart":
      return [{ what: "every byte", body: Uint8Array.from(BYTES), wanted: BYTES }];
    default:
      // What an event holds is read by its fields: see the answers that the spec gives as examples.
      return [];
  }
}

// None is JSON, which is read as such where the spec declares JSON beside text.
const TEXTS = [
  "plain",
  "of many scripts: ÄÖÜß שלום 日本語 e\u0301 👩‍👩‍👧 \u{10FFFF}",
  "lines\r\n\tand\u0000controls\u2028\u2029",
  "__proto__",
  "long ".repeat(20_000),
];

const BYTES = Array.from({ length: 512 }, (_, index) => index % 256);

const ITEMS = [{ a: [1, null] }, "text\nin lines \u2028", [], null, { ["__proto__"]: "kept" }, 1e300];

function lines(mark: string): string {
  return ITEMS.map((item) => `${mark}${writeJson(item, "plain")}\n`).join("");
}
