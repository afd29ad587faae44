import { form, json, type ParameterStyle } from "../styles.ts";
import type { ContentWriter } from "./body.ts";

/**
 * A form of names and values, each field in its style. Where the spec names none, lists are repeated fields and objects are
 * JSON. Fields that are undefined or null are left out.
 */
export function urlencodedBody(styles: Readonly<Record<string, ParameterStyle>> = {}): ContentWriter {
  return (body, type) => {
    if (typeof body !== "object" || body === null) throw new TypeError("its body is no object, and so no form");
    const fields = Object.entries(body).flatMap(([name, value]: [string, unknown]) => {
      if (value === undefined || value === null) return [];
      const style = Object.hasOwn(styles, name) ? styles[name]! : usual;
      return style(name, value);
    });
    // Spaces as forms have them. What browsers encode beyond that, servers take either way.
    const text = fields.filter((field) => field !== "").join("&");
    return [text.replaceAll("%20", "+"), type];
  };
}

const usual: ParameterStyle = (name, value) =>
  Array.isArray(value)
    ? value.map((item) => usual(name, item)).join("&")
    : (typeof value === "object" ? json : form)(name, value);
