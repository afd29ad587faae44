import type { BodyWriter } from "./body.ts";

/** Writes JSON that has a media type of its own (`application/merge-patch+json`). */
export function soleJsonBodyOf(mediaType: string): BodyWriter {
  return (body, { operation }) => [(operation.numbers?.stringify ?? JSON.stringify)(body), mediaType];
}

export const soleJsonBody: BodyWriter = /* @__PURE__ */ soleJsonBodyOf("application/json");
