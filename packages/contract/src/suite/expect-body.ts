import type { RecordedRequest } from "@vendor-sdks/mock-server";
import { expect } from "vitest";
import type { WireBody, WirePart } from "../openapi/body.ts";
import { canonicalUrl } from "../openapi/escape.ts";

/** The body that was recorded says what it should; how its parts are told apart is left to who wrote it. */
export async function expectBody(request: RecordedRequest, wanted: WireBody | undefined): Promise<void> {
  const { body, bytes } = request;
  switch (wanted?.form) {
    case undefined:
      expect(body).toBe("");
      return;
    case "json":
      expect(JSON.parse(body)).toEqual(wanted.value);
      return;
    case "lines":
      expect(
        body
          .split("\n")
          .map((line) => line.replace("\u001E", ""))
          .filter((line) => line !== "")
          .map((line) => JSON.parse(line) as unknown),
      ).toEqual(wanted.values);
      return;
    case "text":
      expect(body).toBe(wanted.text);
      return;
    case "form":
      // In forms a space is a plus.
      expect(canonicalUrl(body.replaceAll("+", "%20"))).toBe(canonicalUrl(wanted.text));
      return;
    case "bytes":
      expect(Buffer.from(bytes).equals(wanted.bytes), "the bytes are those that were given").toBe(true);
      return;
    case "multipart":
      await expectParts(request, wanted.parts);
  }
}

async function expectParts({ headers, body, bytes }: RecordedRequest, parts: readonly WirePart[]): Promise<void> {
  const contentType = headers["content-type"] ?? "";
  if (!contentType.startsWith("multipart/form-data")) {
    for (const { content } of parts) expect(body).toContain(textOf(content));
    return;
  }
  // The platform's own reader of forms, which shares nothing with who wrote this one.
  const data = await new Response(Uint8Array.from(bytes), { headers: { "content-type": contentType } }).formData();
  const found = await Promise.all(
    [...data].map(async ([name, value]) =>
      typeof value === "string"
        ? { name, content: value }
        : { name, filename: value.name, type: value.type, content: await value.text() },
    ),
  );
  const wanted = parts.map(({ name, filename, type, content }) =>
    filename === undefined ? { name, content: textOf(content) } : { name, filename, type, content: textOf(content) },
  );
  expect(found).toEqual(wanted);
}

function textOf(content: string | Uint8Array): string {
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}
