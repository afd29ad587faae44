import { serializeArrayParam, serializePrimitiveParam } from "openapi-fetch";

/** Writes one query parameter in the style that the spec gives it; an empty text leaves it out. */
export type ParameterStyle = (name: string, value: unknown) => string;

type Primitive = string | number | boolean;

/** `style: form, explode: true`: `name=a&name=b`. An empty list is not sent. */
export const form: ParameterStyle = (name, value) =>
  Array.isArray(value)
    ? serializeArrayParam(encodeURIComponent(name), value, { style: "form", explode: true })
    : serializePrimitiveParam(encodeURIComponent(name), value as string);

/** `style: form, explode: false`: `name=a,b`, the commas literal. An empty list is not sent. */
export const comma: ParameterStyle = (name, value) =>
  Array.isArray(value) && value.length === 0
    ? ""
    : serializeArrayParam(encodeURIComponent(name), list(value), { style: "form", explode: false });

function list(value: unknown): Primitive[] {
  return Array.isArray(value) ? (value as Primitive[]) : [value as Primitive];
}
