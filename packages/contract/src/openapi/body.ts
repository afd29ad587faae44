import { essenceOf, formOf } from "@vendor-sdks/mock-server";
import { dereference, isObject, listOf, objectOf, textOf, type JsonObject } from "./json.ts";
import type { Content, Parameter } from "./spec.ts";
import { queryPairs } from "./styles.ts";

// How a body has to be written, by OpenAPI's rules for media types and their `encoding`. Written from the specification, not from the
// runtime, which it is held against.

/** The body as it has to travel; parts of a multipart body one by one, since what stands between them is the sender's affair. */
export type WireBody =
  | { readonly form: "json"; readonly value: unknown }
  | { readonly form: "lines"; readonly values: readonly unknown[] }
  | { readonly form: "text"; readonly text: string }
  | { readonly form: "form"; readonly text: string }
  | { readonly form: "bytes"; readonly bytes: Uint8Array }
  | { readonly form: "multipart"; readonly parts: readonly WirePart[] };

export interface WirePart {
  readonly name: string;
  /** Of a file. */
  readonly filename: string | undefined;
  readonly type: string | undefined;
  readonly content: string | Uint8Array;
}

export function encodeBody(document: JsonObject, content: Content, mediaType: string, value: unknown): WireBody {
  switch (formOf(mediaType)) {
    case "json":
      return { form: "json", value };
    case "lines":
    case "sequence":
      return { form: "lines", values: listOf(value) };
    case "form":
      return { form: "form", text: formPairs(content, value).join("&") };
    case "multipart":
      return { form: "multipart", parts: partsOf(document, content, value) };
    default:
      return value instanceof Uint8Array ? { form: "bytes", bytes: value } : { form: "text", text: String(value) };
  }
}

/** Fields in their style where `encoding` names one; else lists are repeated and objects are JSON. */
function formPairs({ encoding }: Content, value: unknown): string[] {
  return Object.entries(objectOf(value)).flatMap(([name, field]) => {
    if (field === undefined || field === null) return [];
    const { style, explode, allowReserved, contentType } = objectOf(encoding[name]);
    const named = style !== undefined || explode !== undefined || allowReserved !== undefined;
    const parameter = (mediaType: string | undefined): Parameter => ({
      name,
      in: "query",
      isWholeQuery: false,
      required: false,
      style: textOf(style) ?? "form",
      explode: explode === undefined ? (style ?? "form") === "form" : explode === true,
      allowReserved: allowReserved === true,
      mediaType,
      schema: {},
      example: undefined,
    });
    if (named) return queryPairs(parameter(undefined), field);
    const isJson = typeof contentType === "string" && formOf(contentType) === "json";
    if (isJson) return queryPairs(parameter("application/json"), field);
    return [field]
      .flat()
      .flatMap((item) => queryPairs(parameter(isObject(item) ? "application/json" : undefined), item));
  });
}

/** One part a field, of a list one an item: files with a name, objects as JSON, the rest as text. A body that is a list has parts without a name. */
function partsOf(document: JsonObject, { encoding, schema }: Content, value: unknown): WirePart[] {
  const properties = objectOf(dereference(document, schema)["properties"]);
  const fields = Array.isArray(value) ? [["", value] as const] : Object.entries(objectOf(value));
  return fields.flatMap(([name, field]) => {
    const items = Array.isArray(field) ? (field as readonly unknown[]) : [field];
    const declared = textOf(objectOf(encoding[name])["contentType"])?.split(",")[0]?.trim();
    const property = dereference(document, properties[name]);
    const described = textOf(property["contentMediaType"]) ?? textOf(objectOf(property["items"])["contentMediaType"]);
    return items
      .filter((item) => item !== undefined && item !== null)
      .map((item): WirePart => {
        if (item instanceof Uint8Array) {
          const type =
            declared === undefined || declared.includes("*") ? (described ?? "application/octet-stream") : declared;
          return { name, filename: name, type, content: item };
        }
        const isJson =
          isObject(item) ||
          Array.isArray(item) ||
          (declared !== undefined && formOf(declared) === "json" && typeof item !== "string");
        return { name, filename: undefined, type: declared, content: isJson ? JSON.stringify(item) : String(item) };
      });
  });
}

/** The bytes of a body, for requests that go past the client, and the Content-Type that says what they are. */
export function bytesOf(
  body: WireBody,
  mediaType: string,
): { readonly bytes: BodyInit; readonly contentType: string | undefined } {
  switch (body.form) {
    case "json":
      return { bytes: JSON.stringify(body.value), contentType: mediaType };
    case "lines": {
      const mark = formOf(mediaType) === "sequence" ? "\u001E" : "";
      return {
        bytes: body.values.map((value) => `${mark}${JSON.stringify(value)}\n`).join(""),
        contentType: mediaType,
      };
    }
    case "text":
    case "form":
      return { bytes: body.text, contentType: mediaType };
    case "bytes":
      return { bytes: Uint8Array.from(body.bytes), contentType: mediaType };
    case "multipart": {
      if (essenceOf(mediaType) !== "multipart/form-data") return mixed(body.parts, mediaType);
      const data = new FormData();
      for (const { name, filename, type = "", content } of body.parts) {
        if (filename === undefined) data.append(name, String(content));
        else data.append(name, new Blob([Uint8Array.from(content as Uint8Array)], { type }), filename);
      }
      return { bytes: data, contentType: undefined }; // fetch knows the boundary
    }
  }
}

function mixed(
  parts: readonly WirePart[],
  mediaType: string,
): { readonly bytes: BodyInit; readonly contentType: string } {
  const pieces = parts.map(
    ({ type = "text/plain", content }) => `--example\r\nContent-Type: ${type}\r\n\r\n${String(content)}\r\n`,
  );
  return { bytes: `${pieces.join("")}--example--\r\n`, contentType: `${mediaType}; boundary=example` };
}

/** No body travels with these, whatever is declared. */
export function isBodiless(status: number): boolean {
  return [204, 205, 304].includes(status);
}
