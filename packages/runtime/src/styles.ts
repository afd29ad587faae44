import { serializeArrayParam, serializeObjectParam } from "openapi-fetch";

// How OpenAPI writes parameters, one function a style; an operation imports those it uses. `explode` is the default of each
// style unless the name says otherwise. Names and values are percent-encoded, delimiters stand as they are.

/** Writes one parameter; an empty text leaves it out. */
export type ParameterStyle = (name: string, value: unknown) => string;

type ArrayOptions = Parameters<typeof serializeArrayParam>[2];
type ObjectOptions = Parameters<typeof serializeObjectParam>[2];

function styled(style: string, explode: boolean, single: ParameterStyle): ParameterStyle {
  return (name, value) => {
    if (typeof value !== "object" || value === null) return single(name, value);
    if (Array.isArray(value)) {
      const options = { style, explode } as ArrayOptions;
      return value.length === 0 ? "" : serializeArrayParam(encodeURIComponent(name), value, options);
    }
    const entries = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
    const encoded = Object.fromEntries(entries.map(([key, item]) => [encodeURIComponent(key), item as unknown]));
    const options = { style, explode } as ObjectOptions;
    return entries.length === 0 ? "" : serializeObjectParam(encodeURIComponent(name), encoded, options);
  };
}

const pair: ParameterStyle = (name, value) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`;
const bare: ParameterStyle = (_, value) => encodeURIComponent(String(value));

/** Query: `name=a&name=b`. An empty list is not sent. */
export const form: ParameterStyle = (name, value) =>
  Array.isArray(value) ? value.map((item) => pair(name, item)).join("&") : pair(name, value);
/** Query: `name=a,b`, the commas literal. An empty list is not sent. */
export const comma: ParameterStyle = (name, value) =>
  Array.isArray(value)
    ? value.length === 0
      ? ""
      : `${encodeURIComponent(name)}=${value.map(encodeURIComponent).join(",")}`
    : pair(name, value);
/** Query, of an object: `key=value&…`. */
export const formObject: ParameterStyle = /* @__PURE__ */ styled("form", true, pair);
/** Query, of an object: `name=key,value,…`. */
export const commaObject: ParameterStyle = /* @__PURE__ */ styled("form", false, pair);
/** Query: `name=a%20b`. */
export const space: ParameterStyle = /* @__PURE__ */ styled("spaceDelimited", false, pair);
/** Query: `name=a|b`. */
export const pipe: ParameterStyle = /* @__PURE__ */ styled("pipeDelimited", false, pair);
/** Query: `name[key]=value&…`, of objects in objects `name[key][key]=value`, of lists `name[0]=value`. */
export const deep: ParameterStyle = (name, value) => deepPairs(encodeURIComponent(name), value).join("&");

function deepPairs(prefix: string, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== "object") return [`${prefix}=${encodeURIComponent(String(value))}`];
  return Object.entries(value).flatMap(([key, item]) => deepPairs(`${prefix}[${encodeURIComponent(key)}]`, item));
}

/** Query: the value as JSON. */
export const json: ParameterStyle = (name, value) => pair(name, JSON.stringify(value));

/** Path: the value as JSON; also the whole of a query. */
export const jsonSegment: ParameterStyle = (_, value) => encodeURIComponent(JSON.stringify(value));
/** Header: the value as JSON, in the characters that headers can hold. */
export const jsonHeader: ParameterStyle = (_, value) =>
  JSON.stringify(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Header: `a,b`, of an object `key,value,…`; header values are not percent-encoded. */
export const text: ParameterStyle = (_, value) =>
  isRecord(value) ? Object.entries(value).flat().join(",") : String(value);
/** Header, of an object: `key=value,…`. */
export const textExploded: ParameterStyle = (_, value) =>
  isRecord(value)
    ? Object.entries(value)
        .map((entry) => entry.join("="))
        .join(",")
    : String(value);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Path: `a,b`, of an object `key,value,…`. */
export const simple: ParameterStyle = /* @__PURE__ */ styled("simple", false, bare);
/** Path: `a,b`, of an object `key=value,…`. */
export const simpleExploded: ParameterStyle = /* @__PURE__ */ styled("simple", true, bare);
/** Path: `.a,b`. */
export const label: ParameterStyle = /* @__PURE__ */ styled("label", false, (name, value) => `.${bare(name, value)}`);
/** Path: `.a.b`. */
export const labelExploded: ParameterStyle = /* @__PURE__ */ styled(
  "label",
  true,
  (name, value) => `.${bare(name, value)}`,
);
/** Path: `;name=a,b`. */
export const matrix: ParameterStyle = /* @__PURE__ */ styled("matrix", false, (name, value) => `;${pair(name, value)}`);
/** Path: `;name=a;name=b`. */
export const matrixExploded: ParameterStyle = /* @__PURE__ */ styled(
  "matrix",
  true,
  (name, value) => `;${pair(name, value)}`,
);

/** The style of a parameter whose argument is not called what is written. */
export function named(name: string, style: ParameterStyle): ParameterStyle {
  return (_, value) => style(name, value);
}

/** A style whose values keep the characters that URLs reserve, but for those that would end the value or the query. */
export function reserved(style: ParameterStyle): ParameterStyle {
  return (name, value) =>
    style(name, value).replace(/%(?:2F|3A|3F|40|21|24|27|28|29|2A|2C|3B|5B|5D)/g, (escaped) =>
      decodeURIComponent(escaped),
    );
}
